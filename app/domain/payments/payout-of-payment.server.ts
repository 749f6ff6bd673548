import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import type { Tx } from "~/platform/db.server";

/** A payout stands beside the payment that it comes from: one payment is passed on once. */
export const PAYOUT_CASE = "PAYMENT";

export function payoutOf(tx: Tx, paymentId: string) {
  return tx.payout.findFirst({
    where: { caseType: PAYOUT_CASE, caseId: paymentId },
    select: { id: true, state: true },
  });
}

/** What is now owed to an organisation waits for two operators to pass it on. */
export async function makePayout(
  tx: Tx,
  paymentId: string,
  organisationId: string,
  amountFen: bigint,
): Promise<void> {
  await tx.payout.createMany({
    data: [
      {
        id: newId(),
        organisationId,
        caseType: PAYOUT_CASE,
        caseId: paymentId,
        amountFen,
        method: "TRANSFER",
        createdAt: clock.now(),
      },
    ],
    skipDuplicates: true,
  });
}
