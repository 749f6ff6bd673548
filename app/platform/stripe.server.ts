import Stripe from "stripe";
import { env } from "./env.server";

let client: { key: string; stripe: Stripe } | undefined;

/** Stripe's SDK with this installation's key, or null where card payment is not configured. */
export function findStripe(): Stripe | null {
  const { STRIPE_SECRET_KEY, STRIPE_API_BASE } = env();
  if (!STRIPE_SECRET_KEY) return null;
  const key = `${STRIPE_SECRET_KEY} ${STRIPE_API_BASE ?? ""}`;
  if (client?.key !== key) {
    const options = { telemetry: false, maxNetworkRetries: 2, timeout: 20_000 };
    const stripe = new Stripe(STRIPE_SECRET_KEY, { ...options, ...addressOf(STRIPE_API_BASE) });
    client = { key, stripe };
  }
  return client.stripe;
}

/** Where the SDK calls instead of Stripe's own address. */
function addressOf(
  base: string | undefined,
): Pick<Stripe.StripeConfig, "host" | "port" | "protocol"> {
  if (!base) return {};
  const { hostname, port, protocol } = new URL(base);
  const scheme = protocol === "http:" ? "http" : "https";
  return { host: hostname, protocol: scheme, port: port || (scheme === "http" ? 80 : 443) };
}

/** Stripe says that it does not know the object. */
export function isMissingAtStripe(error: unknown): boolean {
  return (
    error instanceof Stripe.errors.StripeInvalidRequestError && error.code === "resource_missing"
  );
}

/** Stripe could not be reached or is unwell: the same request may be sent again. */
export function isStripeAway(error: unknown): boolean {
  return (
    error instanceof Stripe.errors.StripeConnectionError ||
    error instanceof Stripe.errors.StripeAPIError ||
    error instanceof Stripe.errors.StripeRateLimitError
  );
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
