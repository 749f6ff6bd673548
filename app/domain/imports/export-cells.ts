import type { AchievementContent } from "~/domain/catalogue/achievement-schema";
import type { NeedContent } from "~/domain/catalogue/need-schema";
import { asVisibility, mayRead } from "~/domain/catalogue/visibility-rules";
import { toYuanText } from "~/domain/shared/money";
import type { ImportField } from "./import-field-rules";

export type ExportCells = Partial<Record<ImportField, string>>;

type Amounts = {
  kind: string;
  min: number | null;
  max: number | null;
  bp?: number | null;
};

/** A price in the words that `readPrice` reads. */
function priceText({ kind, min, max, bp }: Amounts): string {
  const yuan = (fen: number) => `${toYuanText(BigInt(fen))}元`;
  if (kind === "ROYALTY" && bp) return `销售额${bp / 100}%提成`;
  if (kind === "FIXED" && min !== null) return yuan(min);
  if (kind === "RANGE") {
    if (min !== null && max !== null) return `${yuan(min)}-${yuan(max)}`;
    if (min !== null) return `不低于${yuan(min)}`;
    if (max !== null) return `不超过${yuan(max)}`;
  }
  return "面议";
}

function common(content: AchievementContent | NeedContent): ExportCells {
  return {
    title: content.title,
    titleEn: content.titleEn,
    summary: content.summary,
    keywords: content.keywords.join("; "),
    fields: content.fieldCodes.join("; "),
    industries: content.industryCodes.join("; "),
    region: content.regionCode ?? "",
    modes: content.modes.join("; "),
  };
}

/**
 * An achievement as a row of an import file. For the public, sections that it may not read are empty.
 */
export function achievementCells(content: AchievementContent, isPublic: boolean): ExportCells {
  const levels = content.sectionVisibility;
  const shows = (section: keyof typeof levels) =>
    !isPublic || mayRead(asVisibility(levels[section]), "PUBLIC");
  const right = content.ipRights[0];
  return {
    ...common(content),
    description: shows("description") ? content.description : "",
    applications: shows("applications") ? content.applications : "",
    cooperationNote: shows("cooperation") ? content.cooperationNote : "",
    modes: shows("cooperation") ? content.modes.join("; ") : "",
    price: shows("price")
      ? priceText({
          kind: content.priceKind,
          min: content.priceMinFen,
          max: content.priceMaxFen,
          bp: content.royaltyRateBp,
        })
      : "",
    trl: shows("readiness") && content.trlDeclared ? String(content.trlDeclared) : "",
    ipKind: shows("ip") && right ? (IP_WORDS[right.kind] ?? right.kind) : "",
    ipNumber: shows("ip") && right ? right.number : "",
  };
}

export function needCells(content: NeedContent, isPublic: boolean): ExportCells {
  const levels = content.sectionVisibility;
  const shows = (section: keyof typeof levels) =>
    !isPublic || mayRead(asVisibility(levels[section]), "PUBLIC");
  return {
    ...common(content),
    background: shows("background") ? content.background : "",
    constraints: shows("constraints") ? content.constraints : "",
    budget: shows("budget")
      ? priceText({
          kind: content.budgetKind,
          min: content.budgetMinFen,
          max: content.budgetMaxFen,
        })
      : "",
    trl: content.trlWanted ? String(content.trlWanted) : "",
    deadline: content.deadlineOn ?? "",
  };
}

/** Words that `readIpKind` reads back as the same code. */
const IP_WORDS: Record<string, string> = {
  TRADE_SECRET: "技术秘密",
  PATENT: "专利",
  PATENT_INVENTION: "发明专利",
  PATENT_UTILITY: "实用新型专利",
  PATENT_DESIGN: "外观设计专利",
  SOFTWARE: "计算机软件著作权",
  IC_LAYOUT: "集成电路布图设计专有权",
  PLANT_VARIETY: "植物新品种权",
  BIOMED_VARIETY: "生物医药新品种权",
};
