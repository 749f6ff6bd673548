import { handleStripeEvent } from "~/domain/payments/handle-stripe-event.server";
import type { JobPayloads } from "~/domain/shared/job-payloads";
import type { JobContext } from "../job-handler";

/** Reads at Stripe what an event hints at. */
export async function followStripeEvent(
  { eventId }: JobPayloads["payments.stripeEvent"],
  { db }: JobContext,
): Promise<void> {
  await handleStripeEvent(eventId, db);
}
