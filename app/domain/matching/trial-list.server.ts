import { type Arm, interleave } from "#search/match/interleave";
import { calendarDate, clock } from "~/domain/shared/clock";
import type { DbOrTx } from "~/platform/db.server";
import { currentRankerVersion } from "./ranker-registry";
import type { RankedMatch } from "./ranking-memory.server";

export type RunningTrial = { id: string; rankerA: string; rankerB: string };

/** A place of a list; `trial` is null while no trial runs. To be stored with the showing. */
export type TrialMatch = RankedMatch & { trial: { trialId: string; arm: Arm } | null };

/** The trial that runs now, or null. */
export function findRunningTrial(db: DbOrTx): Promise<RunningTrial | null> {
  return db.matchTrial.findFirst({
    where: { endedAt: null },
    select: { id: true, rankerA: true, rankerB: true },
  });
}

/**
 * One list from the lists of both rankers, with the ranker that each place is credited to. The draw
 * depends on trial, listing and day, so that a page stays as it is through the day.
 */
export function interleaveForTrial(
  trial: RunningTrial,
  subjectId: string,
  lists: { a: readonly RankedMatch[]; b: readonly RankedMatch[] },
): TrialMatch[] {
  const seed = `${trial.id}:${subjectId}:${calendarDate(clock.now())}`;
  return interleave(lists.a, lists.b, (one) => [one.id, ...one.alsoIds], seed).map(
    ({ item, arm }) => ({ ...item, trial: { trialId: trial.id, arm } }),
  );
}

/**
 * The list to show for a listing: of the ranker at work, or, while a trial runs, of both its rankers.
 * `rank` makes the list of one version; it is called once or twice.
 */
export async function withTrial(
  subjectId: string,
  db: DbOrTx,
  rank: (rankerVersion: string) => Promise<readonly RankedMatch[]>,
): Promise<TrialMatch[]> {
  const trial = await findRunningTrial(db);
  if (!trial) {
    const list = await rank(currentRankerVersion());
    return list.map((match) => ({ ...match, trial: null }));
  }
  const [a, b] = await Promise.all([rank(trial.rankerA), rank(trial.rankerB)]);
  return interleaveForTrial(trial, subjectId, { a, b });
}
