import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { markHeld, markMissed } from "../meetings/mark-meeting.server";
import { assertStaff } from "./day-access.server";
import { enqueueLeads } from "./enqueue-leads.server";

/**
 * The desk notes whether a planned meeting took place, and what was agreed.
 * @throws DomainError "not_found" (404), "wrong_state" (409), "roadshow_not_begun"
 */
export async function markDayMeeting(
  input: { roadshowId: string; meetingId: string; isHeld: boolean; minutes: string },
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  const { roadshowId, meetingId, isHeld, minutes } = input;
  await inTransaction(db, async (tx) => {
    await assertStaff(tx, roadshowId, actor, ["DESK"]);
    const isOwn =
      isId(meetingId) &&
      (await tx.roadshowMeeting.count({ where: { id: meetingId, roadshowId } })) > 0;
    if (!isOwn) throw new DomainError("not_found", { status: 404 });
    if (isHeld) await markHeld(tx, meetingId, minutes, actor);
    else await markMissed(tx, meetingId, actor);
    await enqueueLeads(tx, roadshowId);
  });
}
