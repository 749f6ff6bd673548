import type { UserActor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { agreedWith, agreeWaiting } from "../meetings/agree-wishes.server";
import { admitWaiting } from "./admit-waiting.server";
import { participantConduct } from "./participant-conduct.server";
import { lockParticipant } from "./participant-rows.server";
import { getOwnVisit } from "./visit-access.server";

/**
 * A person does not come after all: its meetings are dissolved and the next of the waiting list moves up.
 * @throws DomainError "not_found" (404), "wrong_state" (409), "roadshow_over", "roadshow_participant_needed"
 */
export async function cancelParticipant(
  participantId: string,
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await getOwnVisit(tx, participantId, actor);
    const { id, roadshowId } = await lockParticipant(tx, participantId);
    const partners = await agreedWith(tx, id);
    await advance(tx, participantConduct, id, "cancel", actor);
    for (const partner of partners) await agreeWaiting(tx, partner);
    await admitWaiting(tx, roadshowId);
  });
}
