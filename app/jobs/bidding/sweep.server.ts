import { sweepAuctions } from "~/domain/bidding/sweep-auctions.server";
import type { JobPayloads } from "~/domain/shared/job-payloads";
import type { JobContext } from "../job-handler";

/** Every minute: sees to the runs on which something is due now or soon. */
export async function sweepBidding(
  _payload: JobPayloads["bidding.sweep"],
  { db, logger }: JobContext,
): Promise<void> {
  const { failures } = await sweepAuctions(db);
  for (const { id, error } of failures) {
    logger.error({ auctionId: id, err: error }, "a run of bidding could not go on");
  }
}
