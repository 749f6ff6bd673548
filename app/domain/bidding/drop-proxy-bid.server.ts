import type { Actor } from "~/domain/identity/actor";
import type { Db } from "~/platform/db.server";
import type { BidAnswer } from "./auction-view";
import { type DropProxyBidInput, dropProxyBidSchema } from "./bid-schema";
import { sendWish } from "./bidder-request.server";

/**
 * Takes a maximum back. Bids that the engine has made for it stand.
 * @throws DomainError "forbidden", "bid_real_name", "not_a_bidder" (403), "not_found" (404)
 */
export async function dropProxyBid(
  input: DropProxyBidInput,
  actor: Actor,
  db: Db,
): Promise<BidAnswer> {
  return sendWish(dropProxyBidSchema.parse(input), { kind: "DROP_PROXY" }, actor, db);
}
