import { toYuanText } from "~/domain/shared/money";
import { familyOf } from "~/domain/shared/tech-contract";
import type { RelatedKind } from "./related-party-schema";
import type { TermSheetContent } from "./term-sheet-schema";

// A publicity is a document in Chinese that keeps its wording; these are its own sentences, not
// texts of a page.

export const PUBLICITY_MODES = ["TRANSFER", "LICENCE", "EQUITY"] as const;
export type PublicityMode = (typeof PUBLICITY_MODES)[number];

/** How the outcome is handed over. */
export function publicityModeOf(content: TermSheetContent): PublicityMode {
  if (content.price.isEquity) return "EQUITY";
  return familyOf(content.categoryCode) === "LICENCE" ? "LICENCE" : "TRANSFER";
}

const ROYALTY_BASES: Record<string, string> = {
  NET_SALES: "净销售额",
  GROSS_SALES: "销售总额",
  OUTPUT: "产量（产值）",
  PROFIT: "利润",
};

const yuan = (fen: string) => {
  const [whole = "0", rest] = toYuanText(BigInt(fen)).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `人民币 ${rest ? `${grouped}.${rest}` : grouped} 元`;
};

function royaltyText(content: TermSheetContent): string {
  const { royalty } = content.price;
  if (!royalty) return "";
  const period =
    royalty.fromOn && royalty.toOn ? `，提成期限 ${royalty.fromOn} 至 ${royalty.toOn}` : "";
  const cap = royalty.capFen ? `，累计不超过${yuan(royalty.capFen)}` : "";
  return `按${ROYALTY_BASES[royalty.base] ?? royalty.base}的 ${royalty.rateBp / 100}% 提成${period}${cap}`;
}

/** The proposed price as one sentence. */
export function priceTextOf(content: TermSheetContent): string {
  const { price } = content;
  const tax = price.includesTax ? "（含税）" : "（不含税）";
  if (price.isEquity) return `作价投资，折价${yuan(price.totalFen ?? "0")}`;
  switch (price.kind) {
    case "LUMP_SUM":
      return `一次总付，${yuan(price.totalFen ?? "0")}${tax}`;
    case "INSTALMENTS":
      return `总额${yuan(price.totalFen ?? "0")}${tax}，分 ${price.instalments.length} 期支付`;
    case "ROYALTY":
      return `${royaltyText(content)}${tax}`;
    default:
      return `入门费${yuan(price.entryFeeFen ?? "0")}，另${royaltyText(content)}${tax}`;
  }
}

const RELATED: Record<RelatedKind, string> = {
  CONTROL: "一方控制另一方",
  COMMON_CONTROL: "双方同受一方控制",
  SIGNIFICANT_INFLUENCE: "一方对另一方有重大影响",
  COMPLETER_HOLDS: "成果完成人在受让方（被许可方）持股或任职",
  RELATIVE: "成果完成人的近亲属控制受让方（被许可方）或在其中任职",
  OTHER: "其他关联关系",
};

/** What both sides declared, without the names that their notes may hold. */
export function relatedStatementOf(
  declarations: readonly { isRelated: boolean; kinds: readonly RelatedKind[] }[],
  note: string,
): string {
  const kinds = new Set(declarations.flatMap((one) => (one.isRelated ? one.kinds : [])));
  const statement = declarations.some((one) => one.isRelated)
    ? `经声明，双方存在关联关系：${[...kinds].map((kind) => RELATED[kind]).join("、")}。`
    : "双方均声明不存在关联关系。";
  return note ? `${statement}\n${note}` : statement;
}
