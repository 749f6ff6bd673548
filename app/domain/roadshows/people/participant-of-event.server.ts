import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { Tx } from "~/platform/db.server";
import { assertOrganiser } from "../events/roadshow-access.server";
import { lockParticipant, type ParticipantRow } from "./participant-rows.server";

/**
 * A participant of an event that the actor organises, with the event locked.
 * @throws DomainError "not_found" (404), also for a participant of another event
 */
export async function lockOfEvent(
  tx: Tx,
  { roadshowId, participantId }: { roadshowId: string; participantId: string },
  actor: UserActor,
): Promise<ParticipantRow> {
  if (!isId(roadshowId)) throw new DomainError("not_found", { status: 404 });
  await assertOrganiser(tx, roadshowId, actor);
  const row = await lockParticipant(tx, participantId);
  if (row.roadshowId !== roadshowId) throw new DomainError("not_found", { status: 404 });
  return row;
}
