import type { Actor } from "~/domain/identity/actor";
import type { Db } from "~/platform/db.server";
import type { OperateAuctionInput } from "./bid-schema";
import { operateRun } from "./operate-auction.server";

/**
 * Declares a run void: it has no winner, and never will.
 * @throws DomainError "not_found" (404), "forbidden" (403), "wrong_state" (409)
 */
export function voidAuction(input: OperateAuctionInput, actor: Actor, db: Db): Promise<void> {
  return operateRun("VOID", input, actor, db);
}
