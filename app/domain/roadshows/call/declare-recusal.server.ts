import type { UserActor } from "~/domain/identity/actor";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { noteRecusal } from "./note-recusal.server";
import { getOwnSeat } from "./seat-access.server";

/**
 * A reviewer or judge steps back from a project, with the reason. What was handed in no longer counts.
 * @throws DomainError "not_found" (404), "note_required"
 */
export async function declareRecusal(
  input: { memberId: string; projectId: string; reason: string },
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { roadshow, id } = await getOwnSeat(tx, input.memberId, actor);
    await lockRoadshow(tx, roadshow.id);
    await noteRecusal(tx, roadshow.id, { ...input, memberId: id, kind: "DECLARED" }, actor);
  });
}
