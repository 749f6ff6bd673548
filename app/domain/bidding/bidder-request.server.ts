import type { Actor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";
import type { Wish } from "./answer-requests.server";
import type { BidAnswer } from "./auction-view";
import { BIDDER_LEVEL } from "./bidder-queries.server";
import { queueRequest } from "./request-queue.server";

/**
 * Sends what a person wants, as bidder of a run, to the engine. Who it is, and whether it may, is asked
 * again of the database in the transaction that answers.
 * @throws DomainError "forbidden" (403), "bid_real_name" (403), "not_a_bidder" (403), "not_found" (404)
 */
export async function sendWish(
  input: { auctionId: string; clientKey: string },
  wish: Wish,
  actor: Actor,
  db: Db,
): Promise<BidAnswer> {
  if (actor.kind !== "USER") throw new DomainError("forbidden", { status: 403 });
  const organisationIds = actor.memberships
    .map((one) => one.organisationId)
    .filter((organisationId) => can(actor, "bid.place", { organisationId }))
    .sort((a, b) => Number(b === actor.organisationId) - Number(a === actor.organisationId));
  if (organisationIds.length === 0) throw new DomainError("forbidden", { status: 403 });
  if (actor.realNameLevel < BIDDER_LEVEL) throw new DomainError("bid_real_name", { status: 403 });
  const { auctionId, clientKey } = input;
  const asking = { userId: actor.userId, organisationIds, clientKey, wish };
  const answer = await queueRequest(db, auctionId, asking);
  if (!answer) throw new DomainError("not_a_bidder", { status: 403 });
  return answer;
}
