import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import type { DbOrTx, Tx } from "~/platform/db.server";
import type { BoardEntry } from "./board-view";
import { nameConflicts } from "./conflict-queries.server";
import { conflictsOf, REFUSED_KINDS, setupAfter } from "./conflict-rules";
import { type DraftTarget, editDraft } from "./edit-draft.server";
import { freeSeat } from "./free-seat";
import { type ReadBoard, readBoard } from "./read-board.server";
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

/** Writes place and time of an entry that is or becomes part of the draft; gives the place's name. */
export async function putEntry(tx: Tx, read: ReadBoard, entry: BoardEntry): Promise<string> {
  const { board, scale } = read;
  const place = board.places.find(({ id }) => id === entry.placeId);
  if (!place) throw new DomainError("not_found", { field: "placeId", status: 404 });
  const others = board.entries.filter(({ id }) => id !== entry.id);
  const found = conflictsOf({ ...board, entries: [...others, entry] }, entry.id).filter((one) =>
    REFUSED_KINDS.includes(one.kind),
  );
  if (entry.start < 0) throw new DomainError("entry_before_event", { field: "date" });
  const seat = freeSeat(board, entry, place);
  if (found.length > 0 || seat === null) {
    const names = nameConflicts(found) || place.name;
    throw new DomainError("entry_conflict", { field: "time", params: { names } });
  }
  await tx.roadshowEntry.update({
    where: { id: entry.id },
    data: {
      placeId: place.id,
      seat,
      startsAt: scale.at(entry.start),
      endsAt: scale.at(entry.end),
      freeAt: scale.at(entry.end + setupAfter(entry, place)),
    },
  });
  return place.name;
}
