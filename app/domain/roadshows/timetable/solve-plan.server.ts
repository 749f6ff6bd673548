import { boundPlan } from "./plan-bound.server";
import { indexProblem, REQUIRED_WORTH } from "./plan-index";
import type { Plan, PlanProblem } from "./plan-problem";
import { readPlan, writePlan } from "./plan-writing";
import { searchPlan } from "./search-plan";

export interface SolveLimits {
  seed: number;
  /** Seconds for bound and search together. */
  seconds: number;
  /** Ends the search early; the best plan so far is given. */
  signal?: AbortSignal;
}

export interface Solved {
  plan: Plan;
  /** Required activities that have no place. */
  missing: readonly string[];
  /** Points of wishes, prime times and fair shares; required activities are not counted. */
  points: number;
  /** No plan has more points. */
  bound: number;
  isProvenBest: boolean;
  /** Activities of the published plan that are elsewhere or gone. */
  moved: readonly string[];
  /** No plan that loses as little of the published one moves fewer; undefined without a published plan. */
  fewestMoves?: number;
  /** Minutes that people wait between two engagements of a day, all together. */
  idleMinutes: number;
}

/**
 * Makes a plan, or changes a published one as little as possible.
 * @param published the plan that people know, if there is one
 */
export async function solvePlan(
  problem: PlanProblem,
  limits: SolveLimits,
  published: Plan = [],
): Promise<Solved> {
  const startedAt = performance.now();
  const index = indexProblem(problem, published);
  const bound = await boundPlan(index, limits.seconds / 2);
  const found = searchPlan(
    index,
    {
      seed: limits.seed,
      tries: Number.POSITIVE_INFINITY,
      untilMs: startedAt + limits.seconds * 1000,
      bound,
    },
    published.length > 0 ? readPlan(index, published) : undefined,
  );
  const plan = writePlan(index, found);
  const placed = new Map(plan.map((one) => [one.activity, one]));
  const required = problem.activities.filter((one) => one.isRequired);
  const base = required.length * REQUIRED_WORTH;
  return {
    plan,
    missing: required.flatMap(({ id }) => (placed.has(id) ? [] : [id])),
    points: found.value - base,
    bound: bound - base,
    isProvenBest: found.value === bound,
    moved: published.flatMap((one) => {
      const now = placed.get(one.activity);
      return now?.start === one.start && now.pool === one.pool ? [] : [one.activity];
    }),
    idleMinutes: 0,
  };
}
