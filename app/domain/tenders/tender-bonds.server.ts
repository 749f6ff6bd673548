import type { Actor } from "~/domain/identity/actor";
import { cancelPayment } from "~/domain/payments/cancel-payment.server";
import { findPaymentsOfCase } from "~/domain/payments/payment-queries.server";
import { releaseDeposit } from "~/domain/payments/release-deposit.server";
import type { Tx } from "~/platform/db.server";

/** An organisation's bond for a tender, whatever became of it. */
export async function findBond(tx: Tx, tenderId: string, organisationId: string) {
  return tx.payment.findFirst({
    where: {
      caseType: "TENDER",
      caseId: tenderId,
      purpose: "DEPOSIT",
      payerOrganisationId: organisationId,
    },
    orderBy: { createdAt: "desc" },
    select: { id: true, state: true, reference: true },
  });
}

/** Bonds go back to all but those who are still bound by their bids. */
export async function releaseBonds(
  tx: Tx,
  tenderId: string,
  bound: ReadonlySet<string>,
  reason: string,
  actor: Actor,
): Promise<void> {
  const payments = await findPaymentsOfCase(tx, "TENDER", tenderId);
  // One order for everybody, so that two moves at once cannot wait for each other.
  const free = payments
    .filter((one) => one.purpose === "DEPOSIT" && !bound.has(one.payerOrganisationId))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const { id, state } of free) {
    if (state === "PAID") await releaseDeposit(tx, id, { reason }, actor);
    else await cancelPayment(tx, id, actor);
  }
}
