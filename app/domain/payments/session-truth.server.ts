import type Stripe from "stripe";
import type { Db } from "~/platform/db.server";
import { findSession } from "./checkout-session.server";
import { convergeSession } from "./converge-session.server";

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
