import type { Actor } from "~/domain/identity/actor";
import type { Db } from "~/platform/db.server";
import type { OperateAuctionInput } from "./bid-schema";
import { operateRun } from "./operate-auction.server";

/**
 * Stops the time of a run; nobody can bid until it goes on.
 * @throws DomainError "not_found" (404), "forbidden" (403), "wrong_state" (409)
 */
export function suspendAuction(input: OperateAuctionInput, actor: Actor, db: Db): Promise<void> {
  return operateRun("SUSPEND", input, actor, db);
}
