import { Prisma } from "#prisma/client/client";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { calendarDate, clock, dateColumn } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { PAGE_TYPES } from "~/domain/shared/file-type-rules";
import { newId } from "~/domain/shared/ids";
import { toYuanText } from "~/domain/shared/money";
import { advance } from "~/domain/shared/procedure/advance.server";
import { type FileUpload, storeUpload } from "~/domain/shared/store-file.server";
import type { Db, Tx } from "~/platform/db.server";
import { getPayerAccess } from "./payment-access.server";
import { paymentConduct } from "./payment-conduct.server";
import { ONLINE_ONLY_PURPOSES } from "./payment-procedure";
import { lockPayment } from "./payment-rows.server";

export type TransferInput = {
  paymentId: string;
  amountFen: bigint;
  /** Calendar date (YYYY-MM-DD). */
  paidOn: string;
  /** Normalised by transferSchema. */
  bankReference: string;
  upload: FileUpload | null;
};

/**
 * The payer shows a bank transfer to the market's account: full amount, date, the bank's number and
 * the receipt.
 * @throws DomainError "forbidden" (403), "wrong_state" (409), "payment_amount_differs",
 * "paid_in_future", "bank_reference_used" (409), "payment_too_late", and what a file is refused for
 */
export async function proveTransfer(input: TransferInput, actor: UserActor, db: Db): Promise<void> {
  const { row } = await getPayerAccess(db, input.paymentId, actor);
  assertCan(actor, "pay.pay", { organisationId: row.payerOrganisationId });
  if (input.paidOn > calendarDate(clock.now())) {
    throw new DomainError("paid_in_future", { field: "paidOn" });
  }
  if (ONLINE_ONLY_PURPOSES.some((purpose) => purpose === row.purpose)) {
    throw new DomainError("payment_other_way", { status: 409 });
  }
  if (!input.upload) throw new DomainError("required", { field: "file" });
  try {
    await storeUpload(
      {
        purpose: "PAYMENT",
        organisationId: row.payerOrganisationId,
        userId: actor.userId,
        upload: input.upload,
        allowed: PAGE_TYPES,
        field: "file",
      },
      db,
      (tx, file) => record(tx, input, actor, file.id),
    );
  } catch (error) {
    // Two proofs with one number, on whatever payments: the second one waits for the first and loses.
    if (!isUsed(error)) throw error;
    throw new DomainError("bank_reference_used", { field: "bankReference", status: 409 });
  }
}

function isUsed(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}

async function record(
  tx: Tx,
  input: TransferInput,
  actor: UserActor,
  fileId: string,
): Promise<void> {
  const row = await lockPayment(tx, input.paymentId);
  if (row.state === "DUE") {
    if (row.amountFen !== input.amountFen) {
      const params = { due: toYuanText(row.amountFen), paid: toYuanText(input.amountFen) };
      throw new DomainError("payment_amount_differs", { field: "amount", params });
    }
    await tx.transferProof.create({
      data: {
        id: newId(),
        paymentId: row.id,
        amountFen: input.amountFen,
        paidOn: dateColumn(input.paidOn),
        bankReference: input.bankReference,
        fileId,
        submittedById: actor.userId,
        createdAt: clock.now(),
      },
    });
  }
  await advance(tx, paymentConduct, row.id, "prove", actor, {
    amountFen: input.amountFen.toString(),
    paidOn: input.paidOn,
  });
}
