import { type Actor, systemActor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { Tx } from "~/platform/db.server";
import { onBehalf } from "./on-behalf";
import { paymentConduct } from "./payment-conduct.server";
import { lockPayment } from "./payment-rows.server";
import { payoutConduct } from "./payout-conduct.server";
import { payoutOf } from "./payout-of-payment.server";
import { returnLimit } from "./return-limit.server";

const market = systemActor("payments");

/**
 * Sends a paid deposit, or a payment that was not passed on yet, back to the payer: the refund is due
 * from now on. Again for one that is going back does nothing.
 * @throws DomainError "wrong_state" (409), "payment_passed_on"
 */
export async function releaseDeposit(
  tx: Tx,
  paymentId: string,
  input: { reason: string; returnDueAt?: Date | null },
  actor: Actor,
): Promise<void> {
  const row = await lockPayment(tx, paymentId);
  if (row.state === "RETURN_DUE" || row.state === "RETURNED") return;
  const returnDueAt = input.returnDueAt ?? (await returnLimit(tx));
  const payout = await payoutOf(tx, paymentId);
  await advance(tx, paymentConduct, paymentId, "release", market, {
    ...onBehalf(actor),
    note: input.reason,
    returnDueAt: returnDueAt.toISOString(),
  });
  if (payout && payout.state !== "SENT" && payout.state !== "DONE") {
    await advance(tx, payoutConduct, payout.id, "drop", market, onBehalf(actor));
  }
}
