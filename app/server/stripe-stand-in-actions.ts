import {
  makeBalanceTransaction,
  makeCharge,
  makeRefund,
  type StandInRefund,
} from "./stripe-stand-in-money.ts";
import { makeIntent, newStripeId, type StandInSession } from "./stripe-stand-in-objects.ts";
import { invalid, missing, StandInError } from "./stripe-stand-in-request.ts";
import type { StandInStore } from "./stripe-stand-in-store.ts";
import type { Webhooks } from "./stripe-stand-in-webhooks.ts";

/** The session, closed when its time is over. */
export function findSession(store: StandInStore, id: string): StandInSession {
  // The id stands in an address: it must not find what every object inherits.
  const session = Object.hasOwn(store.state.sessions, id) ? store.state.sessions[id] : undefined;
  if (!session) throw missing("checkout.session", id);
  if (session.status === "open" && session.expires_at * 1000 <= Date.now()) {
    Object.assign(session, { status: "expired", url: null });
  }
  return session;
}

/** Somebody pays on the page of a session. */
export function paySession(
  store: StandInStore,
  webhooks: Webhooks,
  id: string,
  method: string,
): StandInSession {
  const session = findSession(store, id);
  if (session.status !== "open") return session;
  const { state } = store;
  const extras = state.extras[id];
  const amount = session.amount_total;
  const chargeId = newStripeId("ch");
  const intent = makeIntent({
    ...{ amount, currency: session.currency, chargeId, method },
    description: extras?.description ?? "",
    metadata: extras?.intentMetadata ?? {},
  });
  const settled = makeBalanceTransaction(amount, session.currency, chargeId);
  const charge = makeCharge({
    ...{ id: chargeId, amount, currency: session.currency, intentId: intent.id },
    balanceTransactionId: settled.id,
    metadata: intent.metadata,
  });
  state.intents[intent.id] = intent;
  state.charges[chargeId] = charge;
  state.balanceTransactions[settled.id] = settled;
  Object.assign(session, {
    payment_intent: intent.id,
    payment_status: "paid",
    status: "complete",
    url: null,
  });
  store.save();
  webhooks.send("payment_intent.succeeded", intent);
  webhooks.send("charge.succeeded", charge);
  webhooks.send("checkout.session.completed", session);
  return session;
}

export function expireSession(store: StandInStore, webhooks: Webhooks, id: string): StandInSession {
  const session = findSession(store, id);
  if (session.status !== "open") {
    const text = `This Session is ${session.status}; only open Sessions can be expired.`;
    throw new StandInError(400, "invalid_request_error", "resource_invalid_state", text);
  }
  Object.assign(session, { status: "expired", url: null });
  store.save();
  webhooks.send("checkout.session.expired", session);
  return session;
}

/** A refund of a payment, whole or in part, never more than is left of it. */
export function refundIntent(
  store: StandInStore,
  webhooks: Webhooks,
  values: { intentId: string; amount: number | null; metadata: Record<string, string> },
): StandInRefund {
  const { state } = store;
  const intent = state.intents[values.intentId];
  if (!intent) throw missing("payment_intent", values.intentId);
  const charge = state.charges[intent.latest_charge];
  if (!charge) throw missing("charge", intent.latest_charge);
  const left = charge.amount - charge.amount_refunded;
  const amount = values.amount ?? left;
  if (left === 0) {
    const text = `Charge ${charge.id} has already been refunded.`;
    throw new StandInError(400, "invalid_request_error", "charge_already_refunded", text);
  }
  if (!Number.isInteger(amount) || amount <= 0 || amount > left) {
    throw invalid("amount", `Refund amount is greater than unrefunded amount on charge (${left})`);
  }
  charge.amount_refunded += amount;
  charge.refunded = charge.amount_refunded === charge.amount;
  const refund = makeRefund({
    ...{ amount, currency: intent.currency, intentId: intent.id, chargeId: charge.id },
    metadata: values.metadata,
  });
  state.refunds[refund.id] = refund;
  store.save();
  webhooks.send("refund.created", refund);
  webhooks.send("charge.refunded", charge);
  return refund;
}

/** Somebody goes through the page of an account link: the account can receive from now on. */
export function finishAccount(store: StandInStore, webhooks: Webhooks, id: string): void {
  const account = Object.hasOwn(store.state.accounts, id) ? store.state.accounts[id] : undefined;
  if (!account) throw missing("account", id);
  Object.assign(account, { charges_enabled: true, details_submitted: true, payouts_enabled: true });
  store.save();
  webhooks.send("account.updated", account);
}
