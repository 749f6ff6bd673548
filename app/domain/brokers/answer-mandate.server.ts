import type { UserActor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { activateReadyMandate } from "./activate-ready-mandate.server";
import { assertMandateSeen } from "./mandate-access.server";
import { mandateConduct } from "./mandate-conduct.server";

export type MandateAnswer =
  | { answer: "accept"; conflict: "NONE" | "DISCLOSED"; conflictText: string }
  | { answer: "decline"; note: string };

/**
 * The broker accepts a mandate with a declaration of interests, or declines it with a reason. With
 * all consents there, acceptance puts it into force.
 * @throws DomainError "not_found" (404) for strangers, "wrong_actor" (403), "wrong_state" (409),
 * "broker_not_public", "broker_real_name", "mandate_term_over", "mandate_conflict_known",
 * "mandate_conflict_required", "note_required"
 */
export async function answerMandate(
  input: { mandateId: string } & MandateAnswer,
  actor: UserActor,
  db: Db,
): Promise<void> {
  const { mandateId } = input;
  await inTransaction(db, async (tx) => {
    await assertMandateSeen(tx, mandateId, actor);
    if (input.answer === "decline") {
      await advance(tx, mandateConduct, mandateId, "decline", actor, { note: input.note });
      return;
    }
    const { conflict, conflictText } = input;
    await advance(tx, mandateConduct, mandateId, "accept", actor, { conflict, conflictText });
    await activateReadyMandate(tx, mandateId);
  });
}
