import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { DbOrTx } from "~/platform/db.server";

/**
 * The seat of the person as an expert of a challenge.
 * @throws DomainError "not_found" (404)
 */
export async function getOwnExpert(db: DbOrTx, challengeId: string, actor: UserActor) {
  const seat = isId(challengeId)
    ? await db.challengeExpert.findUnique({
        where: { challengeId_userId: { challengeId, userId: actor.userId } },
      })
    : null;
  if (!seat) throw new DomainError("not_found", { status: 404 });
  return seat;
}
