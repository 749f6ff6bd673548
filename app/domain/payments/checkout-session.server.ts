import type Stripe from "stripe";
import type { DbOrTx } from "~/platform/db.server";
import { appUrl } from "~/platform/env.server";
import { isMissingAtStripe } from "~/platform/stripe.server";
import { paymentHref } from "./payment-href";
import type { PaymentRow } from "./payment-rows.server";

/** With the fee that Stripe took, as far as it is known. */
const expand = ["payment_intent.latest_charge.balance_transaction"];

/** The session as Stripe has it now; null when Stripe does not know it. */
export async function findSession(
  stripe: Stripe,
  id: string,
): Promise<Stripe.Checkout.Session | null> {
  try {
    return await stripe.checkout.sessions.retrieve(id, { expand });
  } catch (error) {
    if (isMissingAtStripe(error)) return null;
    throw error;
  }
}

/**
 * Makes the session of the payment's present attempt and notes it. The key is the attempt's own, and
 * so are all values: asked twice, also by two at once or after a crash, Stripe answers with the same
 * session.
 */
export async function openSession(
  stripe: Stripe,
  row: PaymentRow,
  db: DbOrTx,
): Promise<Stripe.Checkout.Session> {
  const back = `${appUrl()}${paymentHref(row.id)}/return`;
  const metadata = { paymentId: row.id, attempt: String(row.attempt), reference: row.reference };
  const session = await stripe.checkout.sessions.create(
    {
      mode: "payment",
      allowed_payment_method_types: ["card", "alipay", "wechat_pay"],
      payment_method_options: { wechat_pay: { client: "web" } },
      line_items: [
        {
          quantity: 1,
          price_data: {
            currency: row.currency.toLowerCase(),
            unit_amount: Number(row.amountFen),
            product_data: { name: row.title.slice(0, 200), description: row.reference },
          },
        },
      ],
      client_reference_id: row.id,
      metadata,
      payment_intent_data: { metadata, description: row.reference },
      success_url: back,
      cancel_url: back,
    },
    { idempotencyKey: `payment:${row.id}:${row.attempt}` },
  );
  await db.payment.updateMany({
    where: { id: row.id, attempt: row.attempt, stripeSessionId: null, method: "STRIPE" },
    data: { stripeSessionId: session.id },
  });
  return session;
}
