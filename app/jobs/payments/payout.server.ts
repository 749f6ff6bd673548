import { sendPayout } from "~/domain/payments/send-payout.server";
import type { JobPayloads } from "~/domain/shared/job-payloads";
import type { JobContext } from "../job-handler";

/** Passes money on through Stripe Connect. */
export async function sendDuePayout(
  { payoutId }: JobPayloads["payments.payout"],
  { db }: JobContext,
): Promise<void> {
  await sendPayout(payoutId, db);
}
