import type Stripe from "stripe";
import { systemActor } from "~/domain/identity/actor";
import { isId } from "~/domain/shared/ids";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { payoutConduct } from "./payout-conduct.server";

const market = systemActor("stripe");

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
