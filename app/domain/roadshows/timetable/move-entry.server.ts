import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import type { DbOrTx } from "~/platform/db.server";
import { type DraftTarget, editDraft } from "./edit-draft.server";
import { putEntry } from "./put-entry.server";
import { readBoard } from "./read-board.server";
import { wallTime } from "./wall-time";

export interface MoveEntryInput extends DraftTarget {
  entryId: string;
  placeId: string;
  startsAt: Date;
}

/**
 * Moves one entry of a draft to another place or time. What else it breaks is marked; that somebody or
 * something would be in two places at once is refused.
 * @throws DomainError "not_found" (404), "entry_locked", "entry_conflict" with the names, "plan_changed"
 */
export async function moveEntry(
  input: MoveEntryInput,
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  const { roadshowId, planId, entryId, placeId, startsAt } = input;
  await editDraft(input, actor, db, async (tx) => {
    const read = await readBoard(tx, roadshowId, planId);
    const entry = read.board.entries.find(({ id }) => id === entryId);
    if (!entry) throw new DomainError("not_found", { status: 404 });
    if (entry.isLocked) throw new DomainError("entry_locked", { field: "entryId" });
    const start = read.scale.minuteOf(startsAt);
    const moved = { ...entry, placeId, start, end: start + entry.end - entry.start };
    const place = await putEntry(tx, read, moved);
    return { action: "move", what: `${entry.title} → ${place} ${wallTime(startsAt)}` };
  });
}
