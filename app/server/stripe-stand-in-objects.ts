import { randomBytes } from "node:crypto";
import type Stripe from "stripe";

/*
 * Answers of the stand-in in the shapes of Stripe's own types: `satisfies` makes the compiler hold
 * every one of them to the SDK, so that a new version of the SDK that asks for more is noticed.
 */

export type NewSession = {
  amount: number;
  currency: string;
  metadata: Record<string, string>;
  intentMetadata: Record<string, string>;
  description: string;
  itemName: string;
  clientReferenceId: string | null;
  successUrl: string;
  cancelUrl: string | null;
  paymentMethodTypes: string[];
  url: (id: string) => string;
};

const HOURS_OPEN = 24;

export function newStripeId(prefix: string): string {
  return `${prefix}_${randomBytes(12).toString("hex")}`;
}

export function secondsNow(): number {
  return Math.floor(Date.now() / 1000);
}

/** A new Checkout session of mode "payment". */
export function makeSession(values: NewSession) {
  const id = newStripeId("cs_test");
  const created = secondsNow();
  return {
    id,
    object: "checkout.session" as const,
    adaptive_pricing: null,
    after_expiration: null,
    allow_promotion_codes: null,
    allowed_payment_method_types: values.paymentMethodTypes,
    amount_subtotal: values.amount,
    amount_total: values.amount,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: null,
    cancel_url: values.cancelUrl,
    client_reference_id: values.clientReferenceId,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created,
    currency: values.currency,
    currency_conversion: null,
    custom_fields: [],
    custom_text: {
      after_submit: null,
      shipping_address: null,
      submit: null,
      terms_of_service_acceptance: null,
    },
    customer: null,
    customer_account: null,
    customer_creation: null,
    customer_details: null,
    customer_email: null,
    discounts: null,
    expires_at: created + HOURS_OPEN * 3600,
    integration_identifier: null,
    invoice: null,
    invoice_creation: null,
    livemode: false,
    locale: null,
    managed_payments: null,
    metadata: values.metadata,
    mode: "payment" as const,
    origin_context: null,
    payment_intent: null as string | null,
    payment_link: null,
    payment_method_collection: null,
    payment_method_configuration_details: null,
    payment_method_options: null,
    payment_method_types: values.paymentMethodTypes,
    payment_status: "unpaid" as Stripe.Checkout.Session.PaymentStatus,
    permissions: null,
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: "open" as Stripe.Checkout.Session.Status,
    submit_type: null,
    subscription: null,
    success_url: values.successUrl,
    total_details: { amount_discount: 0, amount_shipping: null, amount_tax: 0 },
    ui_mode: null,
    url: values.url(id) as string | null,
    wallet_options: null,
  } satisfies Stripe.Checkout.Session;
}

/** The payment behind a session that somebody has paid. */
export function makeIntent(values: {
  amount: number;
  currency: string;
  description: string;
  metadata: Record<string, string>;
  method: string;
  chargeId: string;
}) {
  return {
    id: newStripeId("pi"),
    object: "payment_intent" as const,
    allowed_payment_method_types: null,
    amount: values.amount,
    amount_capturable: 0,
    amount_received: values.amount,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: "automatic_async" as const,
    client_secret: null,
    confirmation_method: "automatic" as const,
    created: secondsNow(),
    currency: values.currency,
    customer: null,
    customer_account: null,
    description: values.description,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: values.chargeId,
    livemode: false,
    managed_payments: null,
    metadata: values.metadata,
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: null,
    payment_method_types: [values.method],
    payment_record: null,
    processing: null,
    receipt_email: null,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: "succeeded" as const,
    transfer_group: null,
  } satisfies Stripe.PaymentIntent;
}

export type StandInSession = ReturnType<typeof makeSession>;
export type StandInIntent = ReturnType<typeof makeIntent>;
