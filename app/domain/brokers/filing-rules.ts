export type LedgerFact = {
  sequence: number;
  kind: "TURNOVER" | "FEE_DUE" | "FEE_PAID" | "REVERSAL";
  /** Kind of the entry that a reversal takes back. */
  reversedKind: "TURNOVER" | "FEE_DUE" | "FEE_PAID" | null;
  amountFen: bigint;
  isRelated: boolean;
};

export type FilingTotals = {
  turnoverFen: bigint;
  incomeFen: bigint;
  relatedTurnoverFen: bigint;
  relatedIncomeFen: bigint;
};

/** Whether an entry belongs to the turnover, to the income, or to neither (a fee that is only due). */
export function filingColumn(fact: LedgerFact): "turnover" | "income" | null {
  const kind = fact.kind === "REVERSAL" ? fact.reversedKind : fact.kind;
  if (kind === "TURNOVER") return "turnover";
  return kind === "FEE_PAID" ? "income" : null;
}

/**
 * Sums of a year's entries for the yearly filing: promoted turnover and intermediary income, with
 * deals between related units left out and summed apart. Reversals are negative entries of their year.
 * Source: provincial filing notice 2025 (deals between related units do not count).
 */
export function filingTotals(facts: readonly LedgerFact[]): FilingTotals {
  const sumOf = (column: "turnover" | "income", isRelated: boolean) =>
    facts
      .filter((fact) => filingColumn(fact) === column && fact.isRelated === isRelated)
      .reduce((sum, fact) => sum + fact.amountFen, 0n);
  return {
    turnoverFen: sumOf("turnover", false),
    incomeFen: sumOf("income", false),
    relatedTurnoverFen: sumOf("turnover", true),
    relatedIncomeFen: sumOf("income", true),
  };
}

/** A legal person files with turnover and income, an in-house office with turnover alone. */
export const FILER_KINDS = ["LEGAL_PERSON", "IN_HOUSE"] as const;
export type FilerKind = (typeof FILER_KINDS)[number];

export type Threshold = { key: string; titleZh: string; limitFen: bigint; source: string };
export type ThresholdResult = Threshold & { actualFen: bigint; isMet: boolean };

export const THRESHOLD_KEYS = {
  LEGAL_PERSON: ["sd.tt_agency.file.turnover_legal", "sd.tt_agency.file.income_legal"],
  IN_HOUSE: ["sd.tt_agency.file.turnover_internal"],
} as const satisfies Record<FilerKind, readonly string[]>;

/** Which limits the totals reach. */
export function compareThresholds(
  thresholds: readonly Threshold[],
  totals: FilingTotals,
): ThresholdResult[] {
  return thresholds.map((threshold) => {
    const isIncome = threshold.key.includes("income");
    const actualFen = isIncome ? totals.incomeFen : totals.turnoverFen;
    return { ...threshold, actualFen, isMet: actualFen >= threshold.limitFen };
  });
}

/** First and last calendar date of a filing year. */
export function yearSpan(year: number): { from: string; to: string } {
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}
