import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { readLockedMember } from "./member-rows.server";
import { assertOrganiser } from "./roadshow-access.server";
import { roadshowMemberConduct } from "./roadshow-member-conduct.server";

/**
 * The organiser takes a seat back, unless scores were given from it.
 * @throws DomainError "not_found" (404), "wrong_state" (409), "roadshow_seat_scored"
 */
export async function removeMember(
  roadshowId: string,
  memberId: string,
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await assertOrganiser(tx, roadshowId, actor);
    const member = await readLockedMember(tx, memberId);
    if (member.roadshow.id !== roadshowId) throw new DomainError("not_found", { status: 404 });
    await advance(tx, roadshowMemberConduct, memberId, "remove", actor);
  });
}
