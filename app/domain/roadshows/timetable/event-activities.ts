import { itemKey, meetingKey, pitchKey, strangerKey } from "./activity-key";
import { type EventRows, misfitsOf, panelOf, presenterOf } from "./event-rows";
import type { FixedRun } from "./fixed-items";
import { MINUTES_PER_DAY, type MinuteScale } from "./minutes-of-event";
import type { PlacedPool } from "./place-pools";
import { anyStarts } from "./place-slots";
import type { Activity, Span } from "./plan-problem";

/** Points for wishes, beside the weights of meetings (4, 7, 10). */
export const WORTH = { pitch: 10, item: 10, group: 3, prime: 2, fairShare: [3, 2, 1] };
/** For pitches in the first slots of each day, so many as are needed: days without holes. */
const CORE_WORTH = 1;
/** Free items begin at multiples of so many minutes. */
const ITEM_STEP = 5;
/** The best projects of the selection are wanted in the first so many minutes of a day. */
const PRIME_MINUTES = 120;

/** An entry that stays exactly as it is, with its people: it is over or under way. */
export interface KeptEntry {
  key: string;
  placeId: string;
  span: Span;
  personIds: readonly string[];
}

export function pitchActivities(
  rows: EventRows,
  pools: readonly PlacedPool[],
  isLater: (start: number) => boolean,
): Activity[] {
  const { talkMinutes, questionMinutes, judgesPerPitch } = rows.rules;
  const event = { isOnlineOnly: rows.isOnlineOnly, judges: judgesPerPitch };
  const best = Math.ceil(rows.projects.length / 3);
  const prime = primeSpans(pools);
  const core = coreSpans(pools, rows.projects.length);
  return rows.projects.map((project) => {
    const fitting = pools.filter(({ place }) => misfitsOf(project, place, event).length === 0);
    const presenter = presenterOf(project, rows.people);
    return {
      id: pitchKey(project.id),
      minutes: talkMinutes + questionMinutes,
      people: [presenter?.id ?? strangerKey(project.id)],
      panel:
        judgesPerPitch > 0
          ? {
              from: panelOf(rows, project.id)
                .map(({ id }) => id)
                .filter((id) => id !== presenter?.id),
              count: judgesPerPitch,
            }
          : null,
      pools: fitting.map(({ pool }) => pool.id),
      starts: unique(fitting.flatMap(({ starts }) => starts)).filter(isLater),
      worth: WORTH.pitch,
      isRequired: true,
      isMeeting: false,
      prime: project.rank !== null && project.rank <= best ? [...core, ...prime] : core,
      locked: null,
      group: project.fieldCodes[0]?.split(".")[0] ?? null,
    };
  });
}

export function itemActivities(
  rows: EventRows,
  scale: MinuteScale,
  pools: readonly PlacedPool[],
  runs: readonly FixedRun[],
  isLater: (start: number) => boolean,
): Activity[] {
  const known = new Set(rows.people.map(({ id }) => id));
  const presentIn = (ids: readonly string[]) => unique(ids.filter((id) => known.has(id)));
  const base = { panel: null, worth: WORTH.item, isRequired: true, isMeeting: false, prime: [] };
  const fixed = runs.map((run) => ({
    ...base,
    id: run.key,
    minutes: run.to - run.from,
    people: presentIn(run.items.flatMap(({ item }) => item.personIds)),
    pools: [run.placeId],
    starts: [run.from],
    locked: { start: run.from, pool: run.placeId },
    group: null,
  }));
  const inRuns = new Set(runs.flatMap((run) => run.items.map(({ item }) => item.id)));
  const free = rows.items.flatMap((item) => {
    if (inRuns.has(item.id)) return [];
    const fitting = pools.filter(({ place }) =>
      item.placeId ? place.id === item.placeId : place.kind !== "TABLES",
    );
    const starts = item.startsAt
      ? [scale.minuteOf(item.startsAt)]
      : unique(fitting.flatMap(({ pool }) => anyStarts(pool.open, item.minutes, ITEM_STEP))).filter(
          isLater,
        );
    return [
      {
        ...base,
        id: itemKey(item.id),
        minutes: item.minutes,
        people: presentIn(item.personIds),
        pools: fitting.map(({ pool }) => pool.id),
        starts,
        locked: null,
        group: null,
      },
    ];
  });
  return [...fixed, ...free];
}

export function meetingActivities(
  rows: EventRows,
  pools: readonly PlacedPool[],
  isLater: (start: number) => boolean,
): Activity[] {
  const people = new Map(rows.people.map((person) => [person.id, person]));
  return rows.meetings.flatMap(({ id, fromId, toId, weight }) => {
    const [from, to] = [people.get(fromId), people.get(toId)];
    if (!from || !to) return [];
    const isOnline = from.isOnline || to.isOnline || rows.isOnlineOnly;
    const fitting = pools.filter(({ place }) =>
      isOnline
        ? place.kind === "ONLINE_ROOM" ||
          (place.kind === "TABLES" && place.equipment.includes("VIDEO_LINK"))
        : place.kind === "TABLES" && (place.capacity === 0 || place.capacity >= 2),
    );
    return [
      {
        id: meetingKey(id),
        minutes: rows.rules.meetingMinutes,
        people: [fromId, toId],
        panel: null,
        pools: fitting.map(({ pool }) => pool.id),
        starts: unique(fitting.flatMap(({ starts }) => starts)).filter(isLater),
        worth: weight,
        isRequired: false,
        isMeeting: true,
        prime: [],
        locked: null,
        group: null,
      },
    ];
  });
}

/** @param pool where its place stands for what is kept */
export function keptActivity(kept: KeptEntry, pool: string): Activity {
  return {
    id: kept.key,
    minutes: kept.span.to - kept.span.from,
    people: kept.personIds,
    panel: null,
    pools: [pool],
    starts: [kept.span.from],
    worth: 0,
    isRequired: true,
    isMeeting: false,
    prime: [],
    locked: { start: kept.span.from, pool },
    group: null,
  };
}

/** Of each day the time in which its share of the pitches has room, halls beside each other. */
function coreSpans(pools: readonly PlacedPool[], count: number) {
  const days = new Map<number, number[]>();
  for (const { place, starts } of pools) {
    if (place.kind === "TABLES") continue;
    for (const start of starts) {
      const day = Math.floor(start / MINUTES_PER_DAY);
      days.set(day, [...(days.get(day) ?? []), start]);
    }
  }
  const share = Math.ceil(count / Math.max(1, days.size));
  return [...days.values()].flatMap((starts) => {
    const sorted = starts.sort((a, b) => a - b);
    const last = sorted[Math.min(share, sorted.length) - 1];
    return sorted[0] !== undefined && last !== undefined
      ? [{ from: sorted[0], to: last + 1, worth: CORE_WORTH }]
      : [];
  });
}

/** The first hours of every day in which halls are open. */
function primeSpans(pools: readonly PlacedPool[]) {
  const firsts = new Map<number, number>();
  for (const start of pools.flatMap(({ place, starts }) =>
    place.kind === "TABLES" ? [] : starts,
  )) {
    const day = Math.floor(start / MINUTES_PER_DAY);
    firsts.set(day, Math.min(firsts.get(day) ?? start, start));
  }
  return [...firsts.values()].map((from) => ({
    from,
    to: from + PRIME_MINUTES,
    worth: WORTH.prime,
  }));
}

const unique = <T extends string | number>(values: readonly T[]): T[] => [...new Set(values)];
