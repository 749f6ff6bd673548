import { itemKey, pitchKey } from "./activity-key";
import { dayOf } from "./board-time-rules";
import type { EventRows } from "./event-rows";
import type { FixedRun } from "./fixed-items";
import { MINUTES_PER_DAY, type MinuteScale } from "./minutes-of-event";
import type { Activity, Span } from "./plan-problem";
import { isOutOfOrder } from "./programme-order-rules";

/** An item that opens or closes its day, at a time that is known. */
export interface Marker {
  /** Name of its activity; null for what is kept, which is no part of what is planned. */
  key: string | null;
  position: "FIRST" | "LAST";
  start: number;
  end: number;
  /** Its place is known too. */
  isPlaced: boolean;
}

const isMark = (position: string): position is Marker["position"] =>
  position === "FIRST" || position === "LAST";

/**
 * What opens and closes the days of an event, of items whose time is known. A closing item that has begun
 * holds nothing back: what is pitched after it cannot be helped.
 */
export function dayMarkers(
  rows: EventRows,
  scale: MinuteScale,
  runs: readonly FixedRun[],
  kept: readonly { key: string; span: Span }[],
  notBefore: number,
): Marker[] {
  const keptAt = new Map(kept.map(({ key, span }) => [key, span]));
  return rows.items.flatMap(({ id, position, startsAt, minutes }): Marker[] => {
    if (!isMark(position)) return [];
    const span = keptAt.get(itemKey(id));
    if (span) {
      const isPast = position === "LAST" && span.from <= notBefore;
      return isPast
        ? []
        : [{ key: null, position, start: span.from, end: span.to, isPlaced: true }];
    }
    const run = runs.find(({ items }) => items.some(({ item }) => item.id === id));
    if (run) return [{ key: run.key, position, start: run.from, end: run.to, isPlaced: true }];
    if (!startsAt) return [];
    const start = scale.minuteOf(startsAt);
    return [{ key: itemKey(id), position, start, end: start + minutes, isPlaced: false }];
  });
}

/** Of each day the time before what opens it is over; what opens it without a place still needs one then. */
export const openingSpans = (markers: readonly Marker[]): Span[] =>
  markers.flatMap(({ position, start, end, isPlaced }) =>
    position === "FIRST" && isPlaced ? [{ from: dayOf(start) * MINUTES_PER_DAY, to: end }] : [],
  );

/**
 * Pitches that begin only where the order of their day allows it. Where all of a pitch's beginnings are on
 * the day of an item they stay, and the order is a fact of its own that can be named when it clashes. An
 * item whose time is not known opens or closes the whole event.
 */
export function inProgrammeOrder(
  rows: EventRows,
  markers: readonly Marker[],
  activities: readonly Activity[],
): { activities: Activity[]; orders: [string, string][] } {
  const orders: [string, string][] = [];
  const order = (item: string, position: Marker["position"], pitch: string) =>
    orders.push(position === "FIRST" ? [item, pitch] : [pitch, item]);
  const known = new Set(activities.map(({ id }) => id));
  const timed = new Set(markers.flatMap(({ key }) => key ?? []));
  const pitches = new Set(rows.projects.map(({ id }) => pitchKey(id)));
  const free = rows.items.flatMap(({ id, position }) => {
    const key = itemKey(id);
    return isMark(position) && known.has(key) && !timed.has(key) ? [{ key, position }] : [];
  });
  const ordered = activities.map((one) => {
    if (!pitches.has(one.id)) return one;
    for (const { key, position } of free) order(key, position, one.id);
    let { starts } = one;
    for (const marker of markers) {
      const days = (one.locked ? [one.locked.start] : one.starts).map(dayOf);
      if (marker.key !== null && days.every((day) => day === dayOf(marker.start))) {
        order(marker.key, marker.position, one.id);
      } else {
        starts = starts.filter(
          (start) => !isOutOfOrder(marker, { start, end: start + one.minutes }),
        );
      }
    }
    return starts === one.starts ? one : { ...one, starts };
  });
  return { activities: ordered, orders };
}
