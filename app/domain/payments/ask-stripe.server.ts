import { systemActor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { Db } from "~/platform/db.server";
import { findStripe } from "~/platform/stripe.server";
import { openSession } from "./checkout-session.server";
import { paymentConduct } from "./payment-conduct.server";
import { paymentSelect } from "./payment-rows.server";
import { readAndConverge } from "./session-truth.server";

/**
 * Asks Stripe how the present attempt of a payment stands and brings the payment into line. A session
 * that is open though its payment has ended is closed.
 */
export async function askStripe(paymentId: string, db: Db): Promise<void> {
  const stripe = findStripe();
  const row = await db.payment.findUnique({ where: { id: paymentId }, select: paymentSelect });
  if (!stripe || !row || row.method !== "STRIPE") return;
  if (row.stripeSessionId === null) {
    // The process ended between the start and Stripe's answer: the same key finds the session.
    if (row.state !== "STARTED") return;
    await readAndConverge(stripe, (await openSession(stripe, row, db)).id, db);
    return;
  }
  const isKnown = await readAndConverge(stripe, row.stripeSessionId, db);
  if (isKnown || row.state !== "STARTED") return;
  await advance(db, paymentConduct, row.id, "closeSession", systemActor("stripe"), {
    note: "unknown at Stripe",
  });
}
