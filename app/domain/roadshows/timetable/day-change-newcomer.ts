import { pitchKey, readKey } from "./activity-key";
import type { EventRows } from "./event-rows";
import type { FormerEntry } from "./former-entry";
import { MINUTES_PER_DAY } from "./minutes-of-event";
import { type PlaceUse, setupOf } from "./place-pools";
import type { PlanProblem } from "./plan-problem";

/** More than everything else that a time of one pitch can be worth. */
const STEP = 20;

interface Newcomers {
  /** The pitch for which the day is changed; others wait and take only what nobody has. */
  wanted: string | null;
  /** Minute before which none of them begins. */
  earliest: number;
  /** Where a pitch fell out and nothing has come since. */
  freed: PlaceUse | null;
}

/**
 * Pitches that come into a public timetable begin when they are ready: where one fell out, or else as
 * early as they can, also right after what is late.
 */
export function withNewcomers(
  problem: PlanProblem,
  { wanted, earliest, freed }: Newcomers,
  rows: Pick<EventRows, "places" | "rules">,
  former: readonly FormerEntry[],
): PlanProblem {
  const known = new Set(former.map(({ key }) => key));
  const setups = new Map(rows.places.map((one) => [one.id, setupOf(one, rows.rules.gapMinutes)]));
  const ends = former.flatMap(({ key, end, placeId }) =>
    key.startsWith("meeting:") ? [] : [end + (setups.get(placeId) ?? 0)],
  );
  return {
    ...problem,
    activities: problem.activities.map((one) => {
      if (readKey(one.id).kind !== "PITCH" || known.has(one.id)) return one;
      const starts = [
        ...new Set([...one.starts, ...ends.filter((end) => isAmong(one.starts, end))]),
      ]
        .filter((start) => start >= earliest)
        .sort((a, b) => a - b);
      const first = freed?.key === one.id ? freed.span.from : null;
      const prime = starts.map((from, nth) => ({
        from,
        to: from + 1,
        worth: STEP * (starts.length - nth + (from === first ? starts.length : 0)),
      }));
      return { ...one, starts, prime, isRequired: one.id === wanted };
    }),
  };
}

/** Whether a minute lies between two beginnings of its day: within its programme. */
function isAmong(starts: readonly number[], minute: number): boolean {
  const day = Math.floor(minute / MINUTES_PER_DAY);
  const own = starts.filter((start) => Math.floor(start / MINUTES_PER_DAY) === day);
  return own.some((start) => start <= minute) && own.some((start) => start >= minute);
}

/**
 * The first of the places where pitches fell out that nothing has taken since.
 * @param fallen where pitches stood that are off, each where it stood last
 */
export function freeAgain(
  projectId: string,
  fallen: readonly Omit<PlaceUse, "key">[],
  former: readonly FormerEntry[],
): PlaceUse | null {
  const isTaken = ({ placeId, span }: Omit<PlaceUse, "key">) =>
    former.some((one) => one.placeId === placeId && one.start < span.to && span.from < one.end);
  const free = fallen.filter((one) => !isTaken(one)).sort((a, b) => a.span.from - b.span.from)[0];
  return free ? { ...free, key: pitchKey(projectId) } : null;
}
