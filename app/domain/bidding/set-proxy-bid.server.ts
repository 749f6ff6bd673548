import type { Actor } from "~/domain/identity/actor";
import type { Db } from "~/platform/db.server";
import type { BidAnswer } from "./auction-view";
import { placeBidSchema, type SetProxyBidInput } from "./bid-schema";
import { sendWish } from "./bidder-request.server";

/**
 * Gives the engine a maximum up to which it bids for the bidder; it takes the place of an earlier one.
 * The amount stays secret until the end, only its commitment is recorded.
 * @throws DomainError "forbidden", "bid_real_name", "not_a_bidder" (403), "not_found" (404)
 */
export async function setProxyBid(
  input: SetProxyBidInput,
  actor: Actor,
  db: Db,
): Promise<BidAnswer> {
  const { amountFen, isConfirmed, ...rest } = placeBidSchema.parse(input);
  return sendWish(rest, { kind: "SET_PROXY", amountFen, isConfirmed }, actor, db);
}
