import { noteChallengePayment } from "~/domain/challenges/note-challenge-payment.server";
import { systemActor } from "~/domain/identity/actor";
import { noteLicencePayment } from "~/domain/licences/note-licence-payment.server";
import { noteInstalmentPayment } from "~/domain/performance/note-instalment-payment.server";
import type { JobPayloads } from "~/domain/shared/job-payloads";
import { noteTenderPayment } from "~/domain/tenders/note-tender-payment.server";
import { noteLotPayment } from "~/domain/trading/note-lot-payment.server";
import type { JobContext } from "../job-handler";

const market = systemActor("payments");

const CASES = {
  LOT: noteLotPayment,
  TENDER: noteTenderPayment,
  CHALLENGE: noteChallengePayment,
  LICENCE: noteLicencePayment,
  CONTRACT: noteInstalmentPayment,
};

/** Tells the case of a payment that it was paid, returned, cancelled or has lapsed. */
export async function tellCaseOfPayment(
  { paymentId }: JobPayloads["payments.changed"],
  { db }: JobContext,
): Promise<void> {
  const payment = await db.payment.findUnique({
    where: { id: paymentId },
    select: { caseType: true },
  });
  const note = CASES[payment?.caseType as keyof typeof CASES];
  await note?.(paymentId, market, db);
}
