import { boundPoints, simpleBound, tightenBound } from "./plan-bound.server";
import { indexProblem, type PlanIndex } from "./plan-index";
import { boundMoves } from "./plan-moves-bound.server";
import { idleMinutesOf, pointsOf } from "./plan-points";
import type { Plan, PlanProblem } from "./plan-problem";
import { readPlan, writePlan } from "./plan-writing";
import { searchShorterGaps } from "./search-gaps";
import { type Found, searchPlan } from "./search-plan";
import { type HighsSession, openHighs } from "./solve-highs.server";

export interface SolveLimits {
  seed: number;
  /** Seconds for bound and search together. */
  seconds: number;
  /** Ends everything at once: what was begun is thrown away. */
  signal?: AbortSignal;
}

export interface Solved {
  plan: Plan;
  /** Required and locked activities that have no place. */
  missing: readonly string[];
  /** Points of wishes, prime times, fair shares and neighbours of one field. */
  points: number;
  /** No plan that places all that is required has more points. */
  bound: number;
  /** Nothing is missing and no plan has more points. */
  isProvenBest: boolean;
  /** Activities of the published plan that are elsewhere or gone. */
  moved: readonly string[];
  /** No plan that keeps as many of the published activities moves fewer; undefined without a published plan. */
  fewestMoves?: number;
  /** Minutes that people wait between two engagements of a day, all together. */
  idleMinutes: number;
}

/** Share of the time in which people's gaps are made shorter. */
const GAPS_SHARE = 0.08;
/** Share of the time in which only what lost its place is moved. */
const NEAR_SHARE = 0.15;
/** Share of the time for the moves of a published plan; then wishes are placed in what is left … */
const MOVES_SHARE = 0.6;
/** … for at most this share, */
const WISHES_SHARE = 0.2;
/** and of what is left when the moves are bounded, this share may go to the bound of the points. */
const POINTS_SHARE = 0.6;

/**
 * Makes a plan; or changes a published one: of plans that lose as little of it as can be found, one that
 * moves the fewest, and of those one worth the most. The search takes turns with the other work of the
 * process, the optimiser has a thread of its own.
 * @param published the plan that people know, if there is one
 * @throws the signal's reason when it fires
 */
export async function solvePlan(
  problem: PlanProblem,
  limits: SolveLimits,
  published: Plan = [],
): Promise<Solved> {
  const highs = openHighs(limits.signal);
  const untilMs = performance.now() + limits.seconds * 1000;
  try {
    const index = indexProblem(problem, published);
    const run = { index, limits, untilMs, highs };
    const made = published.length > 0 ? await change(run, published) : await make(run);
    limits.signal?.throwIfAborted();
    return report(problem, published, made);
  } finally {
    await highs.close();
  }
}

interface Run {
  index: PlanIndex;
  limits: SolveLimits;
  untilMs: number;
  highs: HighsSession;
}

interface Made {
  plan: Plan;
  bound: number;
  fewestMoves?: number;
}

async function make({ index, limits, untilMs, highs }: Run): Promise<Made> {
  const { seed, signal } = limits;
  const searchUntil = untilMs - limits.seconds * 1000 * GAPS_SHARE;
  const leftTo = (end: number) => (end - performance.now()) / 1000;
  let bound = simpleBound(index);
  let isOver = false;
  let exact: Found | null = null;
  const required = index.activities.filter((one) => one.isRequired).length;
  const base = required * index.weights.required;
  const isBest = (one: Found | null) => one !== null && one.value >= bound + base;
  const search = {
    seed,
    tries: Number.POSITIVE_INFINITY,
    untilMs: searchUntil,
    bound: () => (isBest(exact) ? 0 : bound + base),
    signal,
  };
  const bounding = async () => {
    const first = await boundPoints(index, highs, leftTo(untilMs));
    bound = first.points;
    if (first.isImpossible || isOver) return;
    const whole = await tightenBound(index, highs, () => leftTo(searchUntil));
    bound = Math.min(bound, whole.points);
    if (whole.choices) exact = await searchPlan(index, { ...search, tries: 0 }, whole.choices);
  };
  // Its failure is thrown where it is awaited.
  const bounded = bounding();
  bounded.catch(() => {});
  const found = await searchPlan(index, search);
  isOver = true;
  const isDone = isBest(found) || isBest(exact);
  if (isDone) await highs.close();
  await bounded.catch((error) => {
    if (!isDone) throw error;
  });
  const best = better(exact, found);
  const gapsUntil = Math.min(untilMs, performance.now() + limits.seconds * 1000 * GAPS_SHARE);
  const smooth = await searchShorterGaps(index, { seed, untilMs: gapsUntil, signal }, best);
  return { plan: writePlan(index, smooth), bound };
}

