import type { UserActor } from "~/domain/identity/actor";
import type { Db } from "~/platform/db.server";
import { findStripe, isStripeAway } from "~/platform/stripe.server";
import { askStripe } from "./ask-stripe.server";
import { findSession } from "./checkout-session.server";
import { getPayerAccess } from "./payment-access.server";

export type ReturnResult = "paid" | "stillOpen" | "pending" | "notPaid" | "away";

/**
 * Brings a payment into line with Stripe when its payer comes back from Stripe's page.
 * @throws DomainError "not_found" (404) for strangers
 */
export async function askAfterReturn(
  paymentId: string,
  actor: UserActor,
  db: Db,
): Promise<ReturnResult> {
  await getPayerAccess(db, paymentId, actor);
  try {
    await askStripe(paymentId, db);
    const { row } = await getPayerAccess(db, paymentId, actor);
    if (row.state === "DUE" || row.state === "CANCELLED" || row.state === "LAPSED")
      return "notPaid";
    if (row.state !== "STARTED") return "paid";
    const stripe = findStripe();
    const session =
      stripe && row.stripeSessionId ? await findSession(stripe, row.stripeSessionId) : null;
    return session?.status === "complete" ? "pending" : "stillOpen";
  } catch (error) {
    if (isStripeAway(error)) return "away";
    throw error;
  }
}
