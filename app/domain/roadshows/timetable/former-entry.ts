import type { EntryRole } from "./agenda-view";

/** A former version, for seats that stay and entries that are copied as they were. */
export interface FormerEntry {
  key: string;
  placeId: string;
  seat: number;
  isLocked: boolean;
  start: number;
  end: number;
  people: { id: string; role: EntryRole }[];
}

/** A version as the solver knows plans. */
export const planOf = (entries: readonly FormerEntry[]) =>
  entries.map(({ key, start, placeId, people }) => ({
    activity: key,
    start,
    pool: placeId,
    panel: people.filter(({ role }) => role === "JUDGE").map(({ id }) => id),
  }));

/** Where entries that are locked have to stay. */
export const locksOf = (entries: readonly FormerEntry[]) =>
  new Map(
    entries
      .filter(({ isLocked }) => isLocked)
      .map(({ key, start, placeId }) => [key, { start, placeId }]),
  );
