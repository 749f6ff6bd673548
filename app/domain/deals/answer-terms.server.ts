import type { Actor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { getDealSpeaker, lockDeal } from "./deal-access.server";
import { termSheetConduct } from "./term-sheet-conduct.server";

export type AnswerTermsInput = {
  termSheetId: string;
  /** Rejecting is for the receiving side and needs a reason; withdrawing for the proposing one. */
  answer: "reject" | "withdraw";
  note: string;
};

/**
 * Ends an open offer without another one.
 * @throws DomainError "wrong_actor" (403), "wrong_state" (409), "note_required" at `note`
 */
export async function answerTerms(
  input: AnswerTermsInput,
  actor: Actor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const row = isId(input.termSheetId)
      ? await tx.termSheet.findUnique({ where: { id: input.termSheetId } })
      : null;
    if (!row) throw new DomainError("not_found", { status: 404 });
    await getDealSpeaker(tx, row.dealId, actor);
    await lockDeal(tx, row.dealId);
    await advance(tx, termSheetConduct, row.id, input.answer, actor, { note: input.note });
  });
}
