/** A candidate of one need: what the ranker said, and what a person said (1 unrelated … 4 solves it). */
export type Judged = { score: number; level: number };

/** Level from which a pair counts as strong, and from which it counts as related. */
export const STRONG = 3;
export const RELATED = 2;

const gainOf = (level: number) => 2 ** (level - 1) - 1;
const discountAt = (rank: number) => 1 / Math.log2(rank + 1);

/** Groups of equal score, best first. A score that is not a number comes last. */
function tiedGroups(judged: readonly Judged[]): Judged[][] {
  const key = (one: Judged) => (Number.isNaN(one.score) ? Number.NEGATIVE_INFINITY : one.score);
  const groups: Judged[][] = [];
  let last: number | null = null;
  for (const one of [...judged].sort((a, b) => (key(b) > key(a) ? 1 : key(b) < key(a) ? -1 : 0))) {
    if (last !== null && key(one) === last) groups[groups.length - 1]?.push(one);
    else groups.push([one]);
    last = key(one);
  }
  return groups;
}

/** Sum of the discounts of ranks `from`+1 … `to`, none beyond `k`. */
function discountsOf(from: number, to: number, k: number): number {
  let sum = 0;
  for (let rank = from + 1; rank <= Math.min(to, k); rank++) sum += discountAt(rank);
  return sum;
}

/**
 * nDCG at `k` over the judged candidates of one need; gain 2^(level−1)−1, discount 1/log2(rank+1). Of
 * equal scores every order is as likely: the expected value is given. Null when nothing is related
 * (level 2 and above), since no order is better than another.
 */
export function ndcgAt(judged: readonly Judged[], k = 10): number | null {
  const levels = judged.map((one) => one.level).sort((a, b) => b - a);
  const ideal = levels
    .slice(0, k)
    .reduce((sum, level, index) => sum + gainOf(level) * discountAt(index + 1), 0);
  if (ideal <= 0) return null;
  let seen = 0;
  let sum = 0;
  for (const group of tiedGroups(judged)) {
    if (seen >= k) break;
    const gain = group.reduce((total, one) => total + gainOf(one.level), 0) / group.length;
    sum += gain * discountsOf(seen, seen + group.length, k);
    seen += group.length;
  }
  return sum / ideal;
}

/**
 * Chance that a strong candidate (level 3 and above) stands above an unrelated one (level 1) of the same
 * need; equal scores count one half. Null when either is missing.
 */
export function auc(judged: readonly Judged[]): number | null {
  const strong = judged.filter((one) => one.level >= STRONG).map((one) => one.score);
  const unrelated = judged.filter((one) => one.level < RELATED).map((one) => one.score);
  if (strong.length === 0 || unrelated.length === 0) return null;
  let won = 0;
  for (const high of strong) {
    for (const low of unrelated) won += high > low ? 1 : high === low ? 0.5 : 0;
  }
  return won / (strong.length * unrelated.length);
}

/**
 * Share of the first `k` places that are strong (level 3 and above), expected over equal scores; a place
 * that nobody fills is not strong. Null for a need without any strong candidate.
 */
export function precisionAt(judged: readonly Judged[], k = 5): number | null {
  if (!judged.some((one) => one.level >= STRONG)) return null;
  let seen = 0;
  let strong = 0;
  for (const group of tiedGroups(judged)) {
    if (seen >= k) break;
    const share = group.filter((one) => one.level >= STRONG).length / group.length;
    strong += share * Math.min(group.length, k - seen);
    seen += group.length;
  }
  return strong / k;
}

/**
 * Share of the relevant keys among the first `k` of a ranked list. Where equal titles are merged, the key
 * is what they share (the folded title), on both sides; a repeated key takes a place and counts once.
 * Null when nothing is relevant.
 */
export function recallAt(
  ranked: readonly string[],
  relevant: ReadonlySet<string>,
  k: number,
): number | null {
  if (relevant.size === 0) return null;
  const found = new Set(ranked.slice(0, k).filter((key) => relevant.has(key)));
  return found.size / relevant.size;
}

/** Mean of what could be measured, and of how many; null when nothing could. */
export function meanOf(values: readonly (number | null)[]): { mean: number | null; count: number } {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return { mean: null, count: 0 };
  return { mean: known.reduce((sum, value) => sum + value, 0) / known.length, count: known.length };
}

export type CalibrationBin = {
  /** Bounds of the estimate; the lower one belongs to the bin, of the last bin both. */
  from: number;
  to: number;
  count: number;
  /** Mean estimate and share of what came true; null for an empty bin. */
  estimated: number | null;
  observed: number | null;
};

/** Estimated chances (0 to 1) against what came true, in `bins` equal bins. */
export function calibrationOf(
  estimates: readonly { chance: number; isTrue: boolean }[],
  bins = 5,
): CalibrationBin[] {
  const members = Array.from({ length: bins }, (): { chance: number; isTrue: boolean }[] => []);
  for (const one of estimates) {
    members[Math.min(bins - 1, Math.max(0, Math.floor(one.chance * bins)))]?.push(one);
  }
  return members.map((inside, index) => ({
    from: index / bins,
    to: (index + 1) / bins,
    count: inside.length,
    estimated: meanOf(inside.map((one) => one.chance)).mean,
    observed: meanOf(inside.map((one) => (one.isTrue ? 1 : 0))).mean,
  }));
}

/**
 * Expected calibration error: mean distance between estimate and outcome over the bins, weighted by how
 * many lie in each; 0 is honest. Null without any estimate.
 */
export function calibrationError(bins: readonly CalibrationBin[]): number | null {
  const total = bins.reduce((sum, bin) => sum + bin.count, 0);
  if (total === 0) return null;
  return bins.reduce(
    (sum, bin) => sum + (bin.count / total) * Math.abs((bin.estimated ?? 0) - (bin.observed ?? 0)),
    0,
  );
}
