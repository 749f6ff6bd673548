import { lockDeal } from "~/domain/deals/deal-access.server";
import type { UserActor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { getReadableContract } from "./contract-access.server";
import { contractConduct } from "./contract-conduct.server";

/**
 * Gives up a contract that is not signed; all its versions stay readable and a new one may be drafted.
 * @throws DomainError "note_required", "wrong_state" (409), "wrong_actor" (403), "not_found" (404)
 */
export async function voidContract(
  ids: { dealId: string; contractId: string },
  note: string,
  actor: UserActor,
  db: Db,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await getReadableContract(tx, ids, actor);
    await lockDeal(tx, ids.dealId);
    await advance(tx, contractConduct, ids.contractId, "void", actor, { note });
  });
}
