import { lockDeal } from "~/domain/deals/deal-access.server";
import { type Actor, systemActor } from "~/domain/identity/actor";
import { cancelPayment } from "~/domain/payments/cancel-payment.server";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { lockContract } from "./contract-end.server";
import { instalmentConduct } from "./instalment-conduct.server";
import { ONLINE_CASE } from "./online-payment.server";
import { goOnAfterSettlement } from "./settle-instalment.server";

const market = systemActor("performance");

/**
 * News of an instalment that was asked for online. Paid: the instalment is confirmed, without proof or
 * second person, as the payment provider has the money. Where the instalment was settled otherwise,
 * has ended or changed its amount meanwhile, the money goes back. The same news twice changes nothing.
 */
export async function noteInstalmentPayment(
  paymentId: string,
  actor: Actor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const asked = await tx.payment.findUnique({
      where: { id: paymentId },
      select: { caseType: true, itemId: true },
    });
    if (asked?.caseType !== ONLINE_CASE || !asked.itemId) return;
    const place = await tx.instalment.findUniqueOrThrow({
      where: { id: asked.itemId },
      select: { id: true, contractId: true, contract: { select: { dealId: true } } },
    });
    await lockDeal(tx, place.contract.dealId);
    await lockContract(tx, place.contractId);
    const payment = await tx.payment.findUniqueOrThrow({ where: { id: paymentId } });
    if (payment.state !== "PAID") return;
    const row = await tx.instalment.findUniqueOrThrow({
      where: { id: place.id },
      select: { state: true, amountFen: true, proofs: { where: { confirmedAt: { not: null } } } },
    });
    if (row.state === "PLANNED" && row.amountFen === payment.amountFen) {
      const input = { paymentId, amountFen: payment.amountFen.toString() };
      await advance(tx, instalmentConduct, place.id, "payOnline", market, input);
      await goOnAfterSettlement(tx, place.contractId, place.id);
      return;
    }
    // Confirmed without a proof means: confirmed by this payment, which it was asked for once.
    const isOwn = row.state === "CONFIRMED" && row.proofs.length === 0;
    if (!isOwn) await cancelPayment(tx, paymentId, actor);
  });
}
