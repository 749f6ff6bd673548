import { stepOf } from "./plan-atoms";
import type { Activity, Plan, PlanProblem, Span } from "./plan-problem";

/** More than all wishes of an event together, so that no wish outweighs a required activity. */
const REQUIRED_WORTH = 1_000_000_000;

/** One way to place an activity: in atoms (the largest step that all times share). */
export interface Option {
  start: number;
  end: number;
  pool: number;
  /** Points that the plan gets: for taking place, and for its time. */
  points: number;
  /** Points with what being required, and being where it was published, weighs in the search. */
  worth: number;
  isPublished: boolean;
}

/** An activity in numbers: indexes instead of names. */
export interface IndexedActivity {
  people: readonly number[];
  panel: { from: readonly number[]; count: number } | null;
  options: readonly Option[];
  /** What of every option's worth it gets wherever it is placed: for being required, and published. */
  keeping: number;
  /** Required or locked. */
  isRequired: boolean;
  isMeeting: boolean;
  before: readonly number[];
  after: readonly number[];
  /** Number of its group, or -1. */
  group: number;
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
  /** Most meetings of each person. */
  meetingsMost: readonly number[];
  /** Meetings of each person. */
  meetingsOf: readonly (readonly number[])[];
  groups: number;
  grouping: { worth: number; within: number };
  weights: Weights;
}

/** What the search adds to points. All zero without a published plan, but for what is required. */
export interface Weights {
  required: number;
  /** For keeping what was published … */
  published: number;
  /** … and for keeping it where it was. */
  staying: number;
}

/**
 * @param published a plan that people already know: the best plan for the index then keeps its activities,
 *   of such plans moves the fewest, and only of those is worth the most
 */
export function indexProblem(problem: PlanProblem, published: Plan = []): PlanIndex {
  const minutesPerAtom = stepOf(problem);
  const atomOf = (minute: number) => Math.round(minute / minutesPerAtom);
  const walk = atomOf(problem.walkMinutes);
  const setup = problem.pools.map((pool) => atomOf(pool.setupMinutes));
  const ends = problem.activities.flatMap((one) =>
    placesOf(one).map(({ start }) => start + one.minutes),
  );
  const last = ends.reduce((most, one) => Math.max(most, one), 0);
  const atoms = atomOf(last) + Math.max(walk, ...setup, 0) + 1;
  const pools = numberOf(problem.pools);
  const people = numberOf(problem.people);
  const numbers = numberOf(problem.activities);
  const zones = [...new Set(problem.pools.map((pool) => pool.zone))];
  const isFree = new Uint8Array(problem.people.length * atoms);
  for (const [person, { available }] of problem.people.entries()) {
    for (const span of available) {
      const from = Math.max(0, Math.ceil(span.from / minutesPerAtom));
      const to = Math.min(atoms, Math.floor(span.to / minutesPerAtom));
      if (to > from) isFree.fill(1, person * atoms + from, person * atoms + to);
    }
  }
  const meetingsMost = problem.people.map((one) => one.meetingsMost ?? Number.POSITIVE_INFINITY);
  const weights = weightsOf(problem, published);
  const stays = new Map(published.map((one) => [one.activity, one]));
  const groups = [...new Set(problem.activities.flatMap(({ group }) => group ?? []))];
  const activities = problem.activities.map((activity) => {
    const isRequired = activity.isRequired || activity.locked !== null;
    const fixed = activity.people.map((id) => find(people, id));
    const stay = stays.get(activity.id);
    const keeping = (isRequired ? weights.required : 0) + (stay ? weights.published : 0);
    const isBarred = activity.isMeeting && fixed.some((one) => meetingsMost[one] === 0);
    const places = isBarred ? [] : placesOf(activity);
    const options = places.flatMap(({ start, pool }): Option[] => {
      const at = find(pools, pool);
      if ((problem.pools[at]?.count ?? 0) <= 0) return [];
      const span = { from: start, to: start + activity.minutes };
      const [from, to] = [atomOf(span.from), atomOf(span.to)];
      const isOpen = (problem.pools[at]?.open ?? []).some((open) => holds(open, span));
      if (!isOpen) return [];
      if (!fixed.every((person) => isFreeFor(isFree, person * atoms, from, to))) return [];
      const points = activity.worth + primeOf(activity, start);
      const isPublished = stay?.start === start && stay.pool === pool;
      const worth = points + keeping + (isPublished ? weights.staying : 0);
      return [{ start: from, end: to, pool: at, points, worth, isPublished }];
    });
    return {
      people: fixed,
      panel: activity.panel && {
        from: activity.panel.from
          .map((id) => find(people, id))
          .filter((one) => !fixed.includes(one)),
        count: activity.panel.count,
      },
      options,
      keeping,
      isRequired,
      isMeeting: activity.isMeeting,
      before: [] as number[],
      after: [] as number[],
      group: activity.group ? groups.indexOf(activity.group) : -1,
    };
  });
  for (const [first, second] of problem.orders) {
    activities[find(numbers, first)]?.before.push(find(numbers, second));
    activities[find(numbers, second)]?.after.push(find(numbers, first));
  }
  const meetingsOf: number[][] = problem.people.map(() => []);
  for (const [at, { people: of, isMeeting }] of activities.entries()) {
    if (isMeeting) for (const person of of) meetingsOf[person]?.push(at);
  }
  const grouped = problem.activities.flatMap(({ group, minutes }) => (group ? [minutes] : []));
  const within = Math.min(problem.grouping?.withinMinutes ?? 0, Math.min(...grouped) - 1);
  return {
    problem,
    minutesPerAtom,
    atoms,
    walk,
    zoneOf: problem.pools.map((pool) => zones.indexOf(pool.zone)),
    poolCount: problem.pools.map((pool) => pool.count),
    setup,
    activities,
    isFree,
    meetingsMost,
    meetingsOf,
    groups: groups.length,
    grouping: {
      worth: grouped.length > 1 ? (problem.grouping?.worth ?? 0) : 0,
      within: Math.floor(Math.max(0, within) / minutesPerAtom),
    },
    weights,
  };
}

/** Each heavier than all that is lighter together: worths stay whole numbers well within 2^53. */
function weightsOf(problem: PlanProblem, published: Plan): Weights {
  if (published.length === 0) return { required: REQUIRED_WORTH, published: 0, staying: 0 };
  const staying = mostPoints(problem) + 1;
  const keeping = staying * (published.length + 1);
  return { required: keeping * (published.length + 2), published: keeping, staying };
}

function mostPoints(problem: PlanProblem): number {
  const shares = problem.fairShare.reduce((sum, one) => sum + one, 0);
  let most = problem.people.length * shares;
  for (const { worth, prime, group } of problem.activities) {
    most += worth + prime.reduce((sum, one) => sum + one.worth, 0);
    if (group) most += problem.grouping?.worth ?? 0;
  }
  return most;
}

function placesOf(activity: Activity): { start: number; pool: string }[] {
  if (activity.locked) return [activity.locked];
  return activity.starts.flatMap((start) => activity.pools.map((pool) => ({ start, pool })));
}

const numberOf = (ids: readonly { id: string }[]) => new Map(ids.map(({ id }, at) => [id, at]));

function find(map: Map<string, number>, id: string): number {
  const index = map.get(id);
  if (index === undefined) throw new Error(`unknown in the problem: ${id}`);
  return index;
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
