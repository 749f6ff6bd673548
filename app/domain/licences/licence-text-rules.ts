import { toYuanText } from "~/domain/shared/money";
import { lastExpiry } from "./licence-check-rules";
import type { LicencePatent } from "./licence-schema";

/** Changes with every change of the wording; printed with the text. */
export const LICENCE_TEXT_EDITION = "2026-11";

export type LicenceTextFacts = {
  kind: string;
  licensor: string;
  licensorUscc: string | null;
  title: string;
  achievementNumber: number;
  achievementTitle: string;
  declarationNumber: string;
  patents: readonly LicencePatent[];
  feeFen: bigint;
  termMonths: number | null;
  territory: string;
  fieldOfUse: string;
};

export type LicenceClause = { heading: string; lines: string[] };

function objectLines(facts: LicenceTextFacts): string[] {
  const { patents } = facts;
  const about = `本许可的对象是许可人在科技大市场发布的第 ${facts.achievementNumber} 号成果“${facts.achievementTitle}”中，实施以下约定范围所必需的技术。`;
  if (patents.length === 0) return [about];
  return [
    about,
    "其中包括下列专利：",
    ...patents.map((patent, at) => {
      const until = patent.expiresOn ? `，专利权期限至 ${patent.expiresOn}` : "";
      return `（${at + 1}）${patent.title}，专利号 ${patent.number}，专利权人 ${patent.holder}${until}。`;
    }),
    ...(facts.kind === "OPEN_PATENT"
      ? [
          `许可人已就上述专利向国务院专利行政部门作出开放许可声明，声明编号 ${facts.declarationNumber}。本文本与该声明不一致的，以公告的声明为准。`,
        ]
      : []),
  ];
}

function termLines(facts: LicenceTextFacts): string[] {
  const last = lastExpiry(facts.patents);
  const own =
    facts.termMonths === null
      ? `许可期限自许可书生成之日起，至最后一项专利权期限届满之日（${last ?? "—"}）止。`
      : `许可期限为 ${facts.termMonths} 个月，自许可书生成之日起计算。`;
  return facts.patents.length > 0 && facts.termMonths !== null
    ? [
        own,
        "其中任何一项专利权期限届满或者被宣告无效的，对该项专利的许可同时终止，不影响其余部分。",
      ]
    : [own];
}

/**
 * The clauses of a fixed, non-exclusive licence. The same facts give the same text; its hash is what a
 * licensee accepts. After the Civil Code, arts. 862–876.
 */
