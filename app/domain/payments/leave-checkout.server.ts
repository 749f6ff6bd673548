import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";
import { findStripe, isStripeAway } from "~/platform/stripe.server";
import { askStripe } from "./ask-stripe.server";
import { openSession } from "./checkout-session.server";
import { getPayerAccess } from "./payment-access.server";
import { expireSession } from "./session-truth.server";

/**
 * Gives an online payment up, so that it can be made another way. If it was paid meanwhile, it is paid.
 * @throws DomainError "forbidden" (403), "wrong_state" (409), "payment_online_away" (503)
 */
export async function leaveCheckout(paymentId: string, actor: UserActor, db: Db): Promise<void> {
  const { row } = await getPayerAccess(db, paymentId, actor);
  assertCan(actor, "pay.pay", { organisationId: row.payerOrganisationId });
  if (row.state !== "STARTED") throw new DomainError("wrong_state", { status: 409 });
  const stripe = findStripe();
  if (!stripe) throw new DomainError("payment_online_off", { status: 503 });
  try {
    const sessionId = row.stripeSessionId ?? (await openSession(stripe, row, db)).id;
    await expireSession(stripe, sessionId, db);
    await askStripe(paymentId, db);
  } catch (error) {
    if (isStripeAway(error)) throw new DomainError("payment_online_away", { status: 503 });
    throw error;
  }
}
