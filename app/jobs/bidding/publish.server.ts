import { makeAuctionPapers } from "~/domain/bidding/make-auction-papers.server";
import { publishTranscript } from "~/domain/bidding/publish-transcript.server";
import { systemActor } from "~/domain/identity/actor";
import type { JobPayloads } from "~/domain/shared/job-payloads";
import type { JobContext } from "../job-handler";

/** Signs and publishes the record of a finished run, then makes the papers that are due. */
export async function publishAuction(
  { auctionId }: JobPayloads["bidding.publish"],
  { db }: JobContext,
): Promise<void> {
  const actor = systemActor("bidding.publish");
  await publishTranscript(auctionId, actor, db);
  await makeAuctionPapers(auctionId, actor, db);
}
