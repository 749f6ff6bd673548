import { notify } from "~/domain/notifications/notify.server";
import { listOperatorIds } from "~/domain/notifications/recipients-queries.server";
import { toYuanText } from "~/domain/shared/money";
import type { Tx } from "~/platform/db.server";

/** The operators hear once of a refund that did not go through. */
export async function tellRefundFailure(
  tx: Tx,
  paymentId: string,
  stripeRefundId: string,
): Promise<void> {
  const payment = await tx.payment.findUniqueOrThrow({ where: { id: paymentId } });
  await notify(tx, {
    userIds: await listOperatorIds(tx),
    kind: "payRefundFailed",
    params: { title: payment.title, amount: toYuanText(payment.amountFen) },
    href: "/office/refunds",
    dedupeKey: `pay-refund-failed:${stripeRefundId}`,
  });
}
