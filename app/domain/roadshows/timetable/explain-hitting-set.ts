/**
 * A smallest set that has at least one of every given set; null if none is smaller than `below`. Depth
 * first, with as many disjoint sets as a lower bound.
 */
export function smallestHittingSet(
  sets: readonly ReadonlySet<string>[],
  below: number,
): string[] | null {
  let best: string[] | null = null;
  let most = below;
  const seek = (chosen: readonly string[], open: readonly ReadonlySet<string>[]) => {
    if (chosen.length + leastOf(open) >= most) return;
    if (open.length === 0) {
      best = [...chosen];
      most = chosen.length;
      return;
    }
    const smallest = open.reduce((least, one) => (one.size < least.size ? one : least));
    const counts = [...smallest].map((key) => ({
      key,
      hits: open.filter((one) => one.has(key)).length,
    }));
    counts.sort((a, b) => b.hits - a.hits);
    for (const { key } of counts) {
      seek(
        [...chosen, key],
        open.filter((one) => !one.has(key)),
      );
    }
  };
  seek([], sets);
  return best;
}

/** So many sets share nothing: each needs one of its own. */
function leastOf(sets: readonly ReadonlySet<string>[]): number {
  const used = new Set<string>();
  let count = 0;
  for (const one of [...sets].sort((a, b) => a.size - b.size)) {
    if ([...one].some((key) => used.has(key))) continue;
    count += 1;
    for (const key of one) used.add(key);
  }
  return count;
}
