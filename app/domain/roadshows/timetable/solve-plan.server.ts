import { boundPlan } from "./plan-bound.server";
import { indexProblem, type PlanIndex, REQUIRED_WORTH } from "./plan-index";
import type { Plan, PlanProblem } from "./plan-problem";
import { type Found, searchPlan } from "./search-plan";

export interface SolveLimits {
  seed: number;
  /** Seconds for bound and search together. */
  seconds: number;
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
  };
}

function writePlan(index: PlanIndex, found: Found): Plan {
  const { problem, minutesPerAtom } = index;
  return problem.activities.flatMap(({ id }, activity) => {
    const option = index.activities[activity]?.options[found.chosen[activity] ?? -1];
    const pool = option && problem.pools[option.pool];
    if (!option || !pool) return [];
    const panel = (found.panelOf[activity] ?? []).flatMap((one) => problem.people[one]?.id ?? []);
    return [{ activity: id, start: option.start * minutesPerAtom, pool: pool.id, panel }];
  });
}

/** What of a plan still stands in the index. */
function readPlan(index: PlanIndex, plan: Plan): Found {
  const { problem, minutesPerAtom } = index;
  const placed = new Map(plan.map((one) => [one.activity, one]));
  const chosen = Int32Array.from(problem.activities, ({ id }, activity) => {
    const known = placed.get(id);
    const options = index.activities[activity]?.options ?? [];
    return options.findIndex(
      ({ start, pool }) =>
        start * minutesPerAtom === known?.start && problem.pools[pool]?.id === known.pool,
    );
  });
  return { chosen, panelOf: [], value: 0, tries: 0 };
}
