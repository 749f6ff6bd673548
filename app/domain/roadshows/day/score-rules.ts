/** How an event averages its judges. */
export type ScoreRule = { dropHigh: number; dropLow: number; decimals: number };

/** Result of one project: `value` counts 10^-decimals points; `hundredths` is what is stored. */
type ScoreResult = {
  value: bigint;
  decimals: number;
  hundredths: number;
  /** Judges whose figures were taken out, by their position in the list. */
  dropped: number[];
};

/** Fewest judges with whom a result can be made: one figure must remain. */
export const fewestJudges = ({ dropHigh, dropLow }: ScoreRule): number => dropHigh + dropLow + 1;

/** Sum by count in units of 10^-decimals points, halves up; figures are hundredths of a point. */
function meanOf(totals: readonly number[], decimals: number): bigint {
  const sum = totals.reduce((all, one) => all + BigInt(one), 0n);
  const divisor = 100n * BigInt(totals.length);
  return (2n * sum * 10n ** BigInt(decimals) + divisor) / (2n * divisor);
}

/**
 * The mean of what remains when the highest and lowest figures are taken out.
 * @param totals in hundredths of a point
 * @returns null when there are too few judges: nothing would remain
 */
export function resultOf(totals: readonly number[], rule: ScoreRule): ScoreResult | null {
  if (totals.length < fewestJudges(rule)) return null;
  const order = totals.map((total, at) => ({ total, at }));
  order.sort((a, b) => a.total - b.total || a.at - b.at);
  const kept = order.slice(rule.dropLow, order.length - rule.dropHigh);
  const keptAt = new Set(kept.map((one) => one.at));
  const figures = kept.map((one) => one.total);
  return {
    value: meanOf(figures, rule.decimals),
    decimals: rule.decimals,
    hundredths: Number(meanOf(figures, 2)),
    dropped: order.filter((one) => !keptAt.has(one.at)).map((one) => one.at),
  };
}

/** "87.00": as many decimals as the event counts. */
export function pointsText({ value, decimals }: Pick<ScoreResult, "value" | "decimals">): string {
  const digits = value.toString().padStart(decimals + 1, "0");
  if (decimals === 0) return digits;
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

export type Scored = {
  id: string;
  result: ScoreResult;
  /** Figures of all judges, in hundredths. */
  totals: readonly number[];
  /** Mean points of each criterion over all judges, the weightiest criterion first; may be empty. */
  criterionMeans: readonly number[];
};

/** Higher of two means of different counts without rounding. */
function compareMeans(a: readonly number[], b: readonly number[]): number {
  const sum = (list: readonly number[]) => list.reduce((all, one) => all + BigInt(one), 0n);
  const left = sum(a) * BigInt(b.length);
  const right = sum(b) * BigInt(a.length);
  return left === right ? 0 : left > right ? 1 : -1;
}

/**
 * Who is ahead: the result as published; then the mean of all judges before any figure was taken out;
 * then the mean of the weightiest criterion, of the next, and so on. Positive when `a` is ahead.
 */
function compareScored(a: Scored, b: Scored): number {
  if (a.result.value !== b.result.value) return a.result.value > b.result.value ? 1 : -1;
  const before = compareMeans(a.totals, b.totals);
  if (before !== 0) return before;
  for (const [at, mean] of a.criterionMeans.entries()) {
    const other = b.criterionMeans[at] ?? 0;
    if (Math.abs(mean - other) > 1e-9) return mean > other ? 1 : -1;
  }
  return 0;
}

/** Ranks from 1; projects that are equal after every tie rule share a rank, and the next ranks are left out. */
export function rankScored(list: readonly Scored[]): { id: string; rank: number }[] {
  const order = [...list].sort((a, b) => compareScored(b, a) || a.id.localeCompare(b.id));
  const ranked: { id: string; rank: number }[] = [];
  for (const [at, one] of order.entries()) {
    const before = order[at - 1];
    const isEqual = before !== undefined && compareScored(before, one) === 0;
    ranked.push({ id: one.id, rank: isEqual ? (ranked[at - 1]?.rank ?? at + 1) : at + 1 });
  }
  return ranked;
}
