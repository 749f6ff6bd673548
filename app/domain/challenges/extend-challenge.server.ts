import type { UserActor } from "~/domain/identity/actor";
import { endOfDate } from "~/domain/shared/clock";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { assertChallengeSeen } from "./challenge-access.server";
import { challengeConduct } from "./challenge-conduct.server";

/**
 * Moves the deadline for intentions to a later day; an earlier one would take time from somebody.
 * @throws DomainError "not_found" (404), "wrong_actor" (403), "wrong_state" (409), "challenge_closed",
 * "challenge_later"
 */
export async function extendChallenge(
  input: { challengeId: string; dueOn: string },
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  const dueAt = endOfDate(input.dueOn).toISOString();
  await inTransaction(db, async (tx) => {
    await assertChallengeSeen(tx, input.challengeId, actor);
    await advance(tx, challengeConduct, input.challengeId, "extend", actor, { dueAt });
  });
}
