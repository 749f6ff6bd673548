import type { DealRight, TermSheetContent } from "~/domain/deals/term-sheet-schema";
import type { SubKind } from "~/domain/shared/tech-contract";
import { blank, chineseDate, listed, sentence } from "../chinese-text-rules";
import { type ContractFacts, clause, type TemplateClause } from "./contract-facts";
import { OWNERSHIP_WORDS, RIGHT_WORDS } from "./term-words";

/** Sub-kinds whose object is a registered right, so that its facts must stand in the contract. */
const NEEDS_RIGHTS: readonly SubKind[] = [
  ...(["21", "22", "24", "25", "26", "31", "33", "34", "35"] as const),
];

const NUMBER_LABEL: Record<string, string> = {
  SOFTWARE: "登记号",
  IC_LAYOUT: "登记号",
  PLANT_VARIETY: "品种权号",
  BIOMED_VARIETY: "批准文号",
  TRADE_SECRET: "内部编号",
};

function numberLabel(right: DealRight): string {
  if (!right.kind.startsWith("PATENT")) return NUMBER_LABEL[right.kind] ?? "登记号";
  if (right.number === "") return "申请号或者专利号";
  return /^ZL/i.test(right.number) ? "专利号" : "申请号";
}

function rightText(right: DealRight, code: SubKind): string {
  const isPatent = right.kind.startsWith("PATENT");
  const name = RIGHT_WORDS[right.kind] ?? "技术权利";
  const kind = isPatent && code === "22" ? `${name}申请` : name;
  const parts = [
    `${kind}“${right.title || blank("名称")}”`,
    right.number || right.kind !== "TRADE_SECRET"
      ? `${numberLabel(right)}${right.number || blank("号码")}`
      : "",
    right.applicant || isPatent ? `申请人${right.applicant || blank("申请人")}` : "",
    right.owner || right.kind !== "TRADE_SECRET" ? `权利人${right.owner || blank("权利人")}` : "",
    right.filedOn || isPatent
      ? `申请日${right.filedOn ? chineseDate(right.filedOn) : blank("申请日")}`
      : "",
    right.expiresOn ? `有效期至${chineseDate(right.expiresOn)}` : "",
    isPatent && !right.expiresOn ? "有效期自申请日起依法计算" : "",
  ];
  return parts.filter(Boolean).join("，");
}

/** Facts of the rights concerned (Civil Code art. 845-3). Null when none is concerned. */
export function rightsClause({ terms }: ContractFacts): TemplateClause | null {
  const { rights } = terms.object;
  const isNeeded = NEEDS_RIGHTS.includes(terms.categoryCode);
  const isTransferOrLicence = /^[23]/.test(terms.categoryCode);
  if (rights.length === 0 && !isTransferOrLicence) return null;
  return clause(
    "rights",
    isTransferOrLicence ? "标的权利的基本情况" : "所涉知识产权的基本情况",
    rights.length > 0
      ? [
          isTransferOrLicence ? "标的权利为：" : "履行本合同涉及下列已有知识产权：",
          ...listed(rights.map((right) => rightText(right, terms.categoryCode))),
        ]
      : isNeeded
        ? blank("权利的名称、申请人、权利人、申请日、申请号或者登记号、有效期限")
        : "标的技术未申请专利，以乙方交付的技术资料所记载的内容为准；其不为公众所知悉、具有商业价值并经采取相应保密措施。",
    isTransferOrLicence
      ? "乙方已向甲方如实说明上述权利的年费缴纳、质押、许可、共有和争议情况。"
      : "上述知识产权不因本合同发生转移；为履行本合同需要使用的，权利人同意另一方在履行所必需的范围内使用。",
  );
}

/** Whose the results are, who may apply and how income is shared (Civil Code arts 845, 859–861, 885). */
export function ownershipLines(terms: TermSheetContent, what: string): string[] {
  const { ownership, applicationRight, sharing } = terms.results;
  const words = ownership
    ? `${what}${OWNERSHIP_WORDS[ownership]}。`
    : `${what}的归属：${blank("成果归属：甲方、乙方或者双方共有")}。`;
  return [
    words,
    ...(applicationRight ? [`申请专利的权利：${sentence(applicationRight)}`] : []),
    `使用和收益的分成办法：${sentence(sharing || defaultSharing(ownership))}`,
  ];
}

function defaultSharing(ownership: TermSheetContent["results"]["ownership"]): string {
  return ownership === "JOINT"
    ? "双方均可以自行使用，由此获得的收益归使用方；转让、许可第三人使用须经双方书面同意，所得收益由双方平均分配"
    : "使用和转让的收益归权利人；另一方可以在本合同目的范围内使用";
}

/** Improvements made later (Civil Code art. 875). Both ways alike, so that it restrains nobody. */
export function improvementsClause({ terms }: ContractFacts): TemplateClause {
  const { ownership, note } = terms.improvements;
  return clause(
    "improvements",
    "后续改进成果的归属和分享",
    ownership
      ? `任何一方对标的技术作出的后续改进成果${OWNERSHIP_WORDS[ownership]}。`
      : "一方对标的技术作出的后续改进成果归改进方所有，另一方无权分享。",
    note && sentence(note),
    "双方互相提供改进成果的，条件应当对等；使用另一方的改进成果，应当另行约定并支付合理的费用。",
  );
}
