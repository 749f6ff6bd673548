import { explainClash } from "./explain-clash.server";
import { greedyPlan } from "./greedy-plan";
import { pointsOf } from "./plan-points";
import type { Plan, PlanProblem } from "./plan-problem";
import { type DaySolved, solveInTries } from "./solve-day-tries.server";
import { solvePlan } from "./solve-plan.server";
import type { SolverAnswer, SolverTask } from "./solver-process.server";

/** A clash is not begun for less. */
const CLASH_LEAST_SECONDS = 0.2;

/**
 * Carries out a task of the solver in this very process, which does nothing else meanwhile.
 * @param startedAt since when the time of a changed day runs, as performance.now() counts
 */
export async function runSolver(
  task: SolverTask,
  startedAt = performance.now(),
): Promise<SolverAnswer> {
  const { published, seed, seconds, day } = task;
  const begunAt = performance.now();
  const untilMs = startedAt + (day?.seconds ?? 0) * 1000;
  const { problem, solved, relaxedFor }: DaySolved = day
    ? await solveInTries(task.problem, published, { seed, seconds }, day, untilMs)
    : await solveOnce(task.problem, published, { seed, seconds });
  const left = day ? (untilMs - performance.now()) / 1000 : task.clashSeconds;
  const clashSeconds = Math.min(task.clashSeconds, left);
  const isWanted = (id: string) => !day || day.expected.includes(id);
  const hasClash = solved.missing.some(isWanted) && clashSeconds > (day ? CLASH_LEAST_SECONDS : 0);
  return {
    solved,
    greedyPoints: task.withGreedy ? pointsOf(problem, greedyPlan(problem)) : null,
    clash: hasClash ? await explainClash(problem, published, clashSeconds) : null,
    milliseconds: Math.round(performance.now() - begunAt),
    ...(day && { relaxedFor }),
  };
}

async function solveOnce(
  problem: PlanProblem,
  published: Plan,
  limits: { seed: number; seconds: number },
): Promise<DaySolved> {
  return { problem, solved: await solvePlan(problem, limits, published), relaxedFor: [] };
}
