import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { Tx } from "~/platform/db.server";
import { lockParticipant, type ParticipantRow } from "../people/participant-rows.server";
import { areMeetingsOpen } from "../people/registration-rules";
import { findPresented, knownTo, type Presented, visibleTo } from "../people/visible-people.server";
import { getOwnVisit } from "../people/visit-access.server";

export type Pair = {
  own: ParticipantRow;
  other: ParticipantRow;
  /** Projects that the two present, as far as the actor knows of them. */
  presented: Presented[];
};

/**
 * The actor's own participant and another that it may see, the event locked.
 * @throws DomainError "not_found" (404), also for a participant of another event or one that is hidden;
 * "roadshow_not_registered" (409) for who is on the waiting list or has left
 */
export async function lockPair(
  tx: Tx,
  { participantId, toId }: { participantId: string; toId: string },
  actor: UserActor,
): Promise<Pair> {
  await getOwnVisit(tx, participantId, actor);
  const own = await lockParticipant(tx, participantId);
  if (own.state !== "REGISTERED") throw new DomainError("roadshow_not_registered", { status: 409 });
  const { ndaAcceptedAt } = await tx.roadshowParticipant.findUniqueOrThrow({
    where: { id: own.id },
    select: { ndaAcceptedAt: true },
  });
  const viewer = { id: own.id, roadshowId: own.roadshowId, ndaAcceptedAt };
  const presented = await findPresented(tx, own.roadshowId);
  const found = isId(toId)
    ? await tx.roadshowParticipant.findFirst({
        where: { AND: [{ id: toId }, visibleTo(viewer, presented)] },
        select: { id: true },
      })
    : null;
  if (!found) throw new DomainError("not_found", { status: 404 });
  const both = [own.id, found.id];
  return {
    own,
    other: await lockParticipant(tx, found.id),
    presented: knownTo(viewer, presented).filter((one) => both.includes(one.participantId)),
  };
}

/** @throws DomainError "roadshow_meetings_closed" (409) */
export function assertMeetingsOpen({ roadshow }: ParticipantRow): void {
  if (!areMeetingsOpen(roadshow, clock.now())) {
    throw new DomainError("roadshow_meetings_closed", { status: 409 });
  }
}
