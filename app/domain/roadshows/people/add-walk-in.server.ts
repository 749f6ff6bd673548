import { systemActor, type UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { findRoadshowAccess } from "../events/roadshow-access.server";
import { insertParticipant } from "./insert-participant.server";
import { OVER_STATES } from "./participant-conditions.server";
import { participantConduct } from "./participant-conduct.server";
import type { WalkInInput } from "./walk-in-schema";

/**
 * Writes down somebody who comes without registration. The door decides, so the number of places does
 * not refuse.
 * @returns the participant's id
 * @throws DomainError "not_found" (404) for all but the organiser and its desk, "roadshow_over" (409)
 */
export async function addWalkIn(
  roadshowId: string,
  input: WalkInInput,
  actor: UserActor,
  db: DbOrTx,
): Promise<string> {
  return inTransaction(db, async (tx) => {
    const { isOrganiser, seats } = await findRoadshowAccess(tx, { id: roadshowId }, actor);
    if (!isOrganiser && !seats.has("DESK")) throw new DomainError("not_found", { status: 404 });
    await lockRoadshow(tx, roadshowId);
    const { state } = await tx.roadshow.findUniqueOrThrow({
      where: { id: roadshowId },
      select: { state: true },
    });
    if (OVER_STATES.includes(state)) throw new DomainError("roadshow_over", { status: 409 });
    const id = await insertParticipant(
      tx,
      { ...input, roadshowId, roles: ["AUDIENCE"], isWalkIn: true, meetingsMax: 0 },
      actor,
    );
    await advance(tx, participantConduct, id, "seat", systemActor("roadshow-registration"));
    return id;
  });
}
