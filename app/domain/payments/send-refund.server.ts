import type Stripe from "stripe";
import { systemActor } from "~/domain/identity/actor";
import { notify } from "~/domain/notifications/notify.server";
import { listOperatorIds } from "~/domain/notifications/recipients-queries.server";
import { isId } from "~/domain/shared/ids";
import { toYuanText } from "~/domain/shared/money";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db, Tx } from "~/platform/db.server";
import { findStripe } from "~/platform/stripe.server";
import { refundConduct } from "./refund-conduct.server";

const market = systemActor("stripe");

/**
 * Sends a refund through Stripe and brings it into line with what Stripe says. Runs again after a
 * crash at any point without a second refund: it looks for the refund before it asks for one, and asks
 * with the attempt's own key.
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
  const answer =
    found ??
    (await stripe.refunds.create(
      { payment_intent: intent, amount: Number(refund.amountFen), metadata },
      { idempotencyKey: `refund:${refundId}:${refund.attempt}` },
    ));
  await convergeRefund(answer, db);
}

/** Brings a refund into line with what Stripe says about it: in any order, however often. */
export async function convergeRefund(stripeRefund: Stripe.Refund, db: Db): Promise<void> {
  const refundId = stripeRefund.metadata?.refundId;
  if (!isId(refundId)) return;
  await inTransaction(db, async (tx) => {
    const row = await lockRefund(tx, refundId);
    if (row?.method !== "STRIPE") return;
    // An earlier attempt that failed says nothing about the present one.
    if (stripeRefund.metadata?.attempt !== String(row.attempt)) return;
    const input = { refundId: stripeRefund.id };
    const isWhole = BigInt(stripeRefund.amount) === row.amountFen;
    if (stripeRefund.status === "succeeded" && isWhole) {
      if (row.state === "SENT" || row.state === "FAILED") {
        await advance(tx, refundConduct, refundId, "settle", market, input);
      }
      return;
    }
    const hasFailed = stripeRefund.status === "failed" || stripeRefund.status === "canceled";
    if (hasFailed) {
      const note = stripeRefund.failure_reason ?? stripeRefund.status ?? "failed";
      if (row.state === "SENT") {
        await advance(tx, refundConduct, refundId, "fail", market, { ...input, note });
      }
      await tellOfFailure(tx, row.paymentId, stripeRefund.id);
      return;
    }
    await tx.refund.updateMany({
      where: { id: refundId, stripeRefundId: null },
      data: { stripeRefundId: stripeRefund.id },
    });
  });
}

async function lockRefund(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "Refund" WHERE id = ${id}::uuid FOR UPDATE`;
  return tx.refund.findUnique({ where: { id } });
}

async function tellOfFailure(tx: Tx, paymentId: string, stripeRefundId: string): Promise<void> {
  const payment = await tx.payment.findUniqueOrThrow({ where: { id: paymentId } });
  await notify(tx, {
    userIds: await listOperatorIds(tx),
    kind: "payRefundFailed",
    params: { title: payment.title, amount: toYuanText(payment.amountFen) },
    href: "/office/refunds",
    dedupeKey: `pay-refund-failed:${stripeRefundId}`,
  });
}
