import type { Board, BoardEntry, BoardPlace, Misfit } from "./board-view";
import { isOutOfOrder } from "./programme-order-rules";

export type ConflictKind =
  | "PERSON"
  | "PLACE"
  | "WALK"
  | "ABSENT"
  | "CLOSED"
  | "MISFIT"
  | "RECUSED"
  | "OFF"
  | "GONE"
  | "ORDER"
  | "PANEL";

export interface Conflict {
  kind: ConflictKind;
  /** Nothing with it is published; the others are told and left to the organiser. */
  isHard: boolean;
  /** Entries that it concerns, the first of them marked first. */
  entryIds: string[];
  titles: string[];
  /** Person, place or what the place lacks. */
  name: string;
  misfit?: Misfit;
}

/** What the database itself refuses: these are not even saved in a draft. */
export const REFUSED_KINDS: readonly ConflictKind[] = ["PERSON", "PLACE"];

/**
 * Everything in a version that breaks a rule. The same on the server and, while an entry is dragged, in
 * the browser.
 * @param only conflicts of one entry
 */
export function conflictsOf(board: Board, only?: string): Conflict[] {
  const concerns = (entry: BoardEntry) => only === undefined || entry.id === only;
  const found = [
    ...peopleConflicts(board),
    ...placeConflicts(board),
    ...board.entries.filter(concerns).flatMap((entry) => ownConflicts(board, entry)),
    ...orderConflicts(board),
  ];
  return only === undefined ? found : found.filter(({ entryIds }) => entryIds.includes(only));
}

/** Conflicts that an entry would have elsewhere. */
export function conflictsAt(
  board: Board,
  entryId: string,
  to: { placeId: string; start: number },
): Conflict[] {
  const entries = board.entries.map((entry) =>
    entry.id === entryId
      ? { ...entry, placeId: to.placeId, start: to.start, end: to.start + entry.end - entry.start }
      : entry,
  );
  return conflictsOf({ ...board, entries }, entryId);
}

const overlaps = (a: { from: number; to: number }, b: { from: number; to: number }) =>
  a.from < b.to && b.from < a.to;

/** Nobody is in two places at once, nor in two zones without the time to walk. */
function peopleConflicts(board: Board): Conflict[] {
  const zoneOf = new Map(board.places.map(({ id, zone }) => [id, zone]));
  const byPerson = new Map<string, { name: string; entries: BoardEntry[] }>();
  for (const entry of board.entries) {
    for (const { id, name } of entry.people) {
      const own = byPerson.get(id) ?? { name, entries: [] };
      own.entries.push(entry);
      byPerson.set(id, own);
    }
  }
  return [...byPerson.values()].flatMap(({ name, entries }) => {
    const sorted = entries.sort((a, b) => a.start - b.start);
    return sorted.flatMap((first, at) =>
      sorted.slice(at + 1).flatMap((second) => {
        const isApart = zoneOf.get(first.placeId) !== zoneOf.get(second.placeId);
        const gap = second.start - first.end;
        if (gap < 0) return [conflict("PERSON", true, [first, second], name)];
        if (isApart && gap < board.walkMinutes) {
          return [conflict("WALK", true, [first, second], name)];
        }
        return [];
      }),
    );
  });
}

/** No more at a time than the place has seats, with the time to set up after pitches and meetings. */
function placeConflicts(board: Board): Conflict[] {
  return board.places.flatMap((place) => {
    const here = board.entries.filter(({ placeId }) => placeId === place.id);
    return here.flatMap((entry) => {
      const others = here.filter(
        (other) =>
          other.id !== entry.id &&
          other.start <= entry.start &&
          entry.start < other.end + setupAfter(other, place) &&
          // Of two that begin together each is marked once.
          (other.start < entry.start || other.id < entry.id),
      );
      return others.length >= place.count
        ? [conflict("PLACE", true, [entry, ...others], place.name)]
        : [];
    });
  });
}

export const setupAfter = (entry: Pick<BoardEntry, "kind">, place: Pick<BoardPlace, "setup">) =>
  entry.kind === "ITEM" ? 0 : place.setup;

function ownConflicts(board: Board, entry: BoardEntry): Conflict[] {
  const span = { from: entry.start, to: entry.end };
  const found: Conflict[] = [];
  // Whoever cancels calls the own meetings off: one reason is enough.
  if (entry.isOff) found.push(conflict("OFF", true, [entry], ""));
  for (const person of entry.people) {
    if (!entry.isOff && entry.gone.includes(person.id)) {
      found.push(conflict("GONE", true, [entry], person.name));
    }
    const isAbsent = (board.absent[person.id] ?? []).some((one) => overlaps(one, span));
    if (isAbsent) found.push(conflict("ABSENT", true, [entry], person.name));
    if (entry.recused.includes(person.id)) {
      found.push(conflict("RECUSED", true, [entry], person.name));
    }
  }
  const place = board.places.find(({ id }) => id === entry.placeId);
  const isOpen = place?.open.some(({ from, to }) => from <= span.from && span.to <= to);
  // Outside of the opening times is the organiser's to decide, in a closed hall nobody can be.
  const isShut = place !== undefined && place.closedFrom !== null && span.to > place.closedFrom;
  if (place && (isShut || (!isOpen && entry.kind !== "ITEM"))) {
    found.push(conflict("CLOSED", isShut, [entry], place.name));
  }
  for (const misfit of entry.misfits[entry.placeId] ?? []) {
    found.push({ ...conflict("MISFIT", true, [entry], place?.name ?? ""), misfit });
  }
  const judges = entry.people.filter(({ role }) => role === "JUDGE").length;
  if (entry.kind === "PITCH" && judges < board.judgesPerPitch) {
    found.push(conflict("PANEL", false, [entry], String(board.judgesPerPitch - judges)));
  }
  return found;
}

/** What opens a day is over before its first pitch begins; what closes it begins after the last. */
function orderConflicts({ entries }: Board): Conflict[] {
  const pitches = entries.filter(({ kind }) => kind === "PITCH");
  return entries.flatMap((item) =>
    pitches
      .filter((pitch) => isOutOfOrder(item, pitch))
      .map((pitch) => conflict("ORDER", true, [pitch, item], item.title)),
  );
}

function conflict(
  kind: ConflictKind,
  isHard: boolean,
  entries: readonly BoardEntry[],
  name: string,
): Conflict {
  return {
    kind,
    // What has begun cannot be mended any more: it holds no publication up.
    isHard: isHard && !entries.some(({ hasBegun }) => hasBegun),
    name,
    entryIds: entries.map(({ id }) => id),
    titles: entries.map(({ title }) => title),
  };
}
