import { hasPanel } from "./explain-oracle.server";
import { indexProblem } from "./plan-index";
import type { Plan, PlanProblem } from "./plan-problem";
import { relaxProblem } from "./relax-problem";
import { type Solved, solvePlan } from "./solve-plan.server";

/** A change on the day, as the solver's process is told of it. */
export interface DayTask {
  /** Activities that stay as they are. */
  kept: readonly string[];
  /** Activities that are wanted in spite of the change: for them something less is tried. */
  expected: readonly string[];
  /** For all tries and a clash, the start of the process included. */
  seconds: number;
}

export interface DaySolved {
  problem: PlanProblem;
  solved: Solved;
  /** For which activities something less was asked, one time after another. */
  relaxedFor: string[][];
}

/** How often what has no place may ask for less. */
const RELAXATIONS = 2;
/** Of the time that is left a try takes at most this share; it is no shorter, even on a slow machine. */
const FIRST = { share: 0.65, least: 1 };
const NEXT = { share: 0.45, least: 0.25 };

/**
 * Solves a changed day. What certainly cannot be as it was asks for less at once; where something else has
 * no place it is tried again with less, in the time that is left.
 * @param untilMs end of the time, as performance.now() counts
 */
export async function solveInTries(
  asked: PlanProblem,
  published: Plan,
  limits: { seed: number; seconds: number },
  { kept, expected }: DayTask,
  untilMs: number,
): Promise<DaySolved> {
  const keep = new Set(kept);
  const wanted = new Set(expected.filter((id) => !keep.has(id)));
  const relaxedFor: string[][] = [];
  let problem = asked;
  const relax = (ids: string[]) => {
    problem = relaxProblem(problem, new Set(ids), keep, published);
    relaxedFor.push(ids);
  };
  const hopeless = () => impossibleIn(problem).filter((id) => wanted.has(id));
  for (let nth = 0; nth < RELAXATIONS; nth += 1) {
    const first = hopeless();
    if (first.length === 0) break;
    relax(first);
  }
  for (let nth = 0; ; nth += 1) {
    const left = (untilMs - performance.now()) / 1000;
    const { share, least } = nth === 0 ? FIRST : NEXT;
    const seconds = Math.min(limits.seconds, Math.max(least, left * share));
    const solved = await solvePlan(problem, { seed: limits.seed, seconds }, published);
    // Asking for less would not help those.
    const lost = new Set(hopeless());
    const open = solved.missing.filter((id) => wanted.has(id) && !lost.has(id));
    if (open.length === 0 || nth === RELAXATIONS) return { problem, solved, relaxedFor };
    relax(open);
  }
}

/** What has to take place, but has no time and place at all, or never enough people for its panel. */
function impossibleIn(problem: PlanProblem): string[] {
  const activities = problem.activities.filter((one) => one.isRequired || one.locked);
  const index = indexProblem({ ...problem, activities, orders: [] });
  return activities.flatMap(({ id }, at) => {
    const options = index.activities[at]?.options ?? [];
    return options.length === 0 || !hasPanel(index, at) ? [id] : [];
  });
}
