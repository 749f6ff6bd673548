import { armTick } from "~/domain/bidding/auction-timers.server";
import { tickAuction } from "~/domain/bidding/tick-auction.server";
import { clock } from "~/domain/shared/clock";
import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import type { JobPayloads } from "~/domain/shared/job-payloads";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { JobContext } from "../job-handler";

/** Lets time pass on a run and comes again at its next instant. */
export async function tickBidding(
  { auctionId }: JobPayloads["bidding.tick"],
  { db }: JobContext,
): Promise<void> {
  const waitMs = await tickAuction(auctionId, db);
  if (waitMs === null) return;
  armTick(db, auctionId, waitMs);
  const runAt = new Date(clock.now().getTime() + waitMs);
  await inTransaction(db, (tx) =>
    enqueueJob(tx, "bidding.tick", { auctionId }, { runAt, key: `bidding.tick:${auctionId}` }),
  );
}
