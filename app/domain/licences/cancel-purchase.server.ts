import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { cancelPayment } from "~/domain/payments/cancel-payment.server";
import { assertFound } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { licencePurchaseConduct } from "./licence-purchase-conduct.server";

/**
 * The buyer gives up a licence that is not paid.
 * @throws DomainError "not_found" (404) for strangers, "wrong_state" (409)
 */
export async function cancelPurchase(
  input: { purchaseId: string },
  actor: UserActor,
  db: Db,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const row = isId(input.purchaseId)
      ? await tx.licencePurchase.findUnique({
          where: { id: input.purchaseId },
          select: { id: true, organisationId: true, paymentId: true },
        })
      : null;
    const isBuyer = row && can(actor, "licence.buy", { organisationId: row.organisationId });
    const { id, paymentId } = assertFound(isBuyer ? row : null);
    await advance(tx, licencePurchaseConduct, id, "cancel", actor);
    if (paymentId) await cancelPayment(tx, paymentId, actor);
  });
}
