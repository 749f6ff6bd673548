import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { participantConduct } from "./participant-conduct.server";
import { tellParticipant } from "./participant-notices.server";
import { lockOfEvent } from "./participant-of-event.server";

/**
 * The organiser lets somebody of the waiting list in, whatever the number of places.
 * @throws DomainError "not_found" (404), "wrong_state" (409)
 */
export async function seatParticipant(
  input: { roadshowId: string; participantId: string },
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const row = await lockOfEvent(tx, input, actor);
    await advance(tx, participantConduct, row.id, "seat", actor);
    await tellParticipant(tx, row, {
      kind: "roadshowAdmitted",
      params: { title: row.roadshow.title },
      key: `${row.id}:${clock.now().getTime()}`,
    });
  });
}
