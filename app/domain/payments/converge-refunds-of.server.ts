import type Stripe from "stripe";
import type { Db } from "~/platform/db.server";
import { convergeRefund } from "./converge-refund.server";

/** Reads the refunds of one of Stripe's payments and brings the market into line with each. */
export async function convergeRefundsOf(
  stripe: Stripe,
  paymentIntentId: string,
  db: Db,
): Promise<void> {
  const { data } = await stripe.refunds.list({ payment_intent: paymentIntentId, limit: 100 });
  for (const refund of data) await convergeRefund(refund, db);
}
