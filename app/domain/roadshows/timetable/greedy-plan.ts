import { indexProblem, type PlanIndex } from "./plan-index";
import { fits } from "./plan-obstacles";
import type { Plan, PlanProblem } from "./plan-problem";
import { PlanState } from "./plan-state";
import { type Choices, writePlan } from "./plan-writing";

/**
 * What a careful person makes with a spreadsheet: what is locked first, then what is required, then the
 * rest as it came in; each at the first time and place that is free. Nothing is moved again.
 */
export function greedyPlan(problem: PlanProblem): Plan {
  const index = indexProblem(problem);
  return writePlan(
    index,
    greedyChoices(index, () => true),
  );
}

/** @param has activities that are placed at all */
export function greedyChoices(index: PlanIndex, has: (activity: number) => boolean): Choices {
  const { problem } = index;
  const state = new PlanState(index);
  const rankOf = (activity: number) => {
    const { locked, isRequired } = problem.activities[activity] ?? {};
    return locked ? 0 : isRequired ? 1 : 2;
  };
  const order = problem.activities
    .map((_, at) => at)
    .filter(has)
    .sort((a, b) => rankOf(a) - rankOf(b) || a - b);
  for (const activity of order) {
    const { options } = state.activity(activity);
    const inTime = options.map((_, at) => at).sort((a, b) => timeOf(a) - timeOf(b) || a - b);
    function timeOf(choice: number): number {
      return options[choice]?.start ?? 0;
    }
    for (const choice of inTime) {
      const option = options[choice];
      const panel = option && fits(state, activity, option);
      if (!panel) continue;
      state.place(activity, choice, panel);
      break;
    }
  }
  return state;
}
