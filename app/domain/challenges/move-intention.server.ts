import type { UserActor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { challengeIntentionConduct } from "./challenge-intention-conduct.server";
import { lockIntention } from "./intention-access.server";

export type MoveIntentionInput = { intentionId: string } & (
  | { move: "withdraw" | "resume" | "admit" }
  | { move: "refuse" | "exclude" | "reconsider"; note: string }
);

/**
 * Withdraws or takes up an intention before the deadline, or screens it afterwards.
 * @throws DomainError "not_found" (404), "wrong_actor" (403), "wrong_state" (409), "note_required", or
 * the code of the first condition that is not met
 */
export async function moveIntention(
  input: MoveIntentionInput,
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { row } = await lockIntention(tx, input.intentionId, actor);
    const reason = "note" in input ? { note: input.note } : {};
    await advance(tx, challengeIntentionConduct, row.id, input.move, actor, reason);
  });
}
