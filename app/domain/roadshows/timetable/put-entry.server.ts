import { DomainError } from "~/domain/shared/domain-error";
import type { Tx } from "~/platform/db.server";
import type { BoardEntry } from "./board-view";
import { nameConflicts } from "./conflict-queries.server";
import { conflictsOf, REFUSED_KINDS, setupAfter } from "./conflict-rules";
import { freeSeat } from "./free-seat";
import type { ReadBoard } from "./read-board.server";

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
