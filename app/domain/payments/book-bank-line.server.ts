import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { Db } from "~/platform/db.server";
import { bankLineConduct } from "./bank-line-conduct.server";
import { bankReference } from "./payment-schema";

type LineStep =
  /** `returns`: of an outgoing line, the bank's number of the line whose difference goes back. */
  | { id: string; move: "propose"; returns?: string | undefined }
  | { id: string; move: "confirm" }
  | { id: string; move: "takeBack"; note: string };

/**
 * One operator proposes that a line of the bank's list is booked which nothing else accounts for, a
 * second one confirms it: money of a payment that is over comes late and goes back as its refund;
 * other money stands on `differences`, from where its return is booked with the outgoing line.
 * @throws DomainError "forbidden" (403), "wrong_state" (409), "bank_line_own_way",
 * "bank_line_no_difference", "payment_second_person", "payment_own_money", "changed_meanwhile"
 */
export async function bookBankLine(input: LineStep, actor: UserActor, db: Db): Promise<void> {
  assertCan(actor, "pay.confirm");
  const { id, move } = input;
  if (move === "takeBack") {
    await advance(db, bankLineConduct, id, move, actor, { note: input.note });
  } else if (move === "confirm" || !input.returns) {
    await advance(db, bankLineConduct, id, move, actor);
  } else {
    const number = bankReference.safeParse(input.returns);
    const line = number.success
      ? await db.bankLine.findUnique({ where: { bankReference: number.data } })
      : null;
    if (!line || line.id === id) {
      throw new DomainError("bank_line_no_difference", { field: "returns" });
    }
    await advance(db, bankLineConduct, id, move, actor, { returnsId: line.id });
  }
}
