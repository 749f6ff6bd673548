import { Prisma } from "#prisma/client/client";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { Db } from "~/platform/db.server";
import { refundConduct } from "./refund-conduct.server";

type RefundStep =
  | { id: string; move: "sendTransfer"; bankReference: string }
  | { id: string; move: "confirm" }
  | { id: string; move: "takeBack"; note: string }
  | { id: string; move: "retry"; note: string; method: "STRIPE" | "TRANSFER" };

/**
 * An operator sends a refund by bank transfer, a second one confirms it; a wrong note is taken back, a
 * failed refund tried again.
 * @throws DomainError "forbidden" (403), "wrong_state" (409), "payment_second_person",
 * "payment_own_money", "payment_other_way", "bank_reference_used" (409), "note_required"
 */
export async function moveRefund(input: RefundStep, actor: UserActor, db: Db): Promise<void> {
  assertCan(actor, "pay.confirm");
  const { id, move, ...rest } = input;
  try {
    await advance(db, refundConduct, id, move, actor, rest);
  } catch (error) {
    if (!isBankReferenceUsed(error)) throw error;
    throw new DomainError("bank_reference_used", { field: "bankReference", status: 409 });
  }
}

/** Whether a transfer with this number has paid something back before. */
function isBankReferenceUsed(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}
