import type { Actor } from "~/domain/identity/actor";
import type { Db } from "~/platform/db.server";
import type { BidAnswer } from "./auction-view";
import { type PlaceBidInput, placeBidSchema } from "./bid-schema";
import { sendWish } from "./bidder-request.server";

/**
 * Bids an amount in a run. What it means is up to the mode and its phase: an open bid, a sealed one, the
 * price taken or agreed to, a raise, the last word. A refusal is an answer, not an error, and stands in
 * the record; a repeated `clientKey` is answered as the first time.
 * @throws DomainError "forbidden", "bid_real_name", "not_a_bidder" (403), "not_found" (404)
 */
export async function placeBid(input: PlaceBidInput, actor: Actor, db: Db): Promise<BidAnswer> {
  const { amountFen, isConfirmed, ...rest } = placeBidSchema.parse(input);
  return sendWish(rest, { kind: "BID", amountFen, isConfirmed }, actor, db);
}
