import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { readReference } from "./payment-reference-rules";

/**
 * An operator says which payment a line of the bank belongs to. It books nothing: the payment goes its
 * own way through its proof and two people; what that way does not take is booked as bookBankLine says.
 * @throws DomainError "forbidden" (403), "payment_reference_unknown", "wrong_state" (409)
 */
export async function matchBankLine(
  input: { id: string; reference: string },
  actor: UserActor,
  db: Db,
): Promise<void> {
  assertCan(actor, "ledger.operate");
  const reference = readReference(input.reference);
  const payment = reference
    ? await db.payment.findUnique({ where: { reference }, select: { id: true } })
    : null;
  if (!payment) throw new DomainError("payment_reference_unknown", { field: "reference" });
  await inTransaction(db, async (tx) => {
    const { count } = await tx.bankLine.updateMany({
      where: { id: input.id, state: "LISTED", matchedPaymentId: null },
      data: { matchedPaymentId: payment.id },
    });
    if (count === 0) throw new DomainError("wrong_state", { status: 409 });
    await appendAudit(tx, actor, {
      action: "payment.bank-line.matched",
      subjectType: "BankLine",
      subjectId: input.id,
      detail: { paymentId: payment.id },
    });
  });
}
