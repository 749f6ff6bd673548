import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { armTick } from "./auction-timers.server";
import { tickAuction } from "./tick-auction.server";

/** A little more than the minute until the next sweep. */
const AHEAD_SECONDS = 70;

/**
 * Ticks every run on which something is due, and sets timers for what is due until the next sweep. One
 * that fails does not keep the others waiting.
 */
export async function sweepAuctions(
  db: Db,
): Promise<{ ticked: number; failures: { id: string; error: unknown }[] }> {
  const rows = await db.$queryRaw<{ id: string; waitMs: number }[]>`
    SELECT id, (extract(epoch FROM "nextAt" - clock_timestamp()) * 1000)::float8 AS "waitMs"
    FROM "Auction" WHERE state IN ('SCHEDULED', 'OPEN')
      AND "nextAt" < clock_timestamp() + make_interval(secs => ${AHEAD_SECONDS})
    ORDER BY "nextAt" LIMIT 1000`;
  let ticked = 0;
  const failures: { id: string; error: unknown }[] = [];
  for (const { id, waitMs } of rows) {
    if (waitMs > 0) {
      armTick(db, id, waitMs);
      continue;
    }
    try {
      armTick(db, id, await tickAuction(id, db));
      ticked += 1;
    } catch (error) {
      failures.push({ id, error });
    }
  }
  await orderRuns(db);
  await orderPapers(db);
  return { ticked, failures };
}

/** Orders the run of a lot in bidding that has none: its job was lost, or failed while the lot stood still. */
async function orderRuns(db: Db): Promise<void> {
  const lots = await db.lot.findMany({
    where: { state: "BIDDING", auctions: { none: {} } },
    orderBy: { id: "asc" },
    take: 100,
    select: { id: true },
  });
  for (const { id: lotId } of lots) {
    await inTransaction(db, (tx) =>
      enqueueJob(tx, "bidding.schedule", { lotId }, { key: `bidding.schedule:${lotId}` }),
    );
  }
}

/** Orders what is missing of finished runs: a confirmation that has come, or a job that was lost. */
async function orderPapers(db: Db): Promise<void> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT run.id FROM "Auction" run JOIN "Lot" lot ON lot.id = run."lotId"
    WHERE run.state IN ('ENDED', 'VOID') AND run."endedAt" < clock_timestamp() - interval '10 seconds'
      AND (run."publishedAt" IS NULL OR (run.state = 'ENDED' AND run."resultFileId" IS NULL)
        OR (run."winnerBidderId" IS NOT NULL AND run."confirmationFileId" IS NULL
          AND lot.state IN ('SOLD', 'CONTRACTED', 'CLOSED')))
    LIMIT 100`;
  for (const { id } of rows) {
    await inTransaction(db, (tx) =>
      enqueueJob(tx, "bidding.publish", { auctionId: id }, { key: `bidding.publish:${id}` }),
    );
  }
}
