import { systemActor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { findStripe } from "~/platform/stripe.server";
import { convergeRefund } from "./converge-refund.server";
import { refundConduct } from "./refund-conduct.server";
import { lockRefund } from "./refund-rows.server";
import { tellRefundFailure } from "./tell-refund-failure.server";

const market = systemActor("stripe");

/**
 * Sends a refund through Stripe and brings it into line with what Stripe says. Runs again after a
 * crash at any point without a second refund: it looks for the refund before it asks for one, and asks
 * with the attempt's own key. Money that somebody sent back at Stripe by hand is not sent again.
 */
export async function sendRefund(refundId: string, db: Db): Promise<void> {
  const stripe = findStripe();
  const state = await inTransaction(db, async (tx) => {
    const row = await lockRefund(tx, refundId);
    if (row?.method !== "STRIPE" || !stripe) return null;
    if (row.state === "DUE") await advance(tx, refundConduct, refundId, "sendOnline", market);
    return row.state;
  });
  if (!stripe || (state !== "DUE" && state !== "SENT")) return;
  const refund = await db.refund.findUniqueOrThrow({
    where: { id: refundId },
    include: { payment: { select: { stripePaymentIntentId: true } } },
  });
  const intent = refund.payment.stripePaymentIntentId;
  if (!intent) throw new Error(`refund ${refundId} has no payment at Stripe`);
  const metadata = { refundId, attempt: String(refund.attempt) };
  const { data: made } = await stripe.refunds.list({ payment_intent: intent, limit: 100 });
  const found = made.find(
    (one) => one.metadata?.refundId === refundId && one.metadata.attempt === metadata.attempt,
  );
  if (found) return convergeRefund(found, db);
  const byHand = made.filter((one) => one.status === "succeeded" && !one.metadata?.refundId);
  const sum = byHand.reduce((total, one) => total + BigInt(one.amount), 0n);
  const input = { refundId: byHand[0]?.id ?? "" };
  if (sum === refund.amountFen) return note("settle", input);
  // With a part of it gone, what is left is for a person to settle: Stripe would refuse the whole.
  if (sum > 0n) return note("fail", { ...input, note: "refunded_in_part_at_stripe" });
  const answer = await stripe.refunds.create(
    { payment_intent: intent, amount: Number(refund.amountFen), metadata },
    { idempotencyKey: `refund:${refundId}:${refund.attempt}` },
  );
  await convergeRefund(answer, db);

  function note(move: "settle" | "fail", values: Record<string, string>): Promise<void> {
    return inTransaction(db, async (tx) => {
      const row = await lockRefund(tx, refundId);
      if (row?.state !== "SENT") return;
      await advance(tx, refundConduct, refundId, move, market, values);
      if (move === "fail") await tellRefundFailure(tx, row.paymentId, values.refundId ?? "");
    });
  }
}
