import type { Criterion } from "../events/roadshow-rules-schema";

/** Half up, without leaving the integers; both are not negative. */
const divideHalfUp = (value: bigint, by: bigint): bigint => (2n * value + by) / (2n * by);

/** Weighted points of one sheet in hundredths of a point; weights add up to what they add up to. */
export function sheetHundredths(
  points: Readonly<Record<string, number>>,
  criteria: readonly Criterion[],
): number {
  const weights = criteria.reduce((sum, one) => sum + BigInt(one.weight), 0n);
  const sum = criteria.reduce(
    (total, one) => total + BigInt(points[one.key] ?? 0) * BigInt(one.weight),
    0n,
  );
  return weights === 0n ? 0 : Number(divideHalfUp(100n * sum, weights));
}

export type Reviewed = { id: string; group: string; totals: readonly number[] };
export type Ranked = { id: string; averageHundredths: number | null; rank: number | null };

/**
 * Averages and ranks within each group. Exact averages are compared by their products, so that rounding
 * never decides; equal ones share a rank. What nobody has scored has neither.
 */
export function rankReviewed(list: readonly Reviewed[]): Ranked[] {
  const sums = list.map(({ id, group, totals }) => ({
    id,
    group,
    sum: totals.reduce((sum, one) => sum + BigInt(one), 0n),
    count: BigInt(totals.length),
  }));
  return sums.map((one) => {
    if (one.count === 0n) return { id: one.id, averageHundredths: null, rank: null };
    const better = sums.filter(
      (other) =>
        other.group === one.group &&
        other.count > 0n &&
        other.sum * one.count > one.sum * other.count,
    );
    return {
      id: one.id,
      averageHundredths: Number(divideHalfUp(one.sum, one.count)),
      rank: 1 + better.length,
    };
  });
}

/** The first `count` by rank; those who share a rank come together or not at all. */
export function firstByRank<T extends { rank: number | null }>(
  list: readonly T[],
  count: number,
): T[] {
  const placeOf = ({ rank }: T) =>
    list.filter((one) => one.rank !== null && rank !== null && one.rank <= rank).length;
  return list.filter((one) => one.rank !== null && placeOf(one) <= count);
}
