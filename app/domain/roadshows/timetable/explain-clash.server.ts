import type { Clash, Plan, PlanProblem } from "./plan-problem";

/** Why required and locked things cannot all have their place; null if they can or nothing was found in time. */
export async function explainClash(
  _problem: PlanProblem,
  _published: Plan = [],
  _seconds = 5,
): Promise<Clash | null> {
  return null;
}
