import { openDealFromTrade } from "~/domain/deals/open-deal-from-trade.server";
import { systemActor } from "~/domain/identity/actor";
import type { JobPayloads } from "~/domain/shared/job-payloads";
import type { JobContext } from "../job-handler";

/** Opens the room of a trade that has its two sides. */
export async function openRoomOfTrade(
  trade: JobPayloads["deals.fromTrade"],
  { db }: JobContext,
): Promise<void> {
  await openDealFromTrade(trade, systemActor("trading"), db);
}
