import Stripe from "stripe";
import { env } from "./env.server";

let client: Stripe | undefined;

/** Stripe's SDK with this installation's key, or null where card payment is not configured. */
export function findStripe(): Stripe | null {
  const { STRIPE_SECRET_KEY } = env();
  if (!STRIPE_SECRET_KEY) return null;
  client ??= new Stripe(STRIPE_SECRET_KEY, { telemetry: false, maxNetworkRetries: 2 });
  return client;
}

/**
 * An event from a webhook body whose signature is right.
 * @returns null when the endpoint is not configured or the signature is wrong or too old
 */
export function readStripeEvent(body: string, signature: string | null): Stripe.Event | null {
  const { STRIPE_WEBHOOK_SECRET } = env();
  const stripe = findStripe();
  if (!stripe || !STRIPE_WEBHOOK_SECRET || !signature) return null;
  try {
    return stripe.webhooks.constructEvent(body, signature, STRIPE_WEBHOOK_SECRET);
  } catch {
    return null;
  }
}
