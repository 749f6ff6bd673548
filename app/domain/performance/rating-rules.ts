const DAY_MS = 86_400_000;

/** States in which a room's parties may rate: performed, or ended early by agreement. */
export function mayRate(deal: { state: string; closeCode: string | null }): boolean {
  return deal.state === "COMPLETED" || (deal.state === "CLOSED" && deal.closeCode === "TERMINATED");
}

/**
 * Whether the ratings of a deal are shown: both sides have rated each other, or so many days have
 * passed since its end. Until then nobody can answer one rating with another.
 */
export function areRatingsShown(
  deal: { endedAt: Date | null; haveBothRated: boolean },
  afterDays: number,
  now: Date,
): boolean {
  if (deal.haveBothRated) return true;
  return deal.endedAt !== null && now.getTime() >= deal.endedAt.getTime() + afterDays * DAY_MS;
}

export type RatingSums = {
  votes: number;
  reliability: number;
  communication: number;
  quality: number;
};

/** Averages with one decimal; null under the least number of votes, where one voter could be made out. */
export function averagesOf(sums: RatingSums, minimum: number): Omit<RatingSums, "votes"> | null {
  const { votes } = sums;
  if (votes < minimum || votes === 0) return null;
  const mean = (total: number) => Math.round((total / votes) * 10) / 10;
  return {
    reliability: mean(sums.reliability),
    communication: mean(sums.communication),
    quality: mean(sums.quality),
  };
}
