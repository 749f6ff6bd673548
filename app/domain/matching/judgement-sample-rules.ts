import { seededRandom } from "#search/match/seeded-random";

export type Candidate = {
  needId: string;
  achievementId: string;
  /** Estimated chance of being related, 0 to 1; null for a pair drawn by lot, of no list at all. */
  related: number | null;
  /** It stood in somebody's list, and not only in a stored one. */
  isShown: boolean;
};

/** Bins of the estimate; the same as in the public calibration. */
export const CALIBRATION_BINS = 5;

export function binOf(related: number): number {
  return Math.min(CALIBRATION_BINS - 1, Math.max(0, Math.floor(related * CALIBRATION_BINS)));
}

/**
 * Mixes pairs for judging so that every bin of the estimate gets its share, and pairs drawn by lot too,
 * since lists hold no low ones: judging only what the ranker likes would make its estimates look better
 * than they are. Each round takes one pair from every bin in a drawn order, alternately one that was
 * shown and one that was only ranked. The same seed gives the same order, whatever order the candidates
 * come in.
 */
export function mixPairs(
  candidates: readonly Candidate[],
  seed: string,
  take: number,
): Candidate[] {
  const random = seededRandom(seed);
  // One more for the pairs drawn by lot.
  const bins = Array.from({ length: CALIBRATION_BINS + 1 }, (_, bin) => {
    const drawn = shuffled(
      candidates
        .filter((one) => (one.related === null ? CALIBRATION_BINS : binOf(one.related)) === bin)
        .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
      random,
    );
    return alternate(
      drawn.filter((one) => one.isShown),
      drawn.filter((one) => !one.isShown),
    );
  });
  const mixed: Candidate[] = [];
  for (let round = 0; mixed.length < take; round++) {
    const picked = shuffled(bins, random).flatMap((bin) => bin[round] ?? []);
    if (picked.length === 0) break;
    mixed.push(...picked);
  }
  return mixed.slice(0, take);
}

const keyOf = (one: Candidate) => `${one.needId}:${one.achievementId}`;

/** Fisher–Yates. */
function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const kept = result[last] as T;
    result[last] = result[other] as T;
    result[other] = kept;
  }
  return result;
}

function alternate<T>(first: readonly T[], second: readonly T[]): T[] {
  const length = Math.max(first.length, second.length);
  return Array.from({ length }, (_, index) => [first[index], second[index]])
    .flat()
    .filter((one) => one !== undefined);
}
