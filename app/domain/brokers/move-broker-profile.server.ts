import type { UserActor } from "~/domain/identity/actor";
import { assertFound } from "~/domain/shared/domain-error";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { Db } from "~/platform/db.server";
import { brokerProfileConduct } from "./broker-profile-conduct.server";

/** Moves that a broker makes with the own profile. */
export const OWN_MOVES = ["submit", "recall", "recheck", "renew", "withdraw"] as const;
export type OwnMove = (typeof OWN_MOVES)[number];

/**
 * Submits, recalls, reopens, renews or withdraws the own profile.
 * @throws DomainError "not_found", "wrong_state" (409), or what a condition says
 */
export async function moveBrokerProfile(
  input: { move: OwnMove },
  actor: UserActor,
  db: Db,
): Promise<void> {
  const where = { userId: actor.userId };
  const row = assertFound(await db.brokerProfile.findUnique({ where, select: { id: true } }));
  await advance(db, brokerProfileConduct, row.id, input.move, actor);
}
