import type { PlanIndex } from "./plan-index";
import type { Plan } from "./plan-problem";

/** The choice of each activity in numbers, with its panel. */
export interface Choices {
  /** Option of each activity, or -1. */
  chosen: Int32Array;
  panelOf: readonly (readonly number[])[];
}

export function writePlan(index: PlanIndex, { chosen, panelOf }: Choices): Plan {
  const { problem, minutesPerAtom } = index;
  return problem.activities.flatMap(({ id }, activity) => {
    const option = index.activities[activity]?.options[chosen[activity] ?? -1];
    const pool = option && problem.pools[option.pool];
    if (!option || !pool) return [];
    const panel = (panelOf[activity] ?? []).flatMap((one) => problem.people[one]?.id ?? []);
    return [{ activity: id, start: option.start * minutesPerAtom, pool: pool.id, panel }];
  });
}

/** What of a plan still has its place in the problem, with what of its panels may still sit. */
export function readPlan(index: PlanIndex, plan: Plan): Choices {
  const { problem, minutesPerAtom } = index;
  const placed = new Map(plan.map((one) => [one.activity, one]));
  const numberOf = new Map(problem.people.map(({ id }, person) => [id, person]));
  const chosen = Int32Array.from(problem.activities, ({ id }, activity) => {
    const known = placed.get(id);
    const options = index.activities[activity]?.options ?? [];
    return options.findIndex(
      ({ start, pool }) =>
        start * minutesPerAtom === known?.start && problem.pools[pool]?.id === known.pool,
    );
  });
  const panelOf = problem.activities.map(({ id }, activity) => {
    const from = index.activities[activity]?.panel?.from ?? [];
    const named = placed.get(id)?.panel ?? [];
    return named.flatMap((one) => {
      const person = numberOf.get(one);
      return person !== undefined && from.includes(person) ? [person] : [];
    });
  });
  return { chosen, panelOf };
}
