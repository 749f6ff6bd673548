import type { Actor } from "~/domain/identity/actor";
import type { Db } from "~/platform/db.server";
import type { OperateAuctionInput } from "./bid-schema";
import { operateRun } from "./operate-auction.server";

/**
 * Lets a suspended run go on; its end moves by the time that it stood still.
 * @throws DomainError "not_found" (404), "forbidden" (403), "wrong_state" (409)
 */
export function resumeAuction(input: OperateAuctionInput, actor: Actor, db: Db): Promise<void> {
  return operateRun("RESUME", input, actor, db);
}
