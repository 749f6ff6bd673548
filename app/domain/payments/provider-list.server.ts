import type Stripe from "stripe";
import { isId } from "~/domain/shared/ids";
import { findStripe, isMissingAtStripe } from "~/platform/stripe.server";
import type { ProviderPayment, ProviderRefund } from "./reconciliation-rules";

/** How many records of a month are read at most. */
export const MAX_PROVIDER_RECORDS = 1000;
const PAGE = 100;
/** How many bookings are asked about one by one. */
const MAX_SINGLE = 20;

export type ProviderList = {
  payments: ProviderPayment[];
  refunds: ProviderRefund[];
  isCut: boolean;
};

/** What Stripe has of a span of time; null where Stripe is not configured. */
export async function readProvider(from: Date, to: Date): Promise<ProviderList | null> {
  const stripe = findStripe();
  if (!stripe) return null;
  const created = { gte: seconds(from), lt: seconds(to) };
  const [charges, refunds] = await Promise.all([
    readAll(stripe.charges.list({ created, limit: PAGE })),
    readAll(stripe.refunds.list({ created, limit: PAGE })),
  ]);
  return {
    payments: charges
      .filter((charge) => charge.paid && charge.status === "succeeded")
      .map((charge) => ({
        id: idOf(charge.payment_intent) ?? charge.id,
        amountFen: BigInt(charge.amount),
        currency: charge.currency,
        refundedFen: BigInt(charge.amount_refunded),
        paymentId: isId(charge.metadata.paymentId) ? charge.metadata.paymentId : null,
      })),
    refunds: refunds
      .filter((refund) => refund.status === "succeeded")
      .map((refund) => ({
        id: refund.id,
        amountFen: BigInt(refund.amount),
        paymentIntentId: idOf(refund.payment_intent),
      })),
    isCut: charges.length >= MAX_PROVIDER_RECORDS || refunds.length >= MAX_PROVIDER_RECORDS,
  };
}

/** Those of some payments that Stripe does not know. */
export async function findMissing(intentIds: readonly string[]): Promise<Set<string>> {
  const stripe = findStripe();
  const missing = new Set<string>();
  if (!stripe) return missing;
  for (const id of intentIds.slice(0, MAX_SINGLE)) {
    try {
      await stripe.paymentIntents.retrieve(id);
    } catch (error) {
      if (!isMissingAtStripe(error)) throw error;
      missing.add(id);
    }
  }
  return missing;
}

async function readAll<T extends { id: string }>(list: Stripe.ApiListPromise<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of list) {
    found.push(one);
    if (found.length >= MAX_PROVIDER_RECORDS) break;
  }
  return found;
}

const seconds = (date: Date) => Math.floor(date.getTime() / 1000);
const idOf = (value: string | { id: string } | null) =>
  typeof value === "string" ? value : (value?.id ?? null);
