import { boundPoints } from "./plan-bound.server";
import { indexProblem } from "./plan-index";
import { idleMinutesOf, pointsOf } from "./plan-points";
import type { Plan, PlanProblem } from "./plan-problem";
import { readPlan, writePlan } from "./plan-writing";
import { searchPlan } from "./search-plan";
import { openHighs } from "./solve-highs.server";

export interface SolveLimits {
  seed: number;
  /** Seconds for bound and search together. */
  seconds: number;
  /** Ends the search early; the best plan so far is given. */
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
  isProvenBest: boolean;
  /** Activities of the published plan that are elsewhere or gone. */
  moved: readonly string[];
  /** No plan that loses as little of the published one moves fewer; undefined without a published plan. */
  fewestMoves?: number;
  /** Minutes that people wait between two engagements of a day, all together. */
  idleMinutes: number;
}

export async function solvePlan(
  problem: PlanProblem,
  limits: SolveLimits,
  published: Plan = [],
): Promise<Solved> {
  const startedAt = performance.now();
  const untilMs = startedAt + limits.seconds * 1000;
  const index = indexProblem(problem, published);
  const highs = openHighs(limits.signal);
  let bound = Number.POSITIVE_INFINITY;
  const required = index.activities.filter((one) => one.isRequired).length;
  const bounding = boundPoints(index, highs, limits.seconds).then((one) => {
    bound = one.points;
    return one;
  });
  const found = await searchPlan(
    index,
    {
      seed: limits.seed,
      tries: Number.POSITIVE_INFINITY,
      untilMs,
      bound: () => bound + required * index.weights.required,
      signal: limits.signal,
    },
    published.length > 0 ? readPlan(index, published) : undefined,
  );
  await bounding;
  await highs.close();
  const plan = writePlan(index, found);
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
    idleMinutes: idleMinutesOf(problem, plan),
  };
}