const better = (exact: Found | null, found: Found) =>
  exact && exact.value > found.value ? exact : found;

async function change({ index, limits, untilMs, highs }: Run, published: Plan): Promise<Made> {
  const { seed, signal, seconds } = limits;
  const movesUntil = untilMs - seconds * 1000 * (1 - MOVES_SHARE);
  const required = index.activities.filter((one) => one.isRequired).length;
  const base = required * index.weights.required;
  const { staying } = index.weights;
  let goal = Number.POSITIVE_INFINITY;
  const bounding = async () => {
    const moves = await boundMoves(index, published.length, highs, (seconds * MOVES_SHARE) / 1.2);
    goal = moves.value;
    const left = ((untilMs - performance.now()) / 1000) * POINTS_SHARE;
    const points = left > 0.5 ? (await boundPoints(index, highs, left)).points : simpleBound(index);
    return { moves, points };
  };
  const bounded = bounding();
  bounded.catch(() => {});
  const tries = Number.POSITIVE_INFINITY;
  const bound = () => base + goal;
  const before = readPlan(index, published);
  // First only what lost its place looks for one near by; then the whole plan may shift.
  const displaced = index.activities.flatMap(({ options }, activity) =>
    options.length > 0 && (before.chosen[activity] ?? -1) < 0 ? [activity] : [],
  );
  const nearUntil = performance.now() + seconds * 1000 * NEAR_SHARE;
  const near = await searchPlan(
    index,
    { seed, tries, untilMs: nearUntil, bound, heat: staying / 50, movable: displaced, signal },
    before,
  );
  const moved = await searchPlan(
    index,
    { seed, tries, untilMs: movesUntil, bound, heat: staying / 2, signal },
    near,
  );
  const movable = index.activities.flatMap(({ options }, activity) => {
    const isStaying = options[moved.chosen[activity] ?? -1]?.isPublished === true;
    return isStaying || options.length === 0 ? [] : [activity];
  });
  const wishesUntil = Math.min(untilMs - 100, performance.now() + seconds * 1000 * WISHES_SHARE);
  const filled = await searchPlan(
    index,
    { seed, tries, untilMs: wishesUntil, bound: () => tries, movable, signal },
    moved,
  );
  const { moves, points } = await bounded;
  const plan = writePlan(index, filled);
  const ids = new Set(plan.map(({ activity }) => activity));
  const kept = published.filter(({ activity }) => ids.has(activity)).length;
  // The bound of moves is for plans that keep as much as can be; of others only what lost its place is sure.
  const most = kept === moves.kept ? moves.staying : countStaying(index);
  return { plan, bound: points, fewestMoves: published.length - Math.min(most, kept) };
}

/** Activities that may stay where they were published. */
const countStaying = ({ activities }: PlanIndex) =>
  activities.filter(({ options }) => options.some((one) => one.isPublished)).length;

function report(problem: PlanProblem, published: Plan, { plan, bound, fewestMoves }: Made): Solved {
  const placed = new Map(plan.map((one) => [one.activity, one]));
  const missing = problem.activities.flatMap(({ id, isRequired, locked }) =>
    (isRequired || locked) && !placed.has(id) ? [id] : [],
  );
  const points = pointsOf(problem, plan);
  return {
    plan,
    missing,
    points,
    bound,
    isProvenBest: missing.length === 0 && points === bound,
    moved: published.flatMap((one) => {
      const now = placed.get(one.activity);
      return now?.start === one.start && now.pool === one.pool ? [] : [one.activity];
    }),
    ...(fewestMoves === undefined ? {} : { fewestMoves }),
    idleMinutes: idleMinutesOf(problem, plan),
  };
}
