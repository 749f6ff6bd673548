import type { DbOrTx } from "~/platform/db.server";
import { NEWEST_IN_FIELDS } from "./suggestion-rules";

export type RankerOpinion = {
  rankerVersion: string;
  score: number;
  related: number;
  /** PairInputs of search/match/types.ts, as stored. */
  inputs: unknown;
};

type Pair = { needId: string; achievementId: string };

/**
 * What the ranker says of a pair now: from the need's stored list, else from the achievement's, else from
 * the last time the pair was shown; null when it has never said anything.
 */
export async function findRankerOpinion(
  db: DbOrTx,
  { needId, achievementId }: Pair,
): Promise<RankerOpinion | null> {
  const select = { rankerVersion: true, score: true, related: true, inputs: true } as const;
  const entryOf = (subjectKind: string, subjectId: string, otherId: string) =>
    db.matchEntry.findUnique({
      where: { subjectKind_subjectId_otherId: { subjectKind, subjectId, otherId } },
      select,
    });
  return (
    (await entryOf("need", needId, achievementId)) ??
    (await entryOf("achievement", achievementId, needId)) ??
    db.matchShowing.findFirst({
      where: { needId, achievementId, rankerVersion: { not: NEWEST_IN_FIELDS } },
      orderBy: { shownAt: "desc" },
      select,
    })
  );
}
