import type Stripe from "stripe";
import { systemActor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { Db } from "~/platform/db.server";
import { findStripe } from "~/platform/stripe.server";
import { findSession, openSession } from "./checkout-session.server";
import { convergeSession } from "./converge-session.server";
import { paymentConduct } from "./payment-conduct.server";
import { paymentSelect } from "./payment-rows.server";

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

/** Reads a session at Stripe and does what follows from it. @returns false when Stripe has none */
export async function readAndConverge(stripe: Stripe, sessionId: string, db: Db): Promise<boolean> {
  const session = await findSession(stripe, sessionId);
  if (!session) return false;
  const step = await convergeSession(session, db);
  if (step === "EXPIRE") await expireSession(stripe, sessionId, db);
  return true;
}

/** Closes an open page of Stripe. Whoever paid on it at the same moment has paid: Stripe decides. */
export async function expireSession(stripe: Stripe, sessionId: string, db: Db): Promise<void> {
  await stripe.checkout.sessions.expire(sessionId).catch(() => {
    // Not open any more: what became of it is read below.
  });
  const session = await findSession(stripe, sessionId);
  if (session) await convergeSession(session, db);
}
