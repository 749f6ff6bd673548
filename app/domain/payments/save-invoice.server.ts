import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { sealBankAccount } from "./bank-account-cipher.server";
import { getPayerAccess } from "./payment-access.server";
import { lockPayment } from "./payment-rows.server";

type InvoiceInput = {
  paymentId: string;
  title: string;
  uscc: string;
  address: string;
  bankAccount: string;
  kind: "ORDINARY" | "SPECIAL";
};

/**
 * The payer of a fee says whom the invoice is for; until it is issued, as often as needed.
 * @throws DomainError "forbidden" (403), "payment_no_invoice" (409), "invoice_issued_already" (409)
 */
export async function saveInvoice(input: InvoiceInput, actor: UserActor, db: Db): Promise<void> {
  const { row } = await getPayerAccess(db, input.paymentId, actor);
  assertCan(actor, "pay.pay", { organisationId: row.payerOrganisationId });
  if (row.payeeOrganisationId !== null || row.purpose === "DEPOSIT") {
    throw new DomainError("payment_no_invoice", { status: 409 });
  }
  await inTransaction(db, async (tx) => {
    const { id: paymentId, amountFen, title } = await lockPayment(tx, input.paymentId);
    const found = await tx.invoice.findUnique({ where: { paymentId } });
    if (found?.issuedNumber) throw new DomainError("invoice_issued_already", { status: 409 });
    const data = {
      title: input.title,
      uscc: input.uscc,
      address: input.address,
      bankAccount: sealBankAccount(input.bankAccount, paymentId),
      kind: input.kind,
      item: title,
      amountFen,
    };
    const made = { id: newId(), createdAt: clock.now(), paymentId };
    const organisationId = row.payerOrganisationId;
    await tx.invoice.upsert({
      where: { paymentId },
      create: { ...data, ...made, organisationId },
      update: data,
    });
    await appendAudit(tx, actor, {
      action: "payment.invoice.saved",
      subjectType: "Payment",
      subjectId: paymentId,
      detail: { kind: input.kind },
    });
  });
}
