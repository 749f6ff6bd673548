import { scheduleAuction } from "~/domain/bidding/schedule-auction.server";
import { systemActor } from "~/domain/identity/actor";
import type { JobPayloads } from "~/domain/shared/job-payloads";
import type { JobContext } from "../job-handler";

/** Makes the run of a lot that several admitted bidders want. */
export async function scheduleBidding(
  { lotId }: JobPayloads["bidding.schedule"],
  { db }: JobContext,
): Promise<void> {
  await scheduleAuction(lotId, systemActor("bidding.schedule"), db);
}
