import type { AchievementContent } from "~/domain/catalogue/achievement-schema";
import type { ListingSection } from "~/domain/catalogue/listing-kind-rules";
import type { NeedContent } from "~/domain/catalogue/need-schema";
import type { DisclosedGroup, DisclosedLine, FieldLabel, ValueCode } from "./disclosure-view";

export type LineContext = {
  /** Amount in fen in the reader's language. */
  amount: (fen: string) => string;
  /** Name of a kind of right. */
  ipKind: (code: string) => string;
};

const line = (label: FieldLabel, text: string | null | undefined): DisclosedLine[] =>
  text ? [{ label, text, code: null }] : [];
const coded = (label: FieldLabel, code: ValueCode): DisclosedLine[] => [
  { label, text: null, code },
];
const amountLine = (label: FieldLabel, fen: unknown, { amount }: LineContext): DisclosedLine[] =>
  fen === null || fen === undefined ? [] : line(label, amount(String(fen)));

/** One section of an achievement as labelled lines; nothing of any other section. */
export function achievementGroups(
  content: AchievementContent,
  section: ListingSection,
  context: LineContext,
): DisclosedGroup[] {
  switch (section) {
    case "description":
      return filled([line("text", content.description)]);
    case "applications":
      return filled([line("text", content.applications)]);
    case "cooperation":
      return filled([line("text", content.cooperationNote)]);
    case "advantages":
      return filled(
        content.advantages.map((row) => [
          ...line("text", row.claim),
          ...line("value", [row.figure, row.unit].filter(Boolean).join(" ")),
          ...line("condition", row.baseline),
        ]),
      );
    case "readiness":
      return filled(
        content.trlEvidence.map((row) => [
          ...line("level", String(row.level)),
          ...line("evidence", row.evidence),
        ]),
      );
    case "ip":
      return filled([
        ...content.ipRights.map((row) => [
          ...line("right", [context.ipKind(row.kind), row.title].filter(Boolean).join(" · ")),
          ...line("number", row.number),
          ...line("owner", row.owners),
          ...coded("status", row.status),
        ]),
        ...content.coOwners.map((row) => [
          ...line("coOwner", row.name),
          ...coded("consent", row.hasConsent ? "YES" : "NO"),
        ]),
      ]);
    case "price":
      return filled([
        [
          ...coded("kind", content.priceKind),
          ...amountLine("from", content.priceMinFen, context),
          ...amountLine("to", content.priceMaxFen, context),
          ...line(
            "royalty",
            content.royaltyRateBp === null ? null : `${content.royaltyRateBp / 100} %`,
          ),
        ],
      ]);
    case "team":
      return filled(
        content.team.map((row) => [...line("role", row.role), ...line("intro", row.expertise)]),
      );
    default:
      return [];
  }
}

const SIGN = { GTE: "≥", LTE: "≤", EQ: "=", BETWEEN: "", TEXT: "" } as const;

/** One section of a need as labelled lines. */
export function needGroups(
  content: NeedContent,
  section: ListingSection,
  context: LineContext,
): DisclosedGroup[] {
  switch (section) {
    case "background":
      return filled([line("text", content.background)]);
    case "constraints":
      return filled([line("text", content.constraints)]);
    case "targets":
      return filled(
        content.targets.map((row) => [
          ...line("metric", row.name),
          ...line("value", [SIGN[row.comparator], row.value, row.unit].filter(Boolean).join(" ")),
          ...line("condition", row.testMethod),
        ]),
      );
    case "budget":
      return filled([
        [
          ...coded("kind", content.budgetKind),
          ...amountLine("from", content.budgetMinFen, context),
          ...amountLine("to", content.budgetMaxFen, context),
        ],
      ]);
    case "ipTerms":
      return filled([[...coded("kind", content.ipTerms), ...line("text", content.ipTermsNote)]]);
    default:
      return [];
  }
}

function filled(groups: DisclosedLine[][]): DisclosedGroup[] {
  return groups.filter((lines) => lines.length > 0);
}
