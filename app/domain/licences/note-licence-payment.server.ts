import { type Actor, systemActor } from "~/domain/identity/actor";
import { cancelPayment } from "~/domain/payments/cancel-payment.server";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { licencePurchaseConduct } from "./licence-purchase-conduct.server";

const market = systemActor("licences");

/**
 * News of a licence fee. Paid: the licence is issued; for a purchase that has ended the money goes
 * back. Lapsed or cancelled: the purchase lapses. The same news twice changes nothing.
 */
export async function noteLicencePayment(
  paymentId: string,
  actor: Actor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const purchases = await tx.$queryRaw<{ id: string; state: string }[]>`
      SELECT id, state FROM "LicencePurchase" WHERE "paymentId" = ${paymentId}::uuid FOR UPDATE`;
    const purchase = purchases[0];
    if (!purchase) return;
    const payment = await tx.payment.findUniqueOrThrow({
      where: { id: paymentId },
      select: { state: true },
    });
    if (payment.state === "PAID") {
      if (purchase.state === "CONFIRMED") {
        await advance(tx, licencePurchaseConduct, purchase.id, "pay", market);
      } else if (purchase.state === "CANCELLED" || purchase.state === "LAPSED") {
        await cancelPayment(tx, paymentId, actor);
      }
      return;
    }
    const isOver = payment.state === "LAPSED" || payment.state === "CANCELLED";
    if (isOver && purchase.state === "CONFIRMED") {
      await advance(tx, licencePurchaseConduct, purchase.id, "lapse", market);
    }
  });
}
