import type { Actor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { MoveInput } from "~/domain/shared/procedure/conduct";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { lockRoadshow } from "./lock-roadshow.server";
import { findRoadshowAccess } from "./roadshow-access.server";
import { roadshowConduct } from "./roadshow-conduct.server";
import type { RoadshowMove } from "./roadshow-procedure";

/**
 * Moves an event.
 * @throws DomainError "not_found" (404), "wrong_actor" (403), "wrong_state" (409), "note_required", or
 * the code of the first condition that is not met, at its field
 */
export async function advanceRoadshow(
  id: string,
  move: RoadshowMove,
  input: { note?: string },
  actor: Actor,
  db: DbOrTx,
): Promise<void> {
  const reason: MoveInput = input.note?.trim() ? { note: input.note.trim() } : {};
  await inTransaction(db, async (tx) => {
    await findRoadshowAccess(tx, { id }, actor);
    await lockRoadshow(tx, id);
    await advance(tx, roadshowConduct, id, move, actor, reason);
  });
}
