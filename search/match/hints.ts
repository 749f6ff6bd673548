import type { FitPart, MatchListing } from "./types";

export type MatchSide = "need" | "achievement";

export type MatchHintCode =
  | "readinessMissing"
  | "readinessUnverified"
  | "readinessBelow"
  | "amountMissing"
  | "priceAboveBudget"
  | "modeMissing"
  | "modeDifferent"
  | "fieldMissing"
  | "regionMissing"
  | "textShort"
  | "figuresMissing"
  | "stale";

/** Something that is missing from one side, or that would change the result if it were different. */
export interface MatchHint {
  readonly code: MatchHintCode;
  /** Whose listing it is about: only its owner can do it, everybody else may ask. */
  readonly side: MatchSide;
  /** Values for the sentence: levels, days, characters, amounts in fen. */
  readonly figures: Readonly<Record<string, number>>;
}

/** Below this many characters of public text there is little that words could meet in. */
export const SHORT_TEXT = 120;

/** What moves a result most stands first. */
const ORDER: readonly MatchHintCode[] = [
  "readinessBelow",
  "priceAboveBudget",
  "modeDifferent",
  "textShort",
  "figuresMissing",
  "readinessMissing",
  "readinessUnverified",
  "amountMissing",
  "modeMissing",
  "fieldMissing",
  "regionMissing",
  "stale",
];

const UNITS =
  "%|‰|℃|°|°C|μ?[A-Za-zΩ]{1,4}(?![A-Za-z])|年|个?月|天|日|小时|分钟|秒|次|倍|级|个|件|台|亩|元|万|亿|吨|公斤|千克|克|毫克|升|毫升|米|厘米|毫米|微米|纳米|兆帕|帕|伏|瓦|千瓦|度";
/** A number with a unit, or compared with something; a calendar year alone is no measure. */
const MEASURE = new RegExp(
  `[≥≤><＞＜±]\\s*\\d|(?:不低于|不高于|不小于|不大于|不超过|达到|大于|小于|高于|低于)\\s*\\d|(?!(?:19|20)\\d\\d年)(?<![\\d.])\\d[\\d.,]*\\s*(?:${UNITS})`,
  "u",
);

/** Whether a text names anything that could be measured. */
export function namesMeasure(text: string): boolean {
  return MEASURE.test(text.normalize("NFKC"));
}

/**
 * What would change the result of a pair, and which side could do it. From the public content alone:
 * a price that is not public counts as missing, as it does for the reader. `parts` are the fit of the
 * same two listings.
 */
export function matchHints(
  need: MatchListing,
  achievement: MatchListing,
  parts: readonly FitPart[],
): MatchHint[] {
  const hints = [
    ...missing("need", need),
    ...missing("achievement", achievement),
    ...unmet(parts),
    ...stale(need, achievement, parts),
  ];
  if (achievement.trl !== null && !achievement.trlVerified) {
    hints.push(hint("readinessUnverified", "achievement", { level: achievement.trl }));
  }
  return hints.sort((a, b) => ORDER.indexOf(a.code) - ORDER.indexOf(b.code));
}

function hint(
  code: MatchHintCode,
  side: MatchSide,
  figures: Readonly<Record<string, number>> = {},
): MatchHint {
  return { code, side, figures };
}

/** What one listing does not say. */
function missing(side: MatchSide, listing: MatchListing): MatchHint[] {
  const characters = [...listing.text].length;
  const hints: MatchHint[] = [];
  if (characters < SHORT_TEXT) {
    hints.push(hint("textShort", side, { characters, wanted: SHORT_TEXT }));
  }
  if (!namesMeasure(`${listing.title}\n${listing.text}`)) hints.push(hint("figuresMissing", side));
  if (listing.trl === null) hints.push(hint("readinessMissing", side));
  const hasAmount = listing.priceMinFen !== null || listing.priceMaxFen !== null;
  if (!hasAmount && listing.priceKind !== "ROYALTY") {
    hints.push(hint("amountMissing", side));
  }
  if (listing.modes.length === 0) hints.push(hint("modeMissing", side));
  if (listing.fieldCodes.length === 0) hints.push(hint("fieldMissing", side));
  if (listing.regionCodes.length === 0) hints.push(hint("regionMissing", side));
  return hints;
}

/** Where both sides have said something and it does not meet. */
function unmet(parts: readonly FitPart[]): MatchHint[] {
  return parts.flatMap(({ aspect, verdict, detail }): MatchHint[] => {
    if (verdict !== "partly" && verdict !== "disagrees") return [];
    const figures = Object.fromEntries(
      Object.entries(detail).filter((entry): entry is [string, number] => {
        return typeof entry[1] === "number";
      }),
    );
    switch (aspect) {
      case "readiness":
        return [hint("readinessBelow", "achievement", figures)];
      case "price":
        return [
          hint("priceAboveBudget", "achievement", figures),
          hint("priceAboveBudget", "need", figures),
        ];
      case "mode":
        return [hint("modeDifferent", "achievement"), hint("modeDifferent", "need")];
      default:
        return [];
    }
  });
}

/** The older side of a pair that has become old; both when they are of the same day. */
function stale(
  need: MatchListing,
  achievement: MatchListing,
  parts: readonly FitPart[],
): MatchHint[] {
  const age = parts.find((part) => part.aspect === "freshness");
  const days = age?.detail.days;
  if (age?.verdict !== "disagrees" || typeof days !== "number") return [];
  const needIsOlder = (need.publishedAt ?? 0) <= (achievement.publishedAt ?? 0);
  return [hint("stale", needIsOlder ? "need" : "achievement", { days })];
}
