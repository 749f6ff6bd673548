import { noteChallengePayment } from "~/domain/challenges/note-challenge-payment.server";
import { systemActor } from "~/domain/identity/actor";
import type { JobPayloads } from "~/domain/shared/job-payloads";
import { noteLotPayment } from "~/domain/trading/note-lot-payment.server";
import type { JobContext } from "../job-handler";

const market = systemActor("payments");

/** Tells the case of a payment that it was paid, returned, cancelled or has lapsed. */
export async function tellCaseOfPayment(
  { paymentId }: JobPayloads["payments.changed"],
  { db }: JobContext,
): Promise<void> {
  const payment = await db.payment.findUnique({
    where: { id: paymentId },
    select: { caseType: true },
  });
  switch (payment?.caseType) {
    case "LOT":
      return noteLotPayment(paymentId, market, db);
    case "CHALLENGE":
      return noteChallengePayment(paymentId, market, db);
  }
}
