import type { UserActor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { meetingConduct } from "./meeting-conduct.server";
import { lockOwnMeeting, type OwnMeeting } from "./own-meeting.server";
import { dropWish, keepAtLeastMeet } from "./wish-rows.server";

/**
 * Who was asked says yes or no; the note to a no is shown to who asked.
 * @throws DomainError "not_found" (404), "wrong_actor" (403), "wrong_state" (409), "roadshow_over",
 * "roadshow_person_not_registered", "roadshow_own_meetings_full", "roadshow_their_meetings_full"
 */
export async function answerMeeting(
  input: OwnMeeting & { answer: "accept" | "decline"; note: string },
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  const { answer, note } = input;
  await inTransaction(db, async (tx) => {
    const { id, fromId, toId } = await lockOwnMeeting(tx, input, actor);
    await advance(tx, meetingConduct, id, answer, actor);
    const own = { fromId: toId, toId: fromId };
    if (answer === "accept") {
      await keepAtLeastMeet(tx, own);
    } else {
      await dropWish(tx, own);
      // A no is an answer to the wish too: the same is not made again by a later mark alone.
      await dropWish(tx, { fromId, toId });
      await tx.roadshowMeeting.update({ where: { id }, data: { declineNote: note.trim() } });
    }
  });
}
