const DAY_MS = 86_400_000;

/** Median of whole days; the lower of the two middle ones of an even number. */
export function medianOf(days: readonly number[]): number | null {
  if (days.length === 0) return null;
  const sorted = [...days].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

/** Begun days between two instants. */
export function daysBetween(from: Date, to: Date): number {
  return Math.max(0, Math.ceil((to.getTime() - from.getTime()) / DAY_MS));
}

/** Instants of a case's moves in order: how long it stood in corrections during the review. */
export function suspendedMs(moves: readonly { toState: string; at: Date }[]): number {
  let total = 0;
  let since: Date | null = null;
  for (const { toState, at } of moves) {
    if (toState === "REVIEW_CORRECTION") since ??= at;
    else if (since) {
      total += at.getTime() - since.getTime();
      since = null;
    }
  }
  return total;
}
