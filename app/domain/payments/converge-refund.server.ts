import type Stripe from "stripe";
import { systemActor } from "~/domain/identity/actor";
import { isId } from "~/domain/shared/ids";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { convergeReturn } from "./converge-return.server";
import { refundConduct } from "./refund-conduct.server";
import { lockRefund } from "./refund-rows.server";
import { tellRefundFailure } from "./tell-refund-failure.server";

const market = systemActor("stripe");

/** Brings a refund into line with what Stripe says about it: in any order, however often. */
export async function convergeRefund(stripeRefund: Stripe.Refund, db: Db): Promise<void> {
  const refundId = stripeRefund.metadata?.refundId;
  if (!isId(refundId)) return convergeReturn(stripeRefund, db);
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
      await tellRefundFailure(tx, row.paymentId, stripeRefund.id);
      return;
    }
    await tx.refund.updateMany({
      where: { id: refundId, stripeRefundId: null },
      data: { stripeRefundId: stripeRefund.id },
    });
  });
}
