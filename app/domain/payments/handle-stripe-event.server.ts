import type Stripe from "stripe";
import { clock } from "~/domain/shared/clock";
import { isId } from "~/domain/shared/ids";
import type { Db } from "~/platform/db.server";
import { findStripe, isMissingAtStripe } from "~/platform/stripe.server";
import { askStripe } from "./ask-stripe.server";
import { convergeAccount } from "./converge-account.server";
import { convergePayout } from "./converge-payout.server";
import { convergeRefund } from "./converge-refund.server";
import { convergeRefundsOf } from "./converge-refunds-of.server";
import { readAndConverge } from "./session-truth.server";

/**
 * Follows up a stored event. The event is a hint only: it says which object to read at Stripe, never
 * what its state is, so that events may come in any order and any number.
 */
export async function handleStripeEvent(eventId: string, db: Db): Promise<void> {
  const stripe = findStripe();
  const event = await db.stripeEvent.findUnique({ where: { id: eventId } });
  if (!stripe || !event || event.handledAt) return;
  const hint = hintOf(event.payload);
  try {
    await follow(stripe, event.type, hint, db);
  } catch (error) {
    // An object of another installation, or of a stand-in that is gone: nothing of ours.
    if (!isMissingAtStripe(error)) throw error;
  }
  await db.stripeEvent.update({ where: { id: eventId }, data: { handledAt: clock.now() } });
}

type Hint = { id: string; paymentIntent: string };

async function follow(stripe: Stripe, type: string, hint: Hint, db: Db): Promise<void> {
  if (hint.id === "") return;
  if (type.startsWith("checkout.session.")) {
    await readAndConverge(stripe, hint.id, db);
  } else if (type.startsWith("payment_intent.")) {
    await followIntent(stripe, hint.id, db);
  } else if (type.startsWith("refund.")) {
    await convergeRefund(await stripe.refunds.retrieve(hint.id), db);
  } else if (type.startsWith("charge.") && hint.paymentIntent !== "") {
    // The payment first: a return is booked against the difference that it is of.
    await followIntent(stripe, hint.paymentIntent, db);
    await convergeRefundsOf(stripe, hint.paymentIntent, db);
  } else if (type.startsWith("transfer.")) {
    await convergePayout(await stripe.transfers.retrieve(hint.id), db);
  } else if (type === "account.updated") {
    await convergeAccount(stripe, hint.id, db);
  }
}

async function followIntent(stripe: Stripe, intentId: string, db: Db): Promise<void> {
  const intent = await stripe.paymentIntents.retrieve(intentId);
  const paymentId = intent.metadata?.paymentId;
  if (isId(paymentId)) await askStripe(paymentId, db);
}

function hintOf(payload: unknown): Hint {
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  const object = fieldsOf(fieldsOf(payload).object);
  return { id: text(object.id), paymentIntent: text(object.payment_intent) };
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
