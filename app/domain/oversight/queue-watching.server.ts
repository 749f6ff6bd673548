import { clock } from "~/domain/shared/clock";
import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";

/** Longer than the distance of two sweeps, so that no move falls between them. */
const WINDOW_MS = 3 * 3_600_000;

/**
 * Queues a look at every lot, tender and challenge that made a move of late and has participants,
 * but not while bids are sealed or intentions come in: a flag would tell who takes part. A
 * look that waits already is not queued twice, and one that finds nothing new changes nothing.
 * @returns how many were queued
 */
export async function queueWatching(db: Db): Promise<number> {
  const since = new Date(clock.now().getTime() - WINDOW_MS);
  return inTransaction(db, async (tx) => {
    const moved = await tx.$queryRaw<
      { caseType: "LOT" | "TENDER" | "CHALLENGE"; caseId: string }[]
    >`
      SELECT DISTINCT "caseType", "caseId" FROM (
        SELECT 'LOT' AS "caseType", lot.id AS "caseId" FROM "ProcedureMove" move
          JOIN "Lot" lot ON lot.id = move."subjectId"
          WHERE move.procedure = 'lot' AND move.at >= ${since} AND NOT lot."isTraining"
            AND EXISTS (SELECT 1 FROM "LotApplication" part WHERE part."lotId" = lot.id)
        UNION ALL
        SELECT 'TENDER', tender.id FROM "ProcedureMove" move
          JOIN "Tender" tender ON tender.id = move."subjectId"
          WHERE move.procedure = 'tender' AND move.at >= ${since} AND tender."openedAt" IS NOT NULL
            AND EXISTS (SELECT 1 FROM "TenderBid" part WHERE part."tenderId" = tender.id)
        UNION ALL
        SELECT 'CHALLENGE', challenge.id FROM "ProcedureMove" move
          JOIN "Challenge" challenge ON challenge.id = move."subjectId"
          WHERE move.procedure = 'challenge' AND move.at >= ${since}
            AND challenge.state NOT IN ('DRAFT', 'VETTING', 'CORRECTION', 'PUBLISHED')
            AND EXISTS (SELECT 1 FROM "ChallengeIntention" part WHERE part."challengeId" = challenge.id)
      ) AS moved`;
    for (const { caseType, caseId } of moved) {
      await enqueueJob(
        tx,
        "trading.watch",
        { caseType, caseId },
        { key: `trading.watch:${caseType}:${caseId}` },
      );
    }
    return moved.length;
  });
}
