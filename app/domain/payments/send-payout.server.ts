import type Stripe from "stripe";
import { systemActor } from "~/domain/identity/actor";
import { isId } from "~/domain/shared/ids";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { findStripe } from "~/platform/stripe.server";
import { payoutConduct } from "./payout-conduct.server";

const market = systemActor("stripe");

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

/** Brings a payout into line with its transfer at Stripe. */
export async function convergePayout(transfer: Stripe.Transfer, db: Db): Promise<void> {
  const payoutId = transfer.metadata?.payoutId;
  if (!isId(payoutId)) return;
  await inTransaction(db, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Payout" WHERE id = ${payoutId}::uuid FOR UPDATE`;
    const row = await tx.payout.findUnique({ where: { id: payoutId } });
    if (row?.state !== "SENT" || row.method !== "STRIPE") return;
    const isWhole = BigInt(transfer.amount) === row.amountFen && !transfer.reversed;
    const input = { transferId: transfer.id };
    if (isWhole) await advance(tx, payoutConduct, payoutId, "settle", market, input);
    else await advance(tx, payoutConduct, payoutId, "fail", market, { ...input, note: "reversed" });
  });
}
