import type { UserActor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { assertChallengeSeen } from "./challenge-access.server";
import { challengeConduct } from "./challenge-conduct.server";

/**
 * Proposes the takers, and who waits in reserve, to the public. A choice that passes over a better
 * ranked intention needs a reason, which is published.
 * @throws DomainError "not_found" (404), "wrong_actor" (403), "wrong_state" (409),
 * "challenge_not_appraised", "challenge_selection", "challenge_rank_reason"
 */
export async function proposeTakers(
  input: { challengeId: string; selected: string[]; reserve: string[]; reason: string },
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  const { challengeId, selected, reserve, reason } = input;
  await inTransaction(db, async (tx) => {
    await assertChallengeSeen(tx, challengeId, actor);
    const choice = { selected, reserve, note: reason };
    await advance(tx, challengeConduct, challengeId, "propose", actor, choice);
  });
}
