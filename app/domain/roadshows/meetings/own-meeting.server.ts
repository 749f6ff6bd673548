import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import type { Tx } from "~/platform/db.server";
import { getOwnVisit } from "../people/visit-access.server";
import { lockMeeting, type MeetingRow } from "./meeting-rows.server";

export type OwnMeeting = { meetingId: string; participantId: string };

/**
 * A meeting of the actor's own participant, its event locked.
 * @throws DomainError "not_found" (404), also for a meeting of others
 */
export async function lockOwnMeeting(
  tx: Tx,
  { participantId, meetingId }: OwnMeeting,
  actor: UserActor,
): Promise<MeetingRow> {
  const { id } = await getOwnVisit(tx, participantId, actor);
  const meeting = await lockMeeting(tx, meetingId);
  if (meeting.fromId !== id && meeting.toId !== id) {
    throw new DomainError("not_found", { status: 404 });
  }
  return meeting;
}
