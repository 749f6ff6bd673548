import { NO_FINDINGS, type PlanFindings } from "./findings-view";
import { type FormerEntry, planOf } from "./former-entry";
import { clashSentences, judgesOf, missingOf, movedOf } from "./name-findings";
import type { ReadProblem } from "./problem-of-event.server";
import type { SolverAnswer } from "./solver-process.server";

/** What of an answer of the solver a person should look at, in the words of the event. */
export function findingsOf(
  read: ReadProblem,
  published: readonly FormerEntry[],
  { solved, clash }: SolverAnswer,
): PlanFindings {
  const fixed = new Set(read.runs.flatMap((run) => run.items.map(({ item }) => `item:${item.id}`)));
  const former = planOf(published).filter(({ activity }) => !fixed.has(activity));
  return {
    ...NO_FINDINGS,
    missing: missingOf(read, solved.plan),
    moved: movedOf(read, former, solved.plan),
    judges: judgesOf(read, former, solved.plan),
    clash: clash ? clashSentences(read, clash) : [],
    fewestMoves: solved.fewestMoves ?? null,
    idleMinutes: solved.idleMinutes,
  };
}
