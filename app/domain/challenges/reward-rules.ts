/** Part of a reward that goes to the person who referred the taker; never more than the reward. */
export function scoutPart(rewardFen: bigint, shareBp: number): bigint {
  return (rewardFen * BigInt(shareBp)) / 10_000n;
}

/** What is left of the poster's money when these takers have had theirs. */
export function leftOfPosterPart(posterFen: bigint, given: readonly (bigint | null)[]): bigint {
  return given.reduce<bigint>((left, one) => left - (one ?? 0n), posterFen);
}

/** Proposal for one of the takers who still work: an equal part of what is left, in whole fen. */
export function equalPart(leftFen: bigint, takers: number): bigint {
  return takers > 0 && leftFen > 0n ? leftFen / BigInt(takers) : 0n;
}

/** Conditions of an exemption (尽职免责), each of which the office confirms with the evidence seen. */
export const DILIGENCE = ["followedPlan", "keptRecords", "usedFunds", "noMisconduct"] as const;
export type DiligencePoint = (typeof DILIGENCE)[number];
