import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";
import { findStripe, isMissingAtStripe, isStripeAway } from "~/platform/stripe.server";
import { convergeRefundsOf } from "./converge-refunds-of.server";
import { differenceKey, intentOfDifference } from "./difference-key";
import { readAndConverge } from "./session-truth.server";

/**
 * An operator lets a payment be asked about once more: its session at Stripe and its refunds.
 * @throws DomainError "forbidden" (403), "not_found" (404), "payment_online_off", "payment_online_away"
 */
export async function askAboutDifference(
  paymentId: string,
  actor: UserActor,
  db: Db,
): Promise<void> {
  assertCan(actor, "ledger.operate");
  const row = assertFound(
    await db.payment.findUnique({
      where: { id: paymentId },
      select: { stripeSessionId: true, stripePaymentIntentId: true },
    }),
  );
  const stripe = findStripe();
  if (!stripe) throw new DomainError("payment_online_off", { status: 503 });
  try {
    if (row.stripeSessionId) await readAndConverge(stripe, row.stripeSessionId, db);
    const intent = row.stripePaymentIntentId;
    const intents = [...(await listHeldIntents(paymentId, db)), ...(intent ? [intent] : [])];
    for (const id of intents) await convergeRefundsOf(stripe, id, db);
  } catch (error) {
    if (isStripeAway(error)) throw new DomainError("payment_online_away", { status: 503 });
    if (!isMissingAtStripe(error)) throw error;
  }
}

/** Stripe's ids of the money of a payment that was held as a difference. */
async function listHeldIntents(paymentId: string, db: Db): Promise<string[]> {
  const rows = await db.ledgerTransaction.findMany({
    where: { paymentId, dedupeKey: { startsWith: differenceKey("pi_") } },
    select: { dedupeKey: true },
  });
  return rows.map((row) => intentOfDifference(row.dedupeKey));
}
