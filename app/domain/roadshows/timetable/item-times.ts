import { itemKey } from "./activity-key";
import { dayOf } from "./board-time-rules";
import type { EventRows } from "./event-rows";
import type { MinuteScale } from "./minutes-of-event";
import type { PlaceUse } from "./place-pools";

type Times = Map<string, { start: number; placeId: string }>;

/**
 * Where items of the programme stand though their rows say something else, by item: what is locked, and on
 * the day what is public. What closes a day waits for the pitches that are late, unless it is locked or
 * something else stands there.
 * @param stays entries of the public version, on the day
 * @param kept entries that are over, under way or late
 */
export function itemTimes(
  rows: EventRows,
  scale: MinuteScale,
  locked: ReadonlyMap<string, { start: number; placeId: string }>,
  stays: readonly PlaceUse[],
  kept: readonly PlaceUse[],
): Times {
  const stayOf = new Map(
    stays.map(({ key, placeId, span }) => [key, { start: span.from, placeId }]),
  );
  const keptKeys = new Set(kept.map(({ key }) => key));
  const found: Times = new Map();
  for (const { id, placeId, startsAt } of rows.items) {
    const isFixed = placeId !== null && startsAt !== null;
    const at = locked.get(itemKey(id)) ?? (isFixed ? stayOf.get(itemKey(id)) : undefined);
    if (at) found.set(id, at);
  }
  for (const { id, placeId, startsAt, minutes, position } of rows.items) {
    const key = itemKey(id);
    const own =
      found.get(id) ?? (placeId && startsAt ? { start: scale.minuteOf(startsAt), placeId } : null);
    if (position !== "LAST" || !own || locked.has(key) || keptKeys.has(key)) continue;
    const late = kept.filter(({ key: one, span }) => {
      return one.startsWith("pitch:") && dayOf(span.from) === dayOf(own.start);
    });
    const start = late.reduce((most, { span }) => Math.max(most, span.to), own.start);
    const isTaken = [...stays, ...kept].some(
      (other) =>
        other.key !== key &&
        other.placeId === own.placeId &&
        // A pitch that is wanted there gives way to what closes the day as before.
        !other.key.startsWith("pitch:") &&
        other.span.from < start + minutes &&
        start < other.span.to,
    );
    if (start > own.start && !isTaken) found.set(id, { ...own, start });
  }
  return found;
}
