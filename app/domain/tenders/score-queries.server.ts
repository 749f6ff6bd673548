import type { DbOrTx } from "~/platform/db.server";
import { findDurations } from "./opened-bid-queries.server";
import { type ScoredBid, scoreBids } from "./scoring-rules";
import { readCriteria, readRules } from "./tender-schema";

/**
 * Points of bids from the scores of the seated members that were handed in.
 * @param which those that take part now, or those that were ranked, whatever became of them since
 */
export async function scoreTender(
  db: DbOrTx,
  tender: { id: string; criteria: unknown; rules: unknown },
  which: "OPENED" | "RANKED",
): Promise<ScoredBid[]> {
  const chosen = which === "OPENED" ? { state: "OPENED" } : { rank: { not: null } };
  const bids = await db.tenderBid.findMany({
    where: { tenderId: tender.id, ...chosen },
    orderBy: { id: "asc" },
    select: {
      id: true,
      priceFen: true,
      submittedAt: true,
      scores: {
        where: { member: { recusedAt: null, submittedAt: { not: null } } },
        orderBy: { memberId: "asc" },
        select: { criterionId: true, hundredths: true },
      },
    },
  });
  const durations = await findDurations(db, tender.id);
  const toScore = bids.map((bid) => {
    const scores: Record<string, number[]> = {};
    for (const { criterionId, hundredths } of bid.scores) {
      scores[criterionId] = [...(scores[criterionId] ?? []), hundredths];
    }
    const { id, priceFen, submittedAt } = bid;
    return {
      id,
      priceFen: priceFen ?? 0n,
      durationDays: durations.get(id) ?? 1,
      submittedAt: submittedAt.getTime(),
      scores,
    };
  });
  if (toScore.length === 0) return [];
  return scoreBids(toScore, readCriteria(tender.criteria), readRules(tender.rules));
}
