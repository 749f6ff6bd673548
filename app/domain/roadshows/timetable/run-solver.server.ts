import { explainClash } from "./explain-clash.server";
import { greedyPlan } from "./greedy-plan";
import { pointsOf } from "./plan-points";
import { solvePlan } from "./solve-plan.server";
import type { SolverAnswer, SolverTask } from "./solver-process.server";

/** Carries out a task of the solver in this very process, which does nothing else meanwhile. */
export async function runSolver(task: SolverTask): Promise<SolverAnswer> {
  const { problem, published, seed, seconds } = task;
  const startedAt = performance.now();
  const solved = await solvePlan(problem, { seed, seconds }, published);
  const hasClash = solved.missing.length > 0 && task.clashSeconds > 0;
  return {
    solved,
    greedyPoints: task.withGreedy ? pointsOf(problem, greedyPlan(problem)) : null,
    clash: hasClash ? await explainClash(problem, published, task.clashSeconds) : null,
    milliseconds: Math.round(performance.now() - startedAt),
  };
}
