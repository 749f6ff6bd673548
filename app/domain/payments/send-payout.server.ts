import type { Db } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { findStripe } from "~/platform/stripe.server";
import { convergePayout } from "./converge-payout.server";

/**
 * Passes money on through Stripe Connect. Runs again after a crash without a second transfer: it looks
 * for the transfer in the payout's group before it asks for one.
 */
export async function sendPayout(payoutId: string, db: Db): Promise<void> {
  const stripe = findStripe();
  if (!stripe || !env().STRIPE_CONNECT) return;
  const row = await db.payout.findUnique({
    where: { id: payoutId },
    include: { organisation: { select: { stripeAccount: true } } },
  });
  if (row?.state !== "SENT" || row.method !== "STRIPE") return;
  const destination = row.organisation.stripeAccount?.accountId;
  if (!destination) throw new Error(`payout ${payoutId} has no account at Stripe`);
  const { data: made } = await stripe.transfers.list({ transfer_group: payoutId, limit: 10 });
  const transfer =
    made.find((one) => one.metadata?.payoutId === payoutId) ??
    (await stripe.transfers.create(
      {
        amount: Number(row.amountFen),
        currency: "cny",
        destination,
        transfer_group: payoutId,
        metadata: { payoutId },
      },
      { idempotencyKey: `payout:${payoutId}` },
    ));
  await convergePayout(transfer, db);
}
