import type { UserActor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx, Tx } from "~/platform/db.server";
import { agreeIfMutual, agreeWaiting } from "./agree-wishes.server";
import { meetingConduct } from "./meeting-conduct.server";
import { assertMeetingsOpen, lockPair, type Pair } from "./pair-access.server";
import { dropWish, keepWish } from "./wish-rows.server";
import type { WishLevel } from "./wish-schema";

/**
 * Marks another participant: wishes of both sides make a meeting at once; a NO ends what there is between
 * the two and is never shown to the other. NONE takes the mark off.
 * @returns the meeting that came of it, or null
 * @throws DomainError "not_found" (404), "roadshow_not_registered", "roadshow_meetings_closed" (409)
 */
export async function setWish(
  input: { participantId: string; toId: string; level: WishLevel | "NONE" },
  actor: UserActor,
  db: DbOrTx,
): Promise<string | null> {
  return inTransaction(db, async (tx) => {
    const pair = await lockPair(tx, input, actor);
    const key = { fromId: pair.own.id, toId: pair.other.id };
    if (input.level === "NO") {
      // Always open: nobody has to meet whom they do not want to.
      await keepWish(tx, key, "NO");
      await endMeetings(tx, pair, actor);
      return null;
    }
    if (input.level === "NONE") {
      await tx.roadshowWish.deleteMany({ where: key });
      return null;
    }
    assertMeetingsOpen(pair.own);
    await keepWish(tx, key, input.level);
    return agreeIfMutual(tx, pair.own.id, pair.other.id);
  });
}

/** What stands between the two, ended the way in which the actor could have ended it by itself. */
async function endMeetings(tx: Tx, { own, other }: Pair, actor: UserActor): Promise<void> {
  const open = await tx.roadshowMeeting.findMany({
    where: {
      state: { in: ["REQUESTED", "ACCEPTED"] },
      OR: [
        { fromId: own.id, toId: other.id },
        { fromId: other.id, toId: own.id },
      ],
    },
    select: { id: true, state: true, fromId: true },
  });
  for (const { id, state, fromId } of open) {
    const move = state === "ACCEPTED" ? "cancel" : fromId === own.id ? "withdraw" : "decline";
    await advance(tx, meetingConduct, id, move, actor);
    // As after a plain no, so that the other cannot tell one from the other.
    if (move === "decline") await dropWish(tx, { fromId: other.id, toId: own.id });
    if (move === "cancel") {
      await agreeWaiting(tx, own.id);
      await agreeWaiting(tx, other.id);
    }
  }
}
