import { type Actor, systemActor } from "~/domain/identity/actor";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { rewardTaker } from "./reward-taker.server";

/**
 * A reward has been paid: the taker's case ends. Anything else about a payment leaves the case as it
 * is, and the same news twice changes nothing.
 */
export async function noteChallengePayment(
  paymentId: string,
  _actor: Actor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const payment = await tx.payment.findUnique({
      where: { id: paymentId },
      select: { caseType: true, itemId: true, purpose: true, state: true },
    });
    const isReward = payment?.caseType === "CHALLENGE" && payment.purpose === "REWARD";
    if (!payment || !isReward || payment.state !== "PAID" || !payment.itemId) return;
    await rewardTaker(tx, payment.itemId, systemActor("challenge"));
  });
}
