import type Stripe from "stripe";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db, Tx } from "~/platform/db.server";
import { differenceKey, differenceReturnKey } from "./difference-key";
import { book } from "./post-booking.server";

/**
 * A refund that an operator made at Stripe, of money that is held as a difference, clears the account
 * `differences`; one that fails afterwards, as Stripe allows, puts it back. Once each, in any order.
 * Refunds of anything else are none of the market's: the reconciliation names them.
 */
export async function convergeReturn(refund: Stripe.Refund, db: Db): Promise<void> {
  const intent = refund.payment_intent;
  const intentId = typeof intent === "string" ? intent : (intent?.id ?? null);
  if (!intentId) return;
  const hasFailed = refund.status === "failed" || refund.status === "canceled";
  if (refund.status !== "succeeded" && !hasFailed) return;
  await inTransaction(db, async (tx) => {
    const held = await tx.ledgerTransaction.findUnique({
      where: { dedupeKey: differenceKey(intentId) },
    });
    if (!held) return;
    const key = differenceReturnKey(refund.id);
    if (hasFailed) {
      const isBooked = await tx.ledgerTransaction.count({ where: { dedupeKey: key } });
      if (isBooked > 0) await move(tx, held, `${key}:failed`, -BigInt(refund.amount), refund.id);
      return;
    }
    await move(tx, held, key, BigInt(refund.amount), refund.id);
  });
}

type Held = { caseType: string; caseId: string; paymentId: string | null };

async function move(tx: Tx, held: Held, dedupeKey: string, amountFen: bigint, refundId: string) {
  const { caseType, caseId, paymentId } = held;
  await book(tx, {
    ...{ kind: "DIFFERENCE_RETURNED", dedupeKey, caseType, caseId, note: refundId },
    ...(paymentId ? { paymentId } : {}),
    entries: [
      { account: "differences", amountFen },
      { account: "stripe", amountFen: -amountFen },
    ],
  });
}
