import { askStripe } from "~/domain/payments/ask-stripe.server";
import type { JobPayloads } from "~/domain/shared/job-payloads";
import type { JobContext } from "../job-handler";

/** Asks Stripe about a payment whose page was opened. */
export async function askAboutPayment(
  { paymentId }: JobPayloads["payments.ask"],
  { db }: JobContext,
): Promise<void> {
  await askStripe(paymentId, db);
}
