import type { UserActor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { MoveInput } from "~/domain/shared/procedure/conduct";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { assertOwnSeat, readLockedMember } from "./member-rows.server";
import { roadshowMemberConduct } from "./roadshow-member-conduct.server";

/**
 * A person accepts a seat, and so stands among the participants where it is one on site, or declines it.
 * @throws DomainError "not_found" (404), "wrong_state" (409), "roadshow_event_over", "roadshow_seat_scored"
 */
export async function answerSeat(
  memberId: string,
  answer: "accept" | "decline",
  input: { note?: string },
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  const reason: MoveInput = input.note?.trim() ? { note: input.note.trim() } : {};
  await inTransaction(db, async (tx) => {
    assertOwnSeat(await readLockedMember(tx, memberId), actor);
    await advance(tx, roadshowMemberConduct, memberId, answer, actor, reason);
  });
}
