import { lockDeal } from "~/domain/deals/deal-access.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { isUniqueViolation } from "~/domain/matching/unique-violation.server";
import { calendarDate, clock, dateColumn } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { PAGE_TYPES } from "~/domain/shared/file-type-rules";
import { newId } from "~/domain/shared/ids";
import { toYuanText } from "~/domain/shared/money";
import { advance } from "~/domain/shared/procedure/advance.server";
import { type FileUpload, storeUpload } from "~/domain/shared/store-file.server";
import type { Db, Tx } from "~/platform/db.server";
import { instalmentConduct } from "./instalment-conduct.server";
import { getPaymentAccess, type PaymentAccess } from "./payment-access.server";

export type PaymentProofInput = {
  instalmentId: string;
  amountFen: bigint;
  /** Calendar date (YYYY-MM-DD). */
  paidOn: string;
  /** Normalised by proofSchema. */
  bankReference: string;
  upload: FileUpload | null;
};

/**
 * The payer proves a bank transfer: the full amount, the date, the bank's reference and its receipt.
 * @throws DomainError "forbidden" (403), "wrong_state" (409), "amount_not_stated",
 * "payment_amount_differs", "paid_in_future", "bank_reference_used" (409), and what a file is refused for
 */
export async function provePayment(
  input: PaymentProofInput,
  actor: UserActor,
  db: Db,
): Promise<void> {
  const access = await getPaymentAccess(db, input.instalmentId, actor);
  assertCan(actor, "payment.prove", { organisationId: access.payerId });
  if (input.paidOn > calendarDate(clock.now())) {
    throw new DomainError("paid_in_future", { field: "paidOn" });
  }
  if (!input.upload) throw new DomainError("required", { field: "file" });
  try {
    await storeUpload(
      {
        purpose: "PAYMENT",
        organisationId: access.payerId,
        userId: actor.userId,
        upload: input.upload,
        allowed: PAGE_TYPES,
        field: "file",
      },
      db,
      (tx, file) => record(tx, input, access, actor, file.id),
    );
  } catch (error) {
    // Two proofs with one reference, on whatever payments: the second one waits for the first and loses.
    if (!isUniqueViolation(error)) throw error;
    throw new DomainError("bank_reference_used", { field: "bankReference", status: 409 });
  }
}

async function record(
  tx: Tx,
  input: PaymentProofInput,
  access: PaymentAccess,
  actor: UserActor,
  fileId: string,
): Promise<void> {
  await lockDeal(tx, access.dealId);
  const row = await tx.instalment.findUniqueOrThrow({
    where: { id: input.instalmentId },
    select: { id: true, state: true, amountFen: true },
  });
  // Only what can be proved now gets a proof; the move below says why the others cannot.
  if (row.state === "PLANNED" && row.amountFen !== null) {
    if (row.amountFen !== input.amountFen) {
      throw new DomainError("payment_amount_differs", {
        field: "amount",
        params: { due: toYuanText(row.amountFen), paid: toYuanText(input.amountFen) },
      });
    }
    await tx.paymentProof.create({
      data: {
        id: newId(),
        instalmentId: row.id,
        amountFen: input.amountFen,
        paidOn: dateColumn(input.paidOn),
        bankReference: input.bankReference,
        fileId,
        submittedById: actor.userId,
        createdAt: clock.now(),
      },
    });
  }
  await advance(tx, instalmentConduct, row.id, "prove", actor, {
    amountFen: input.amountFen.toString(),
    paidOn: input.paidOn,
  });
}
