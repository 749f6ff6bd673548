import type { KeptEntry } from "./event-activities";
import type { EventRows } from "./event-rows";
import { type FormerEntry, planOf } from "./former-entry";
import type { ProblemOptions } from "./make-problem";
import type { MinuteScale } from "./minutes-of-event";
import { setupOf } from "./place-pools";
import type { Plan } from "./plan-problem";

/** What happens on the day. */
export type DayChange =
  | { kind: "DELAY"; placeId: string; fromAt: Date; minutes: number; delayId?: string }
  | { kind: "PLACE_CLOSED"; placeId: string; fromAt: Date }
  /** With `participantId` the presenter is out from now, from one-to-one meetings too. */
  | { kind: "PROJECT_OUT"; projectId: string; participantId?: string }
  | { kind: "PERSON_OUT"; participantId: string; fromAt: Date }
  /** A pitch was confirmed while the event runs. */
  | { kind: "PROJECT_IN"; projectId: string };

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
 * @param past keys of what is over or under way although its time has not come
 */
export function changedDay(
  rows: EventRows,
  scale: MinuteScale,
  former: readonly FormerEntry[],
  change: DayChange,
  now: Date,
  past: ReadonlySet<string>,
): ChangedDay {
  const minute = scale.minuteOf(now);
  const isOut = (entry: FormerEntry) =>
    change.kind === "PROJECT_OUT" && entry.key === `pitch:${change.projectId}`;
  const hasBegun = ({ key, start }: FormerEntry) => start <= minute || past.has(key);
  const begun = former.filter((entry) => hasBegun(entry) && !isOut(entry));
  const ahead = former.filter((entry) => !hasBegun(entry));
  const late = change.kind === "DELAY" ? delayed(rows, scale, ahead, change, minute) : new Map();
  const people = new Set(rows.people.map(({ id }) => id));
  const keep = (entry: FormerEntry, start: number): KeptEntry => ({
    key: entry.key,
    placeId: entry.placeId,
    span: { from: start, to: start + entry.end - entry.start },
    personIds: entry.people.flatMap(({ id }) => (people.has(id) ? [id] : [])),
  });
  const begunKept = begun.map((entry) => keep(entry, entry.start));
  const postponed = ahead.flatMap((entry) => {
    const start = late.get(entry.key);
    return start === undefined ? [] : [keep(entry, start)];
  });
  const kept = new Set([...begunKept, ...postponed].map(({ key }) => key));
  return {
    options: {
      kept: [...begunKept, ...postponed],
      stays: former.flatMap(({ key, placeId, start, end }) =>
        kept.has(key) ? [] : [{ key, placeId, span: { from: start, to: end } }],
      ),
      notBefore: minute,
      locked: locksAfter(former, minute),
    },
    target: planOf(former).map((one) => ({ ...one, start: late.get(one.activity) ?? one.start })),
    kept,
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

/**
 * New beginnings in the late place: each entry waits for the one before it at its seat and for its people,
 * and breaks take the delay up. At the tables of a room what began together stays together.
 */
function delayed(
  rows: EventRows,
  scale: MinuteScale,
  former: readonly FormerEntry[],
  { placeId, fromAt, minutes }: { placeId: string; fromAt: Date; minutes: number },
  now: number,
): Map<string, number> {
  const from = Math.max(scale.minuteOf(fromAt), now + 1);
  const place = rows.places.find(({ id }) => id === placeId);
  const setup = place ? setupOf(place, rows.rules.gapMinutes) : 0;
  const here = former
    .filter((entry) => entry.placeId === placeId && entry.start >= from)
    .sort((a, b) => a.start - b.start);
  const found = new Map<string, number>();
  const first = (here[0]?.start ?? 0) + minutes;
  const freeSeat = new Map<number, number>();
  const freePerson = new Map<string, number>();
  for (const entry of here) {
    const { key, seat, people } = entry;
    const free = Math.max(
      freeSeat.get(seat) ?? first,
      ...people.map(({ id }) => freePerson.get(id) ?? first),
    );
    const start = minutes < 0 ? Math.max(now, entry.start + minutes) : Math.max(entry.start, free);
    if (start !== entry.start) found.set(key, start);
    const end = start + entry.end - entry.start;
    freeSeat.set(seat, end + (key.startsWith("item:") ? 0 : setup));
    for (const { id } of people) freePerson.set(id, end);
  }
  return found;
}

/** Kept with a version, so that it is known to be the answer to an announced delay or to a newcomer. */
export function causeOf(change: DayChange): Record<string, string> {
  if (change.kind === "DELAY" && change.delayId) return { delayId: change.delayId };
  return change.kind === "PROJECT_IN" ? { newcomerId: change.projectId } : {};
}