export function licenceClauses(facts: LicenceTextFacts): LicenceClause[] {
  const fee =
    facts.feeFen === 0n
      ? "本许可不收取许可使用费。"
      : `许可使用费为一次总付人民币 ${toYuanText(facts.feeFen)} 元，被许可人在确认后按平台出具的付款单付清；到账后许可书才生成，许可才生效。`;
  const hasPatents = facts.patents.length > 0;
  return [
    {
      heading: "许可人与被许可人",
      lines: [
        `许可人：${facts.licensor}${facts.licensorUscc ? `（统一社会信用代码 ${facts.licensorUscc}）` : ""}。`,
        "被许可人：在平台上确认本文本并付清费用的单位，以许可书载明的名称为准。",
      ],
    },
    { heading: "许可的对象", lines: objectLines(facts) },
    {
      heading: "许可的方式和范围",
      lines: [
        "本许可为普通实施许可：许可人可以自己实施，也可以再许可他人以相同方式实施。",
        `实施的领域和用途：${facts.fieldOfUse}。`,
        `实施的地域：${facts.territory}。`,
        "被许可人不得许可第三人实施，不得转让本许可；委托他人为自己加工的，应当保证受托人只为被许可人的需要实施。",
        "许可人不以本文本限制被许可人改进技术、从其他来源取得技术或者合理选择原料和设备。",
      ],
    },
    { heading: "期限", lines: termLines(facts) },
    { heading: "费用", lines: [fee, "费用所含税款的承担和发票的开具，由双方按国家规定办理。"] },
    {
      heading: "许可人的义务",
      lines: [
        "许可人保证自己是所提供技术的合法拥有者或者有权许可的人，并保证确认之日没有妨碍本许可的独占许可、排他许可、质押或者权利中止。",
        ...(hasPatents ? ["许可人在许可期限内缴纳年费、维持专利权有效。"] : []),
        "许可人在许可生效后，应被许可人要求提供实施技术所必需的说明资料，并就资料中的问题给予书面答复；需要现场指导、培训或者设备的，由双方另行约定。",
        "许可人保证所提供的技术完整、无误，能够用于约定的用途；达到何种产量或者收益，取决于被许可人的条件，不在保证之内。",
      ],
    },
    {
      heading: "被许可人的义务",
      lines: [
        "被许可人在约定的范围和期限内实施，并以自己的名义对所生产的产品负责。",
        "未公开的技术资料，被许可人只用于实施本许可，并负保密义务；保密义务在许可终止后继续，直到资料合法公开为止。",
        "被许可人可以就实施情况对外如实说明，但不得使用许可人的名称和标识作推广，双方另有约定的除外。",
      ],
    },
    {
      heading: "第三人的权利",
      lines: [
        "被许可人按照约定实施技术侵害他人合法权益的，由许可人承担责任；因被许可人超出范围实施或者自行改变技术造成的，由被许可人承担。",
      ],
    },
    {
      heading: "后续改进",
      lines: [
        "一方在实施中作出的后续改进归作出改进的一方，他方无权分享；愿意相互许可的，另行约定。",
      ],
    },
    {
      heading: "违约和终止",
      lines: [
        "许可人不能履行许可的，应当返还相应的使用费并赔偿被许可人的损失。",
        "被许可人超出范围实施、擅自许可他人实施或者违反保密义务的，应当停止违约行为、支付补足的使用费并赔偿损失；经书面催告后在合理期限内仍不改正的，许可人可以解除本许可。",
        ...(hasPatents ? ["专利权被宣告无效的，已经履行的许可按照专利法的规定处理。"] : []),
        "许可人在平台上暂停、变更或者下架本项许可，不影响此前已经生效的许可。",
      ],
    },
    {
      heading: hasPatents ? "确认、备案与争议" : "确认与争议",
      lines: [
        "被许可人在登录后阅读本文本，以密码或者动态口令确认文本的校验值，即为接受。平台记录确认的时间、人员和网络地址，双方以此为订立合同的证据。",
        ...(hasPatents
          ? [
              facts.kind === "OPEN_PATENT"
                ? "许可生效后，任何一方可以凭书面通知、付款凭证和许可书向国务院专利行政部门办理备案。"
                : "双方应当自许可生效之日起三个月内向国务院专利行政部门办理许可合同备案，由许可人办理，被许可人配合。",
            ]
          : []),
        "许可由许可人给予。平台保存文本、生成并封存许可书，不是许可的一方，也不对技术作保证。",
        ...(facts.kind === "OPEN_PATENT"
          ? [
              "就开放许可发生的纠纷，双方可以协商，也可以请求国务院专利行政部门调解，或者向人民法院起诉。",
            ]
          : ["发生纠纷的，双方协商；协商不成的，向许可人住所地人民法院起诉。"]),
      ],
    },
  ];
}

const NUMBERS = "一二三四五六七八九十";

function clauseNumber(at: number): string {
  const number = at + 1;
  if (number <= 10) return `第${NUMBERS.charAt(number - 1)}条`;
  return `第十${NUMBERS.charAt(number - 11)}条`;
}

/** The whole text as it is shown, hashed and printed. */
export function licenceText(facts: LicenceTextFacts): string {
  const name = facts.kind === "OPEN_PATENT" ? "专利开放许可" : "普通实施许可";
  const clauses = licenceClauses(facts).flatMap((clause, at) => [
    "",
    `${clauseNumber(at)}　${clause.heading}`,
    ...clause.lines,
  ]);
  return [`${facts.title}（${name}，文本版本 ${LICENCE_TEXT_EDITION}）`, ...clauses].join("\n");
}

export type TextPart = { heading: string; lines: string[] };

/** The stored text taken apart again: its title and its clauses with their headings. */
export function textParts(text: string): { title: string; parts: TextPart[] } {
  const [title = "", ...lines] = text.split("\n");
  const parts: TextPart[] = [];
  for (const line of lines) {
    if (/^第[一二三四五六七八九十]+条　/.test(line)) parts.push({ heading: line, lines: [] });
    else if (line !== "") parts.at(-1)?.lines.push(line);
  }
  return { title, parts };
}
