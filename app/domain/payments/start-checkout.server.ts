import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { findStripe, isStripeAway } from "~/platform/stripe.server";
import { findSession, openSession } from "./checkout-session.server";
import { getPayerAccess } from "./payment-access.server";
import { paymentConduct } from "./payment-conduct.server";
import { lockPayment } from "./payment-rows.server";
import { readAndConverge } from "./session-truth.server";

/** A page that nobody came back from is asked about after so long. */
const ASK_AFTER_MS = 15 * 60_000;

/**
 * Opens Stripe's page for a payment, or leads back to the one that is open.
 * @returns the address of Stripe's page; null when there is nothing to pay there any more
 * @throws DomainError "forbidden" (403), "wrong_state" (409), "payment_too_late",
 * "payment_too_large_for_card", "payment_online_off" (503), "payment_online_away" (503)
 */
export async function startCheckout(
  paymentId: string,
  actor: UserActor,
  db: Db,
): Promise<string | null> {
  const access = await getPayerAccess(db, paymentId, actor);
  assertCan(actor, "pay.pay", { organisationId: access.row.payerOrganisationId });
  const stripe = findStripe();
  if (!stripe) throw new DomainError("payment_online_off", { status: 503 });
  const row = await inTransaction(db, async (tx) => {
    const present = await lockPayment(tx, paymentId);
    // Two clicks at once: the second finds the attempt of the first and joins it.
    if (present.state === "STARTED") return present;
    await advance(tx, paymentConduct, paymentId, "start", actor);
    const runAt = new Date(clock.now().getTime() + ASK_AFTER_MS);
    const key = `payments.ask:${paymentId}`;
    await enqueueJob(tx, "payments.ask", { paymentId }, { runAt, key });
    return lockPayment(tx, paymentId);
  });
  try {
    if (row.stripeSessionId === null) return (await openSession(stripe, row, db)).url;
    const session = await findSession(stripe, row.stripeSessionId);
    if (session?.status === "open") return session.url;
    await readAndConverge(stripe, row.stripeSessionId, db);
    return null;
  } catch (error) {
    if (isStripeAway(error)) throw new DomainError("payment_online_away", { status: 503 });
    throw error;
  }
}
