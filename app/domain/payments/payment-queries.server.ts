import type { DbOrTx, Tx } from "~/platform/db.server";
import type { PaymentCase } from "./payment-procedure";

/**
 * Whether the money of a payment is held now. The row stays locked for reading until the transaction
 * ends: what depends on the deposit and its return cannot pass each other.
 */
export async function isDepositHeld(tx: Tx, paymentId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ state: string }[]>`
    SELECT state FROM "Payment" WHERE id = ${paymentId}::uuid FOR SHARE`;
  return rows[0]?.state === "PAID";
}

/** All payments of a case, the oldest first; for the people of the case, who see them anyway. */
export function findPaymentsOfCase(db: DbOrTx, caseType: PaymentCase, caseId: string) {
  return db.payment.findMany({
    where: { caseType, caseId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: 500,
    select: {
      id: true,
      reference: true,
      state: true,
      purpose: true,
      itemId: true,
      title: true,
      payerOrganisationId: true,
      payeeOrganisationId: true,
      amountFen: true,
      dueAt: true,
      returnDueAt: true,
      paidAt: true,
      settledAt: true,
    },
  });
}
