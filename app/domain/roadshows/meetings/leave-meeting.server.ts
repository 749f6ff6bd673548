import type { UserActor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { agreeWaiting } from "./agree-wishes.server";
import { meetingConduct } from "./meeting-conduct.server";
import { lockOwnMeeting, type OwnMeeting } from "./own-meeting.server";
import { dropWish } from "./wish-rows.server";

/**
 * Takes back a request that was not answered, or cancels an agreed meeting; a place in either calendar goes
 * to what both had wished beside it.
 * @throws DomainError "not_found" (404), "wrong_actor" (403), "wrong_state" (409)
 */
export async function leaveMeeting(input: OwnMeeting, actor: UserActor, db: DbOrTx): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { id, state, fromId, toId } = await lockOwnMeeting(tx, input, actor);
    const isOpen = state === "REQUESTED";
    await advance(tx, meetingConduct, id, isOpen ? "withdraw" : "cancel", actor);
    const isFrom = fromId === input.participantId;
    await dropWish(tx, isFrom ? { fromId, toId } : { fromId: toId, toId: fromId });
    if (isOpen) return;
    await agreeWaiting(tx, fromId);
    await agreeWaiting(tx, toId);
  });
}
