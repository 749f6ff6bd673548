import { type Actor, systemActor } from "~/domain/identity/actor";
import { cancelPayment } from "~/domain/payments/cancel-payment.server";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { Tx } from "~/platform/db.server";
import { licencePurchaseConduct } from "./licence-purchase-conduct.server";

const market = systemActor("licences");

/**
 * Ends a purchase that was not paid in time. A fee that has arrived in the meantime is a licence; a
 * transfer that is being checked keeps the purchase alive until it is known.
 */
export async function lapsePurchase(tx: Tx, purchaseId: string, actor: Actor): Promise<void> {
  // The purchase before its payment, as everybody else locks them.
  await tx.$executeRaw`SELECT id FROM "LicencePurchase" WHERE id = ${purchaseId}::uuid FOR UPDATE`;
  const row = await tx.licencePurchase.findUnique({
    where: { id: purchaseId },
    select: { state: true, payment: { select: { id: true, state: true } } },
  });
  if (row?.state !== "CONFIRMED") return;
  const payment = row.payment;
  if (payment?.state === "PAID") {
    await advance(tx, licencePurchaseConduct, purchaseId, "pay", market);
    return;
  }
  if (payment?.state === "PROOF_GIVEN" || payment?.state === "RECEIVED") return;
  await advance(tx, licencePurchaseConduct, purchaseId, "lapse", market);
  if (payment) await cancelPayment(tx, payment.id, actor);
}
