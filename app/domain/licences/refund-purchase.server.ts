import type { Actor } from "~/domain/identity/actor";
import { cancelPayment } from "~/domain/payments/cancel-payment.server";
import { assertFound } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { licencePurchaseConduct } from "./licence-purchase-conduct.server";
import { loadLicencePurchases } from "./licence-purchase-rows.server";

/**
 * Ends a paid purchase for which no licence can be made, and gives the fee back.
 * @throws DomainError "not_found" (404), "wrong_actor" (403), "wrong_state" (409), "note_required"
 */
export async function refundPurchase(
  input: { purchaseId: string; note: string },
  actor: Actor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const [row] = isId(input.purchaseId) ? await loadLicencePurchases(tx, [input.purchaseId]) : [];
    const isKnown = row && licencePurchaseConduct.relations(actor, row).size > 0;
    const { id, payment } = assertFound(isKnown ? row : null);
    const note = input.note.trim();
    await advance(tx, licencePurchaseConduct, id, "refund", actor, note ? { note } : {});
    if (payment) await cancelPayment(tx, payment.id, actor);
  });
}
