import type { Actor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { Tx } from "~/platform/db.server";
import { noteOutcome } from "../call/project-moves.server";
import { meetingConduct } from "./meeting-conduct.server";
import { lockMeeting } from "./meeting-rows.server";

/**
 * The two have met; `minutes` is what was agreed, and empty text leaves what is written.
 * @throws DomainError "not_found" (404), "wrong_actor" (403), "wrong_state" (409), "roadshow_not_begun"
 */
export async function markHeld(
  tx: Tx,
  meetingId: string,
  minutes: string,
  actor: Actor,
): Promise<void> {
  const { id, projectId } = await lockMeeting(tx, meetingId);
  await advance(tx, meetingConduct, id, "hold", actor);
  if (projectId) await noteOutcome(tx, projectId, "MEETINGS", actor);
  const agreed = minutes.trim();
  if (agreed) await tx.roadshowMeeting.update({ where: { id }, data: { minutes: agreed } });
}

/**
 * One of the two did not come.
 * @throws DomainError "not_found" (404), "wrong_actor" (403), "wrong_state" (409), "roadshow_not_begun"
 */
export async function markMissed(tx: Tx, meetingId: string, actor: Actor): Promise<void> {
  const { id } = await lockMeeting(tx, meetingId);
  await advance(tx, meetingConduct, id, "miss", actor);
}
