import { sendRefund } from "~/domain/payments/send-refund.server";
import type { JobPayloads } from "~/domain/shared/job-payloads";
import type { JobContext } from "../job-handler";

/** Sends a refund through Stripe. */
export async function sendDueRefund(
  { refundId }: JobPayloads["payments.refund"],
  { db }: JobContext,
): Promise<void> {
  await sendRefund(refundId, db);
}
