import type Stripe from "stripe";
import { newStripeId, secondsNow } from "./stripe-stand-in-objects.ts";

/** What the stand-in says that Stripe keeps of a payment, in basis points of it. */
const FEE_BP = 60;

export function makeCharge(values: {
  id: string;
  amount: number;
  currency: string;
  intentId: string;
  balanceTransactionId: string;
  metadata: Record<string, string>;
}) {
  return {
    id: values.id,
    object: "charge" as const,
    amount: values.amount,
    amount_captured: values.amount,
    amount_refunded: 0 as number,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: values.balanceTransactionId,
    billing_details: { address: null, email: null, name: null, phone: null, tax_id: null },
    calculated_statement_descriptor: null,
    captured: true,
    created: secondsNow(),
    currency: values.currency,
    customer: null,
    description: null,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    fraud_details: null,
    livemode: false,
    metadata: values.metadata,
    on_behalf_of: null,
    outcome: null,
    paid: true,
    payment_intent: values.intentId,
    payment_method: null,
    payment_method_details: null,
    receipt_email: null,
    receipt_number: null,
    receipt_url: null,
    refunded: false as boolean,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: "succeeded" as const,
    transfer_data: null,
    transfer_group: null,
  } satisfies Stripe.Charge;
}

export function makeBalanceTransaction(amount: number, currency: string, chargeId: string) {
  const fee = Math.round((amount * FEE_BP) / 10_000);
  const created = secondsNow();
  return {
    id: newStripeId("txn"),
    object: "balance_transaction" as const,
    amount,
    available_on: created,
    balance_type: "payments" as const,
    created,
    currency,
    description: null,
    exchange_rate: null,
    fee,
    fee_details: [],
    net: amount - fee,
    reporting_category: "charge",
    source: chargeId,
    status: "available",
    type: "charge" as const,
  } satisfies Stripe.BalanceTransaction;
}

export function makeRefund(values: {
  amount: number;
  currency: string;
  intentId: string;
  chargeId: string;
  metadata: Record<string, string>;
}) {
  return {
    id: newStripeId("re"),
    object: "refund" as const,
    amount: values.amount,
    balance_transaction: null,
    charge: values.chargeId,
    created: secondsNow(),
    currency: values.currency,
    customer: null,
    customer_account: null,
    metadata: values.metadata,
    payment_intent: values.intentId,
    payment_method: null,
    reason: null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: "succeeded" as string,
    transfer_reversal: null,
  } satisfies Stripe.Refund;
}

export function makeTransfer(values: {
  amount: number;
  currency: string;
  destination: string;
  group: string | null;
  metadata: Record<string, string>;
}) {
  const id = newStripeId("tr");
  return {
    id,
    object: "transfer" as const,
    amount: values.amount,
    amount_reversed: 0,
    balance_transaction: null,
    created: secondsNow(),
    currency: values.currency,
    description: null,
    destination: values.destination,
    livemode: false,
    metadata: values.metadata,
    reversals: {
      object: "list" as const,
      data: [],
      has_more: false,
      url: `/v1/transfers/${id}/reversals`,
    },
    reversed: false,
    source_transaction: null,
    transfer_group: values.group,
  } satisfies Stripe.Transfer;
}

/** Can receive nothing until its owner has been through the page of an account link. */
export function makeAccount(email: string | null, metadata: Record<string, string>) {
  const hasFinished: boolean = false;
  return {
    id: newStripeId("acct"),
    object: "account" as const,
    charges_enabled: hasFinished,
    details_submitted: hasFinished,
    email,
    metadata,
    payouts_enabled: hasFinished,
    type: "express" as const,
  } satisfies Stripe.Account;
}

export function makeAccountLink(url: string) {
  const created = secondsNow();
  return {
    object: "account_link" as const,
    created,
    expires_at: created + 300,
    url,
  } satisfies Stripe.AccountLink;
}

/** What every event of Stripe carries. */
type EventFields =
  | "id"
  | "object"
  | "api_version"
  | "created"
  | "data"
  | "livemode"
  | "pending_webhooks"
  | "request"
  | "type";

export function makeEvent(type: string, object: object) {
  return {
    id: newStripeId("evt"),
    object: "event" as const,
    api_version: "2026-10-28.endive",
    created: secondsNow(),
    data: { object },
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type,
  } satisfies Record<keyof Pick<Stripe.Event, EventFields>, unknown>;
}

export type StandInCharge = ReturnType<typeof makeCharge>;
export type StandInRefund = ReturnType<typeof makeRefund>;
export type StandInTransfer = ReturnType<typeof makeTransfer>;
