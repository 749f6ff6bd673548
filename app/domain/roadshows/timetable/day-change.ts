import type { KeptEntry } from "./event-activities";
import type { EventRows } from "./event-rows";
import { type FormerEntry, planOf } from "./former-entry";
import type { ProblemOptions } from "./make-problem";
import type { MinuteScale } from "./minutes-of-event";
import type { Plan } from "./plan-problem";

/** What happens on the day. */
export type DayChange =
  | { kind: "DELAY"; placeId: string; fromAt: Date; minutes: number }
  | { kind: "PLACE_CLOSED"; placeId: string; fromAt: Date }
  | { kind: "PROJECT_OUT"; projectId: string }
  | { kind: "PERSON_OUT"; participantId: string; fromAt: Date };

export interface ChangedDay {
  options: ProblemOptions;
  /** The public version as it is wanted now: what is late is expected late. */
  target: Plan;
  /** Entries that are copied with their people as they are. */
  kept: ReadonlySet<string>;
}

/**
 * How the timetable's problem changes. What has begun stays; what follows in a hall that is late begins so
 * much later, as far as no break takes the delay up.
 */
export function changedDay(
  rows: EventRows,
  scale: MinuteScale,
  former: readonly FormerEntry[],
  change: DayChange,
  now: Date,
): ChangedDay {
  const minute = scale.minuteOf(now);
  const isOut = (entry: FormerEntry) =>
    change.kind === "PROJECT_OUT" && entry.key === `pitch:${change.projectId}`;
  const begun = former.filter((entry) => entry.start <= minute && !isOut(entry));
  const late = change.kind === "DELAY" ? delayed(rows, scale, former, change, minute) : new Map();
  const people = new Set(rows.people.map(({ id }) => id));
  const keep = (entry: FormerEntry, start: number): KeptEntry => ({
    key: entry.key,
    placeId: entry.placeId,
    span: { from: start, to: start + entry.end - entry.start },
    personIds: entry.people.flatMap(({ id }) => (people.has(id) ? [id] : [])),
  });
  const kept = begun.map((entry) => keep(entry, entry.start));
  const postponed = former.flatMap((entry) => {
    const start = late.get(entry.key);
    return start === undefined ? [] : [keep(entry, start)];
  });
  return {
    options: {
      kept: [...kept, ...postponed],
      notBefore: minute,
      locked: locksAfter(former, minute),
    },
    target: planOf(former).map((one) => ({ ...one, start: late.get(one.activity) ?? one.start })),
    kept: new Set([...kept, ...postponed].map(({ key }) => key)),
  };
}

/** Locks of the organiser that still lie ahead. */
function locksAfter(former: readonly FormerEntry[], minute: number) {
  return new Map(
    former
      .filter(({ isLocked, start }) => isLocked && start > minute)
      .map(({ key, start, placeId }) => [key, { start, placeId }]),
  );
}

/** New beginnings in the late hall: each entry waits for the one before it, breaks take the delay up. */
function delayed(
  rows: EventRows,
  scale: MinuteScale,
  former: readonly FormerEntry[],
  { placeId, fromAt, minutes }: { placeId: string; fromAt: Date; minutes: number },
  now: number,
): Map<string, number> {
  const from = Math.max(scale.minuteOf(fromAt), now + 1);
  const setup = rows.places.find(({ id }) => id === placeId)?.setupMinutes ?? 0;
  const here = former
    .filter((entry) => entry.placeId === placeId && entry.start >= from)
    .sort((a, b) => a.start - b.start);
  const found = new Map<string, number>();
  let free = Number.NEGATIVE_INFINITY;
  let isFirst = true;
  for (const entry of here) {
    const wanted = isFirst ? entry.start + minutes : entry.start;
    const start = minutes < 0 ? Math.max(now, entry.start + minutes) : Math.max(wanted, free);
    isFirst = false;
    if (start === entry.start) break;
    found.set(entry.key, start);
    free = start + entry.end - entry.start + (entry.key.startsWith("item:") ? 0 : setup);
  }
  return found;
}
