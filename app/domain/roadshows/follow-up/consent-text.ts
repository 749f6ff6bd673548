import type { ConsentKind } from "./consent-schema";

/** Version of the wording; consents to an older one keep its fingerprint. */
export const CONSENT_VERSION = "2026-11";

export type ConsentFacts = { event: string; project: string; organiser: string };

/**
 * The consent of a presenter, in Chinese: the text that is agreed to, hashed and kept. Image and voice are
 * the person's (Civil Code arts. 1018, 1019, 1023; PIPL arts. 13, 15), so consent can be taken back.
 */
export function consentText(
  kind: ConsentKind,
  { event, project, organiser }: ConsentFacts,
): string {
  const head = [
    kind === "RECORDING" ? "路演录制同意书" : "路演回放同意书",
    `（${CONSENT_VERSION} 版）`,
  ].join("");
  const facts = [`活动：${event}`, `主办单位：${organiser}`, `项目：${project}`];
  const body =
    kind === "RECORDING"
      ? [
          "一、本人同意主办单位在活动现场录制本项目的讲解和问答，包括本人的肖像和声音。",
          "二、录制内容由主办单位保管，用于活动记录；未另行同意回放的，不向公众提供。",
          "三、本人可以随时在平台撤回同意。撤回后不再录制；已有的录制内容不再使用，法律规定须留存的除外。",
        ]
      : [
          "一、本人同意主办单位在本平台的活动回放页面向公众提供本项目的录制内容，包括本人的肖像和声音。",
          "二、本人知悉公开的内容会使其中的技术方案为公众所知；尚未申请专利的内容不在讲解中出现。",
          "三、本人可以随时在平台撤回同意。撤回后回放立即下架，撤回前的提供不受影响。",
        ];
  return [head, ...facts, ...body].join("\n");
}
