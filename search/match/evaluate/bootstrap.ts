import { seededRandom } from "../seeded-random";

export type Interval = { mean: number; low: number; high: number; count: number };

const ROUNDS = 2_000;
const OUTSIDE = 0.025;

/**
 * Mean of paired differences (one per need) with its 95 % percentile interval by the bootstrap: needs are
 * drawn with replacement, so that all pairs of a need stay together. Repeatable: the draw has a fixed
 * seed. Null without any difference; an interval that holds 0 shows no difference.
 */
export function pairedBootstrap(differences: readonly number[], rounds = ROUNDS): Interval | null {
  const count = differences.length;
  if (count === 0) return null;
  const random = seededRandom(`bootstrap:${count}`);
  const means = Float64Array.from({ length: rounds }, () => {
    let sum = 0;
    for (let draw = 0; draw < count; draw++) sum += differences[Math.floor(random() * count)] ?? 0;
    return sum / count;
  }).sort();
  const at = (share: number) => means[Math.min(rounds - 1, Math.floor(share * rounds))] ?? 0;
  return {
    mean: differences.reduce((sum, one) => sum + one, 0) / count,
    low: at(OUTSIDE),
    high: at(1 - OUTSIDE),
    count,
  };
}
