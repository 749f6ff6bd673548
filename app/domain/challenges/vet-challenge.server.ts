import type { UserActor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { assertChallengeSeen } from "./challenge-access.server";
import { challengeConduct } from "./challenge-conduct.server";

export type VetInput = { challengeId: string; note: string } & (
  | { decision: "publish"; isReal: boolean; isMeasurable: boolean; isFunded: boolean }
  | { decision: "return"; comments: Record<string, string> }
);

/**
 * What the office decides after the experts have looked at a need: published with their note, or sent
 * back with remarks at the fields that they are about.
 * @throws DomainError "not_found" (404), "wrong_actor" (403), "wrong_state" (409), "own_organisation",
 * "note_required", or the code of the first condition that is not met
 */
export async function vetChallenge(input: VetInput, actor: UserActor, db: DbOrTx): Promise<void> {
  const { challengeId, decision, note } = input;
  await inTransaction(db, async (tx) => {
    await assertChallengeSeen(tx, challengeId, actor);
    if (decision === "return") {
      const { comments } = input;
      await advance(tx, challengeConduct, challengeId, "return", actor, { note, comments });
      return;
    }
    const { isReal, isMeasurable, isFunded } = input;
    const answers = { note, isReal, isMeasurable, isFunded };
    await advance(tx, challengeConduct, challengeId, "publish", actor, answers);
  });
}
