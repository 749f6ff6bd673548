import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { calendarDate, clock, dateColumn } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { lockPayment } from "./payment-rows.server";

/**
 * An operator notes the number that the tax system gave to an invoice.
 * @throws DomainError "forbidden" (403), "not_found" (404), "invoice_issued_already" (409)
 */
export async function issueInvoice(
  input: { paymentId: string; issuedNumber: string; issuedOn: string },
  actor: UserActor,
  db: Db,
): Promise<void> {
  assertCan(actor, "pay.confirm");
  if (input.issuedOn > calendarDate(clock.now())) {
    throw new DomainError("paid_in_future", { field: "issuedOn" });
  }
  await inTransaction(db, async (tx) => {
    const { id: paymentId } = await lockPayment(tx, input.paymentId);
    const { count } = await tx.invoice.updateMany({
      where: { paymentId, issuedNumber: null },
      data: { issuedNumber: input.issuedNumber, issuedOn: dateColumn(input.issuedOn) },
    });
    if (count === 0) throw new DomainError("invoice_issued_already", { status: 409 });
    await appendAudit(tx, actor, {
      action: "payment.invoice.issued",
      subjectType: "Payment",
      subjectId: paymentId,
      detail: { number: input.issuedNumber },
    });
  });
}
