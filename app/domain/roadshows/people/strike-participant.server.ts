import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { agreedWith, agreeWaiting } from "../meetings/agree-wishes.server";
import { admitWaiting } from "./admit-waiting.server";
import { participantConduct } from "./participant-conduct.server";
import { tellParticipant } from "./participant-notices.server";
import { lockOfEvent } from "./participant-of-event.server";

/**
 * The organiser takes somebody off the list and says why; the next of the waiting list moves up.
 * @throws DomainError "not_found" (404), "note_required", "wrong_state" (409), "roadshow_over",
 * "roadshow_participant_needed"
 */
export async function strikeParticipant(
  input: { roadshowId: string; participantId: string; note: string },
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  const { note } = input;
  await inTransaction(db, async (tx) => {
    const row = await lockOfEvent(tx, input, actor);
    const partners = await agreedWith(tx, row.id);
    await advance(tx, participantConduct, row.id, "strike", actor, { note });
    for (const partner of partners) await agreeWaiting(tx, partner);
    await tellParticipant(tx, row, {
      kind: "roadshowStruck",
      params: { title: row.roadshow.title, note: note.trim() },
      key: `${row.id}:${clock.now().getTime()}`,
    });
    await admitWaiting(tx, row.roadshowId);
  });
}
