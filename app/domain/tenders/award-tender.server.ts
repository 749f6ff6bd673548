import type { Actor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { getTenderAccess } from "./tender-access.server";
import { tenderConduct } from "./tender-conduct.server";
import { lockTender } from "./tender-rows.server";

/**
 * 定标: somebody who may sign for the buyer awards to the first candidate, or to another with reasons
 * that are published.
 * @throws DomainError "not_found" (404), "wrong_actor" (403), "wrong_state" (409), "tender_standstill",
 * "tender_objections_open", "tender_not_a_candidate", "tender_reasons_needed"
 */
export async function awardTender(
  input: { tenderId: string; bidId: string; note: string },
  actor: Actor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await getTenderAccess(tx, input.tenderId, actor);
    const { id } = await lockTender(tx, input.tenderId);
    const { bidId, note } = input;
    await advance(tx, tenderConduct, id, "award", actor, { bidId, note });
  });
}
