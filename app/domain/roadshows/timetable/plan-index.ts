import type { Activity, Plan, PlanProblem, Span } from "./plan-problem";

/** More than all wishes of an event together, so that no wish outweighs a required activity. */
export const REQUIRED_WORTH = 1_000_000;
/** What was published takes place before new wishes do … */
const PUBLISHED_WORTH = 2_000;
/** … and where it was published, unless something published would be lost by it. */
const STAYING_WORTH = 50;

/** One way to place an activity: in atoms (the largest step that all times share). */
export interface Option {
  start: number;
  end: number;
  pool: number;
  worth: number;
}

/** An activity in numbers: indexes instead of names. */
export interface IndexedActivity {
  people: readonly number[];
  panel: { from: readonly number[]; count: number } | null;
  options: readonly Option[];
  isMeeting: boolean;
  before: readonly number[];
  after: readonly number[];
}

/** A problem in numbers, as the search and the bound read it. */
export interface PlanIndex {
  problem: PlanProblem;
  minutesPerAtom: number;
  atoms: number;
  walk: number;
  zoneOf: readonly number[];
  poolCount: readonly number[];
  setup: readonly number[];
  activities: readonly IndexedActivity[];
  /** Whether a person is free in an atom: person × atoms + atom. */
  isFree: Uint8Array;
}

/**
 * @param published a plan that people already know: the best plan for the index then keeps its activities,
 *   and of such plans moves the fewest, and only then adds what else is wished for
 */
export function indexProblem(problem: PlanProblem, published: Plan = []): PlanIndex {
  const minutesPerAtom = stepOf(problem);
  const atomOf = (minute: number) => Math.round(minute / minutesPerAtom);
  const starts = problem.activities.flatMap((one) => [
    ...one.starts.map((start) => start + one.minutes),
    ...(one.locked ? [one.locked.start + one.minutes] : []),
  ]);
  const walk = atomOf(problem.walkMinutes);
  const setup = problem.pools.map((pool) => atomOf(pool.setupMinutes));
  const atoms =
    atomOf(starts.reduce((most, one) => Math.max(most, one), 0)) + Math.max(walk, ...setup, 0) + 1;
  const numberOf = (ids: readonly { id: string }[]) =>
    new Map(ids.map(({ id }, index) => [id, index]));
  const pools = numberOf(problem.pools);
  const people = numberOf(problem.people);
  const activities = numberOf(problem.activities);
  const zones = [...new Set(problem.pools.map((pool) => pool.zone))];
  const isFree = new Uint8Array(problem.people.length * atoms);
  for (const [person, { available }] of problem.people.entries()) {
    for (const span of available) {
      const from = Math.max(0, Math.ceil(span.from / minutesPerAtom));
      const to = Math.min(atoms, Math.floor(span.to / minutesPerAtom));
      if (to > from) isFree.fill(1, person * atoms + from, person * atoms + to);
    }
  }
  const find = (map: Map<string, number>, id: string) => {
    const index = map.get(id);
    if (index === undefined) throw new Error(`unknown in the problem: ${id}`);
    return index;
  };
  const stays = new Map(published.map((one) => [one.activity, one]));
  const indexed = problem.activities.map((activity): IndexedActivity => {
    const fixed = activity.people.map((id) => find(people, id));
    const panel = activity.panel && {
      from: activity.panel.from.map((id) => find(people, id)),
      count: activity.panel.count,
    };
    const stay = stays.get(activity.id);
    const options = placesOf(activity).flatMap(({ start, pool }) => {
      const at = find(pools, pool);
      const span = { from: start, to: start + activity.minutes };
      const [from, to] = [atomOf(span.from), atomOf(span.to)];
      const isOpen = (problem.pools[at]?.open ?? []).some((open) => holds(open, span));
      if (!isOpen) return [];
      if (!fixed.every((person) => isFreeFor(isFree, person * atoms, from, to))) return [];
      const worth =
        activity.worth +
        (activity.isRequired ? REQUIRED_WORTH : 0) +
        primeOf(activity, start) +
        (stay ? PUBLISHED_WORTH : 0) +
        (stay?.start === start && stay.pool === pool ? STAYING_WORTH : 0);
      return [{ start: from, end: to, pool: at, worth }];
    });
    return {
      people: fixed,
      panel,
      options,
      isMeeting: activity.isMeeting,
      before: [],
      after: [],
    };
  });
  const ordered = indexed.map((one) => ({ ...one, before: [] as number[], after: [] as number[] }));
  for (const [first, second] of problem.orders) {
    ordered[find(activities, first)]?.before.push(find(activities, second));
    ordered[find(activities, second)]?.after.push(find(activities, first));
  }
  return {
    problem,
    minutesPerAtom,
    atoms,
    walk,
    zoneOf: problem.pools.map((pool) => zones.indexOf(pool.zone)),
    poolCount: problem.pools.map((pool) => pool.count),
    setup,
    activities: ordered,
    isFree,
  };
}

function placesOf(activity: Activity): { start: number; pool: string }[] {
  if (activity.locked) return [activity.locked];
  return activity.starts.flatMap((start) => activity.pools.map((pool) => ({ start, pool })));
}

const holds = (outer: Span, inner: Span) => outer.from <= inner.from && inner.to <= outer.to;

function isFreeFor(isFree: Uint8Array, base: number, from: number, to: number): boolean {
  for (let atom = from; atom < to; atom += 1) if (!isFree[base + atom]) return false;
  return true;
}

function primeOf(activity: Activity, start: number): number {
  let worth = 0;
  for (const span of activity.prime) {
    if (span.from <= start && start < span.to) worth += span.worth;
  }
  return worth;
}

/** The largest step that starts, lengths, walks and set-up times share. */
function stepOf(problem: PlanProblem): number {
  let step = 0;
  const take = (value: number) => {
    step = gcd(step, value);
  };
  take(problem.walkMinutes);
  for (const pool of problem.pools) take(pool.setupMinutes);
  for (const activity of problem.activities) {
    take(activity.minutes);
    for (const start of activity.starts) take(start);
    if (activity.locked) take(activity.locked.start);
  }
  return Math.max(step, 1);
}

function gcd(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y > 0) [x, y] = [y, x % y];
  return x;
}
