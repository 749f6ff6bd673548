import type { UserActor } from "~/domain/identity/actor";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { markHeld, markMissed } from "./mark-meeting.server";
import { lockOwnMeeting, type OwnMeeting } from "./own-meeting.server";

/**
 * One of the two writes down whether they met and what was agreed; of a meeting that was held the text may
 * be changed by either.
 * @throws DomainError "not_found" (404), "wrong_state" (409), "roadshow_not_begun", "roadshow_meeting_exists"
 */
export async function recordMeeting(
  input: OwnMeeting & { outcome: "HELD" | "MISSED"; minutes: string },
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  const { outcome, minutes } = input;
  await inTransaction(db, async (tx) => {
    const { id, state } = await lockOwnMeeting(tx, input, actor);
    if (outcome === "HELD" && state === "HELD") {
      await tx.roadshowMeeting.update({ where: { id }, data: { minutes: minutes.trim() } });
    } else if (outcome === "HELD") {
      await markHeld(tx, id, minutes, actor);
    } else {
      await markMissed(tx, id, actor);
    }
  });
}
