/**
 * The highest level that evidence supports: a level counts only if every lower level has evidence
 * too (GB/T 22900). 0 when level 1 has none.
 */
export function supportedLevel(levelsWithEvidence: Iterable<number>): number {
  const levels = new Set(levelsWithEvidence);
  let reached = 0;
  while (reached < 9 && levels.has(reached + 1)) reached += 1;
  return reached;
}

/** Levels up to the declared one that lack evidence. */
export function missingEvidence(
  declared: number | null,
  levelsWithEvidence: Iterable<number>,
): number[] {
  const levels = new Set(levelsWithEvidence);
  const missing: number[] = [];
  for (let level = 1; level <= (declared ?? 0); level += 1) {
    if (!levels.has(level)) missing.push(level);
  }
  return missing;
}
