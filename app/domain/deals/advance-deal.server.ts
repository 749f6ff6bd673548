import { systemActor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { Tx } from "~/platform/db.server";
import { dealConduct } from "./deal-conduct.server";
import type { DealMove } from "./deal-procedure";

// What the market does with a room when a term sheet or a contract has moved. The caller holds the
// room's lock (lockDeal), and writes the event that the room reads.

/** One term sheet is accepted. @throws DomainError "wrong_state" (409) unless the room is open */
export function agreeDeal(tx: Tx, dealId: string, note?: string): Promise<void> {
  return move(tx, dealId, "agree", note);
}

/** The accepted term sheet was released: the sides talk on. @throws DomainError "wrong_state" (409) */
export function reopenDeal(tx: Tx, dealId: string, note?: string): Promise<void> {
  return move(tx, dealId, "reopen", note);
}

/** The main contract is signed. @throws DomainError "wrong_state" (409) */
export function contractDeal(tx: Tx, dealId: string, note?: string): Promise<void> {
  return move(tx, dealId, "contract", note);
}

/** The contract is performed. @throws DomainError "wrong_state" (409) */
export function completeDeal(tx: Tx, dealId: string, note?: string): Promise<void> {
  return move(tx, dealId, "complete", note);
}

/** The signed contract was terminated. @throws DomainError "wrong_state" (409) */
export function terminateDeal(tx: Tx, dealId: string, note?: string): Promise<void> {
  return move(tx, dealId, "terminate", note);
}

function move(tx: Tx, dealId: string, name: DealMove, note: string | undefined): Promise<void> {
  return advance(tx, dealConduct, dealId, name, systemActor("deal"), note ? { note } : {});
}
