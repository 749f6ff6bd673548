let minute = 0;
const turns = new Map<string, number>();

/**
 * Counts what a person does with votes in the current minute, given and taken back alike: a vote taken back
 * leaves no row to count. Counted per process.
 */
export function mayVote(participantId: string, max: number, now: Date): boolean {
  const current = Math.floor(now.getTime() / 60_000);
  if (current !== minute) {
    minute = current;
    turns.clear();
  }
  const count = (turns.get(participantId) ?? 0) + 1;
  turns.set(participantId, count);
  return count <= max;
}
