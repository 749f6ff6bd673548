/** Criteria of an appraisal in the order in which they are announced. */
export const CRITERIA = ["route", "targets", "team", "industry"] as const;
export type Criterion = (typeof CRITERIA)[number];
/** Weights in basis points; together 10000. */
export type Weights = Record<Criterion, number>;
/** Whole points 0–100 for each criterion. */
export type Scores = Record<Criterion, number>;

export const RECOMMENDATIONS = ["ADVANCE", "DECLINE", "NOT_SURE"] as const;
export type Recommendation = (typeof RECOMMENDATIONS)[number];

/** Half up, without leaving the integers; both are not negative. */
function divideHalfUp(value: bigint, by: bigint): bigint {
  return (2n * value + by) / (2n * by);
}

/** Weighted points of one expert in hundredths of a point. */
export function totalHundredths(scores: Scores, weights: Weights): number {
  const sum = CRITERIA.reduce(
    (total, one) => total + BigInt(scores[one]) * BigInt(weights[one]),
    0n,
  );
  return Number(divideHalfUp(sum, 100n));
}

export type Appraised = { intentionId: string; totals: readonly number[] };
export type Ranked = { intentionId: string; averageHundredths: number; rank: number };

/**
 * Ranking by the exact averages: fractions are compared by their products, so that rounding never
 * decides. Equal averages share a rank.
 */
export function rankIntentions(list: readonly Appraised[]): Ranked[] {
  const fractions = list.map(({ intentionId, totals }) => ({
    intentionId,
    sum: totals.reduce((sum, one) => sum + BigInt(one), 0n),
    count: BigInt(totals.length),
  }));
  const known = fractions.filter((one) => one.count > 0n);
  const higher = (a: (typeof known)[number], b: (typeof known)[number]) =>
    a.sum * b.count - b.sum * a.count;
  return known
    .map((one) => ({
      intentionId: one.intentionId,
      averageHundredths: Number(divideHalfUp(one.sum, one.count)),
      rank: 1 + known.filter((other) => higher(other, one) > 0n).length,
    }))
    .sort((a, b) => a.rank - b.rank || (a.intentionId < b.intentionId ? -1 : 1));
}

/** Whether a choice leaves somebody out who stands before somebody chosen. */
export function skipsRank(
  ranked: readonly { id: string; rank: number | null }[],
  chosen: ReadonlySet<string>,
): boolean {
  const rankOf = (one: { rank: number | null }) => one.rank ?? Number.MAX_SAFE_INTEGER;
  const worst = Math.max(0, ...ranked.filter((one) => chosen.has(one.id)).map(rankOf));
  return ranked.some((one) => !chosen.has(one.id) && rankOf(one) < worst);
}
