import { type Finding, finding } from "./flag-rules";

/** A trade with a winner, and who took part. */
export type PastTrade = {
  table: "Lot" | "Tender";
  id: string;
  title: string;
  endedAt: Date;
  participantIds: readonly string[];
  winnerId: string;
};

/**
 * The same organisations meet again and again, and each wins in its turn: in every trade where all of
 * them took part one of them won, nobody twice in a row, and their wins differ by one at most.
 * Looked at for each pair of the case and for all of them together, when they are few.
 * @param minimum trades together below which nothing is said
 */
export function findRotation(
  participantIds: readonly string[],
  history: readonly PastTrade[],
  minimum: number,
): Finding[] {
  const ids = [...new Set(participantIds)].sort();
  const groups = ids.flatMap((one, at) => ids.slice(at + 1).map((other) => [one, other]));
  if (ids.length > 2 && ids.length <= 5) groups.push(ids);
  const found = groups.flatMap((group) => {
    const together = history
      .filter((trade) => group.every((id) => trade.participantIds.includes(id)))
      .sort((a, b) => a.endedAt.getTime() - b.endedAt.getTime());
    if (together.length < Math.max(minimum, group.length)) return [];
    const winners = together.map((trade) => trade.winnerId);
    if (winners.some((id) => !group.includes(id))) return [];
    if (winners.some((id, at) => at > 0 && winners[at - 1] === id)) return [];
    const wins = group.map((id) => winners.filter((one) => one === id).length);
    if (Math.min(...wins) === 0 || Math.max(...wins) - Math.min(...wins) > 1) return [];
    return finding(
      "ROTATION",
      "winsInTurn",
      group,
      { trades: together.length },
      together.map((trade) => ({
        table: trade.table,
        id: trade.id,
        text: `${trade.endedAt.toISOString().slice(0, 10)} ${trade.title}`,
      })),
    );
  });
  return found;
}
