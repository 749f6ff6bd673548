import type { UserActor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { MoveInput } from "~/domain/shared/procedure/conduct";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { assertChallengeSeen } from "./challenge-access.server";
import { challengeConduct } from "./challenge-conduct.server";
import type { ChallengeMove } from "./challenge-procedure";

/** Moves that take nothing but a reason. */
export const PLAIN_MOVES = [
  "submit",
  "takeBack",
  "discard",
  "appraise",
  "noneEligible",
  "noneFit",
  "seatReserve",
  "close",
  "withdraw",
  "terminate",
] as const satisfies readonly ChallengeMove[];
export type PlainMove = (typeof PLAIN_MOVES)[number];

/**
 * Makes one of the plain moves.
 * @throws DomainError "not_found" (404), "wrong_actor" (403), "wrong_state" (409), "note_required", or
 * the code of the first condition that is not met
 */
export async function moveChallenge(
  input: { challengeId: string; move: PlainMove; note?: string },
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  const reason: MoveInput = input.note ? { note: input.note } : {};
  await inTransaction(db, async (tx) => {
    await assertChallengeSeen(tx, input.challengeId, actor);
    await advance(tx, challengeConduct, input.challengeId, input.move, actor, reason);
  });
}
