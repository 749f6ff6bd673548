import { type Actor, systemActor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { Tx } from "~/platform/db.server";
import { onBehalf } from "./on-behalf";
import { paymentConduct } from "./payment-conduct.server";
import { lockPayment } from "./payment-rows.server";
import { releaseDeposit } from "./release-deposit.server";
import { returnLimit } from "./return-limit.server";

const market = systemActor("payments");

/**
 * Takes a request back because its case is over. What was paid goes back; a transfer that is being
 * checked goes back as soon as it is confirmed. A payment that has ended stays as it is.
 */
export async function cancelPayment(tx: Tx, paymentId: string, actor: Actor): Promise<void> {
  const row = await lockPayment(tx, paymentId);
  switch (row.state) {
    case "DUE":
    case "STARTED":
      await advance(tx, paymentConduct, paymentId, "cancel", market, onBehalf(actor));
      return;
    case "PROOF_GIVEN":
    case "RECEIVED": {
      // Marks that the money must not stay when it turns out to be there.
      const returnDueAt = await returnLimit(tx);
      await tx.payment.update({ where: { id: paymentId }, data: { returnDueAt } });
      return;
    }
    case "PAID":
      await releaseDeposit(tx, paymentId, { reason: "cancelled" }, actor);
      return;
  }
}
