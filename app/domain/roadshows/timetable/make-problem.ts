import { itemKey, strangerKey } from "./activity-key";
import {
  itemActivities,
  type KeptEntry,
  keptActivity,
  meetingActivities,
  pitchActivities,
  WORTH,
} from "./event-activities";
import { type EventRows, presenterOf } from "./event-rows";
import { type FixedRun, fixedRuns } from "./fixed-items";
import { itemTimes } from "./item-times";
import { meetingQuotas } from "./meeting-quotas";
import { MINUTES_PER_DAY, type MinuteScale } from "./minutes-of-event";
import { isSingle, type PlaceUse, placePools, setupOf } from "./place-pools";
import { cutSpans } from "./place-slots";
import type { PlacePool, PlanPerson, PlanProblem, Span } from "./plan-problem";
import { dayMarkers, inProgrammeOrder } from "./programme-order";

export interface ProblemOptions {
  /** Where entries are locked, by name of the activity. */
  locked?: ReadonlyMap<string, { start: number; placeId: string }>;
  kept?: readonly KeptEntry[];
  /** Entries of the public version that may stay where they are. */
  stays?: readonly PlaceUse[];
  /** Absence that is not written at the person. */
  away?: ReadonlyMap<string, Span>;
  /** Nothing new begins before this minute. */
  notBefore?: number;
}

export interface EventProblem {
  problem: PlanProblem;
  runs: readonly FixedRun[];
}

/** The timetable's problem of an event. Pure. */
export function makeProblem(
  rows: EventRows,
  scale: MinuteScale,
  options: ProblemOptions = {},
): EventProblem {
  const { locked = new Map(), kept = [], stays = [], away = new Map(), notBefore = 0 } = options;
  const keptKeys = new Set(kept.map(({ key }) => key));
  const gap = rows.rules.gapMinutes;
  const placeOf = new Map(rows.places.map((place) => [place.id, place]));
  const setupAt = (id: string) => {
    const place = placeOf.get(id);
    return place ? setupOf(place, gap) : 0;
  };
  const open = { ...rows, items: rows.items.filter(({ id }) => !keptKeys.has(itemKey(id))) };
  const runs = fixedRuns(open, scale, setupAt, itemTimes(rows, scale, locked, stays, kept));
  const markers = dayMarkers(rows, scale, runs, kept, notBefore);
  const pools = placePools(rows, scale, runs, kept, stays, markers);
  const isLater = (start: number) => start >= notBefore;
  const stayOf = new Map(stays.map(({ key, span }) => [key, span.from]));
  const planned = [
    ...pitchActivities(rows, pools, isLater),
    ...itemActivities(open, scale, pools, runs, isLater),
    ...meetingActivities(rows, pools, isLater),
  ]
    .filter(({ id }) => !keptKeys.has(id))
    .map((one) => {
      const at = locked.get(one.id);
      const stay = stayOf.get(one.id);
      if (!at) {
        const isNew = stay !== undefined && !one.starts.includes(stay);
        return isNew ? { ...one, starts: [...one.starts, stay] } : one;
      }
      return { ...one, isRequired: true, locked: { start: at.start, pool: at.placeId } };
    });
  const { activities, orders } = inProgrammeOrder(rows, markers, planned);
  const singles = new Set(rows.places.flatMap((place) => (isSingle(place) ? [place.id] : [])));
  const keeping = kept.map((one) =>
    keptActivity(one, singles.has(one.placeId) ? keptPool(one.placeId) : one.placeId),
  );
  const all = [...activities, ...keeping];
  const last = all.reduce((most, { starts, minutes, locked: at }) => {
    return Math.max(most, ...starts.map((start) => start + minutes), (at?.start ?? 0) + minutes);
  }, MINUTES_PER_DAY);
  const quotas = meetingQuotas(rows, keptKeys, new Set([...locked.keys(), ...stayOf.keys()]));
  const people = [
    ...peopleOf(rows, scale, last, away, quotas),
    ...strangersOf(rows, scale, last),
  ].map((person) => ({
    ...person,
    available: [
      ...person.available,
      ...kept.filter((one) => one.personIds.includes(person.id)).map(({ span }) => span),
    ],
  }));
  return {
    problem: {
      pools: [...pools.map(({ pool }) => pool), ...keptPools(rows, kept)],
      people,
      activities: all,
      orders,
      walkMinutes: rows.rules.walkMinutes,
      fairShare: WORTH.fairShare,
      grouping: rows.rules.groupByField
        ? {
            worth: WORTH.group,
            withinMinutes: Math.max(...pools.map(({ pool }) => pool.setupMinutes), 0) + 1,
          }
        : null,
    },
    runs,
  };
}

const KEPT = "kept:";
const keptPool = (placeId: string) => `${KEPT}${placeId}`;

/** The place of a pool, of which a hall has a second one for what is kept there. */
export const placeOfPool = (pool: string) =>
  pool.startsWith(KEPT) ? pool.slice(KEPT.length) : pool;

/**
 * What is kept in a hall stands one after another as the public version has it, items without time to set
 * up: it has a pool of its own, that has no such time, in the same zone.
 */
function keptPools(rows: EventRows, kept: readonly KeptEntry[]): PlacePool[] {
  return rows.places.flatMap((place) => {
    const here = kept.filter(({ placeId }) => placeId === place.id);
    if (!isSingle(place) || here.length === 0) return [];
    return [
      {
        id: keptPool(place.id),
        zone: place.zone,
        count: here.length,
        open: here.map(({ span }) => span),
        setupMinutes: 0,
      },
    ];
  });
}

/** Participants with the time in which they can be there; the presenter's limits of a project count too. */
function peopleOf(
  rows: EventRows,
  scale: MinuteScale,
  until: number,
  away: ReadonlyMap<string, Span>,
  quotas: ReadonlyMap<string, number>,
): PlanPerson[] {
  return rows.people.map((person) => {
    const own = rows.projects
      .filter((project) => presenterOf(project, rows.people)?.id === person.id)
      .flatMap(({ unavailable }) => unavailable);
    const absent = [...person.unavailable, ...own].map(scale.spanOf);
    const gone = away.get(person.id);
    return {
      id: person.id,
      meetingsMost: quotas.get(person.id),
      available: cutSpans([{ from: 0, to: until }], gone ? [...absent, gone] : absent),
    };
  });
}

function strangersOf(rows: EventRows, scale: MinuteScale, until: number): PlanPerson[] {
  return rows.projects
    .filter((project) => !presenterOf(project, rows.people))
    .map(({ id, unavailable }) => ({
      id: strangerKey(id),
      available: cutSpans([{ from: 0, to: until }], unavailable.map(scale.spanOf)),
    }));
}
