import { readKey } from "./activity-key";
import type { DayChange } from "./day-change";
import type { FormerEntry } from "./former-entry";
import { placeOfPool } from "./make-problem";
import type { Plan, PlanProblem } from "./plan-problem";
import type { ReadProblem } from "./problem-of-event.server";
import { relaxProblem } from "./relax-problem";
import type { Solver, SolverAnswer } from "./solver-process.server";

/** With the start of the solver's process one try stays below four seconds. */
const SECONDS = 2.2;
/** How often what has no place may ask for less. */
const RELAXATIONS = 2;

interface Day {
  former: readonly FormerEntry[];
  target: Plan;
  kept: ReadonlySet<string>;
  change: DayChange;
}

/**
 * Solves a changed day. Where something of the public version has no place any more it is tried again
 * with fewer judges, or an item without those who are away.
 * @returns the problem as it was solved, and what is lost in spite of that but for what the change itself
 *   took out
 */
export async function solveDay(
  asked: ReadProblem,
  { former, target, kept, change }: Day,
  solver: Solver,
): Promise<{ read: ReadProblem; answer: SolverAnswer; lost: string[] }> {
  const before = new Set(former.map(({ key }) => key));
  const wasPublic = (id: string) => {
    const { kind, ids } = readKey(id);
    return kind === "ITEM" ? ids.some((one) => before.has(`item:${one}`)) : before.has(id);
  };
  const takenOut = takenOutBy(change, asked.problem, kept);
  let { problem } = asked;
  for (let relaxed = 0; ; relaxed += 1) {
    const answer = await solver({
      problem,
      published: wantedIn(problem, target, kept),
      seed: 1,
      seconds: SECONDS,
      clashSeconds: 0,
      withGreedy: false,
    });
    const plan = answer.solved.plan.map((one) => ({ ...one, pool: placeOfPool(one.pool) }));
    const lost = answer.solved.missing.filter((one) => !takenOut.has(one) && wasPublic(one));
    if (lost.length === 0 || relaxed === RELAXATIONS) {
      const solved = { ...answer.solved, plan };
      return { read: { ...asked, problem }, answer: { ...answer, solved }, lost };
    }
    problem = relaxProblem(problem, new Set(lost), kept, target);
  }
}

/** What is wanted of a problem's activities, in its pools. */
function wantedIn({ activities }: PlanProblem, target: Plan, kept: ReadonlySet<string>): Plan {
  const poolOf = new Map(activities.map(({ id, locked }) => [id, locked?.pool]));
  return target.flatMap((one) => {
    if (!poolOf.has(one.activity)) return [];
    const pool = kept.has(one.activity) ? poolOf.get(one.activity) : undefined;
    return [{ ...one, pool: pool ?? one.pool }];
  });
}

/** Pitches and meetings that cannot be without the person who is out. */
function takenOutBy(
  change: DayChange,
  { activities }: PlanProblem,
  kept: ReadonlySet<string>,
): ReadonlySet<string> {
  const personId =
    change.kind === "PERSON_OUT" || change.kind === "PROJECT_OUT" ? change.participantId : null;
  if (!personId) return new Set();
  return new Set(
    activities.flatMap(({ id, people }) =>
      !kept.has(id) && !id.startsWith("item:") && people.includes(personId) ? [id] : [],
    ),
  );
}
