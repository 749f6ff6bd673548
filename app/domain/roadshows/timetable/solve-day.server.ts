import { pitchKey, readKey } from "./activity-key";
import type { DayChange } from "./day-change";
import type { FormerEntry } from "./former-entry";
import { placeOfPool } from "./make-problem";
import type { Plan, PlanProblem } from "./plan-problem";
import type { ReadProblem } from "./problem-of-event.server";
import { relaxProblem } from "./relax-problem";
import type { Solver, SolverAnswer } from "./solver-process.server";

/** Of a first try, which nearly always is the only one. */
const SECONDS = 2.2;
/** Most seconds for a smallest clash; what is left of the change's time may be less. */
const CLASH_SECONDS = 2;
/** A longer list of what cannot all hold explains nothing. */
const FACTS_MOST = 12;

interface Day {
  former: readonly FormerEntry[];
  target: Plan;
  kept: ReadonlySet<string>;
  change: DayChange;
  /** When the solver has to be done, as performance.now() counts. */
  untilMs: number;
}

/**
 * Solves a changed day. Where something of the public version has no place any more it is tried again
 * with fewer judges, or an item without those who are away.
 * @returns the problem as it was solved, and what is lost in spite of that but for what the change itself
 *   took out
 */
export async function solveDay(
  asked: ReadProblem,
  { former, target, kept, change, untilMs }: Day,
  solver: Solver,
): Promise<{ read: ReadProblem; answer: SolverAnswer; lost: string[] }> {
  const newcomer = change.kind === "PROJECT_IN" ? pitchKey(change.projectId) : null;
  const expected = expectedIn(asked.problem, former, newcomer);
  const takenOut = takenOutBy(change, asked.problem, kept);
  for (const one of takenOut) expected.delete(one);
  const published = wantedIn(asked.problem, target, kept);
  const answer = await solver({
    problem: asked.problem,
    published,
    seed: 1,
    seconds: SECONDS,
    clashSeconds: CLASH_SECONDS,
    withGreedy: false,
    day: {
      kept: [...kept],
      expected: [...expected],
      seconds: (untilMs - performance.now()) / 1000,
    },
  });
  const relaxedFor = answer.relaxedFor ?? [];
  const problem = relaxedFor.reduce(
    (before, ids) => relaxProblem(before, new Set(ids), kept, published),
    asked.problem,
  );
  const plan = answer.solved.plan.map((one) => ({ ...one, pool: placeOfPool(one.pool) }));
  const placed = new Set(plan.map(({ activity }) => activity));
  // For a newcomer nothing gives way, meetings neither.
  const gone = newcomer
    ? problem.activities.flatMap(({ id }) => (placed.has(id) ? [] : [id]))
    : answer.solved.missing;
  return {
    read: { ...asked, problem },
    answer: { ...answer, solved: { ...answer.solved, plan }, clash: shownClash(answer) },
    lost: gone.filter((id) => expected.has(id)),
  };
}

/** What of the problem was public, and who comes in. */
function expectedIn(
  { activities }: PlanProblem,
  former: readonly FormerEntry[],
  newcomer: string | null,
): Set<string> {
  const before = new Set(former.map(({ key }) => key));
  const isExpected = (id: string) => {
    const { kind, ids } = readKey(id);
    if (id === newcomer) return true;
    return kind === "ITEM" ? ids.some((one) => before.has(`item:${one}`)) : before.has(id);
  };
  return new Set(activities.flatMap(({ id }) => (isExpected(id) ? [id] : [])));
}

/** A clash of which every fact is needed; where the time was too short for that, none is claimed. */
function shownClash({ clash }: SolverAnswer): SolverAnswer["clash"] {
  if (!clash?.isIrreducible || clash.facts.length > FACTS_MOST) return null;
  const facts = clash.facts.map((one) =>
    one.kind === "PLACE" ? { ...one, pool: placeOfPool(one.pool) } : one,
  );
  return { ...clash, facts };
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
