import type { UserActor } from "~/domain/identity/actor";
import { calendarDate, clock } from "~/domain/shared/clock";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import type { DbOrTx } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { findStripe } from "~/platform/stripe.server";
import { openBankAccount } from "./bank-account-cipher.server";
import { getPayerAccess, getPaymentAccess } from "./payment-access.server";
import { toListItem } from "./payment-list-queries.server";
import type { PaymentView, TransferProofView } from "./payment-view";

const dateText = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

/**
 * One payment as a person may see it: a payee sees what comes to it, not the payer's papers.
 * @throws DomainError "not_found" (404)
 */
export async function getPaymentView(
  id: string,
  actor: UserActor,
  db: DbOrTx,
): Promise<PaymentView> {
  const { parts, mayPay } = await getPaymentAccess(db, id, actor);
  const row = await db.payment.findUniqueOrThrow({
    where: { id },
    include: {
      payer: { select: { legalName: true, uscc: true } },
      payee: { select: { legalName: true } },
      refund: { select: { state: true, dueAt: true, doneAt: true } },
      invoice: true,
      proofs: {
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        include: { file: { select: { name: true } } },
      },
    },
  });
  const seesPapers = parts.includes("PAYER") || parts.includes("OPERATOR");
  const open = row.proofs.find((proof) => !proof.rejectedAt && !proof.confirmedAt);
  const maxFen = BigInt(await getPolicyNumber(db, "market.payment.card_max_yuan")) * 100n;
  const { BANK_ACCOUNT_NAME, BANK_ACCOUNT_NUMBER, BANK_NAME } = env();
  const isFee = row.payeeOrganisationId === null && row.purpose !== "DEPOSIT";
  const { invoice } = row;
  return {
    ...toListItem(row),
    caseId: row.caseId,
    method: row.method,
    paidAt: row.paidAt?.toISOString() ?? null,
    settledAt: row.settledAt?.toISOString() ?? null,
    parts,
    mayPay,
    proofs: seesPapers ? await toProofs(db, row.proofs) : [],
    refund:
      row.refund && seesPapers
        ? {
            state: row.refund.state,
            dueAt: row.refund.dueAt.toISOString(),
            doneAt: row.refund.doneAt?.toISOString() ?? null,
          }
        : null,
    online: { isOn: findStripe() !== null, isTooLarge: row.amountFen > maxFen, maxFen },
    account: { name: BANK_ACCOUNT_NAME, number: BANK_ACCOUNT_NUMBER, bank: BANK_NAME },
    today: calendarDate(clock.now()),
    invoice:
      isFee && seesPapers
        ? {
            data: invoice && {
              title: invoice.title,
              uscc: invoice.uscc,
              address: invoice.address,
              bankAccount: openBankAccount(invoice.bankAccount, invoice.paymentId),
              kind: invoice.kind,
              issuedNumber: invoice.issuedNumber,
              issuedOn: dateText(invoice.issuedOn),
            },
            mayEdit: mayPay && !invoice?.issuedNumber,
            suggested: { title: row.payer.legalName, uscc: row.payer.uscc ?? "" },
          }
        : null,
    isFirstPerson: actor.userId === open?.receivedById || actor.userId === open?.submittedById,
  };
}

type ProofRow = {
  id: string;
  amountFen: bigint;
  paidOn: Date;
  bankReference: string;
  file: { name: string };
  submittedById: string;
  createdAt: Date;
  receivedById: string | null;
  receivedAt: Date | null;
  confirmedById: string | null;
  confirmedAt: Date | null;
  rejectedById: string | null;
  rejectedAt: Date | null;
  rejectionNote: string;
};

async function toProofs(db: DbOrTx, rows: readonly ProofRow[]): Promise<TransferProofView[]> {
  const ids = rows.flatMap((row) => [
    row.submittedById,
    ...[row.receivedById, row.confirmedById, row.rejectedById].filter((id) => id !== null),
  ]);
  const users = await db.user.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  const names = new Map(users.map((user) => [user.id, user.name]));
  const nameOf = (id: string | null) => (id ? (names.get(id) ?? null) : null);
  return rows.map((row) => ({
    id: row.id,
    amountFen: row.amountFen,
    paidOn: dateText(row.paidOn) ?? "",
    bankReference: row.bankReference,
    fileName: row.file.name,
    submittedBy: nameOf(row.submittedById),
    submittedAt: row.createdAt.toISOString(),
    receivedBy: nameOf(row.receivedById),
    receivedAt: row.receivedAt?.toISOString() ?? null,
    confirmedBy: nameOf(row.confirmedById),
    confirmedAt: row.confirmedAt?.toISOString() ?? null,
    rejectedBy: nameOf(row.rejectedById),
    rejectedAt: row.rejectedAt?.toISOString() ?? null,
    rejectionNote: row.rejectionNote,
  }));
}

/** The bank's receipt behind a proof, as a stored file. @throws DomainError "not_found" (404) */
export async function findTransferReceipt(
  input: { paymentId: string; proofId: string },
  actor: UserActor,
  db: DbOrTx,
) {
  await getPayerAccess(db, input.paymentId, actor);
  const proof = await db.transferProof.findFirst({
    where: { id: input.proofId, paymentId: input.paymentId },
    select: { file: { select: { name: true, contentType: true, storageKey: true } } },
  });
  return proof?.file ?? null;
}

/** Whether an old address leads to a payment of a contract's plan, which has a page of its own. */
export async function isInstalment(id: string, db: DbOrTx): Promise<boolean> {
  return (await db.instalment.count({ where: { id } })) > 0;
}
