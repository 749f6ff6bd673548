import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { clock, dateColumn } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db, Tx } from "~/platform/db.server";
import { type BankListLine, readBankList } from "./bank-list-rules";
import { findReference } from "./payment-reference-rules";

/**
 * Takes in the bank's list: all lines or none; lines known before are left as they are. A line names
 * its payment by the reference in its text, or by the number of a proof, refund or payout.
 * @throws DomainError "forbidden" (403), at `file`: "bank_list_unreadable", "bank_list_row",
 * "bank_list_conflict" (409)
 */
export async function importBankList(
  csv: string,
  actor: UserActor,
  db: Db,
): Promise<{ created: number; known: number; matched: number }> {
  assertCan(actor, "ledger.operate");
  const read = readBankList(csv);
  if (!read) throw new DomainError("bank_list_unreadable", { field: "file" });
  if ("fault" in read)
    throw new DomainError("bank_list_row", { field: "file", params: read.fault });
  const { lines } = read;
  return inTransaction(db, async (tx) => {
    const now = clock.now();
    const payments = await findPayments(tx, lines);
    const created = await tx.bankLine.createManyAndReturn({
      data: lines.map((line) => ({
        ...line,
        id: newId(),
        bookedOn: dateColumn(line.bookedOn),
        matchedPaymentId: payments.get(line.bankReference) ?? null,
        importedById: actor.userId,
        createdAt: now,
      })),
      skipDuplicates: true,
      select: { matchedPaymentId: true },
    });
    await refuseChanged(tx, lines);
    await appendAudit(tx, actor, {
      action: "payment.bank-list.imported",
      subjectType: "BankLine",
      subjectId: newId(),
      detail: { lines: lines.length, created: created.length },
    });
    const matched = created.filter((line) => line.matchedPaymentId !== null).length;
    return { created: created.length, known: lines.length - created.length, matched };
  });
}

/** The bank does not change a line that it has booked: another amount means another list. */
async function refuseChanged(tx: Tx, lines: readonly BankListLine[]): Promise<void> {
  const stored = await tx.bankLine.findMany({
    where: { bankReference: { in: lines.map((line) => line.bankReference) } },
    select: { bankReference: true, amountFen: true },
  });
  const amounts = new Map(stored.map((line) => [line.bankReference, line.amountFen]));
  const changed = lines.find((line) => amounts.get(line.bankReference) !== line.amountFen);
  if (!changed) return;
  throw new DomainError("bank_list_conflict", {
    field: "file",
    status: 409,
    params: { reference: changed.bankReference },
  });
}

async function findPayments(tx: Tx, lines: readonly BankListLine[]): Promise<Map<string, string>> {
  const numbers = lines.map((line) => line.bankReference);
  const references = new Map(
    lines.flatMap((line) => {
      const reference = findReference(line.text);
      return reference ? [[line.bankReference, reference] as const] : [];
    }),
  );
  const [proofs, refunds, payouts, payments] = await Promise.all([
    tx.transferProof.findMany({ where: { bankReference: { in: numbers }, rejectedAt: null } }),
    tx.refund.findMany({ where: { bankReference: { in: numbers } } }),
    tx.payout.findMany({ where: { bankReference: { in: numbers } } }),
    tx.payment.findMany({
      where: { reference: { in: [...references.values()] } },
      select: { id: true, reference: true },
    }),
  ]);
  const byReference = new Map(payments.map((payment) => [payment.reference, payment.id]));
  const found = new Map<string, string>();
  for (const [number, reference] of references) {
    const id = byReference.get(reference);
    if (id) found.set(number, id);
  }
  for (const row of [...proofs, ...refunds]) {
    if (row.bankReference) found.set(row.bankReference, row.paymentId);
  }
  for (const row of payouts) if (row.bankReference) found.set(row.bankReference, row.caseId);
  return found;
}
