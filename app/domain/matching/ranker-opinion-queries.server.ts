import { EngineUnavailable } from "#search/engine";
import { estimatePair } from "#search/match/estimate";
import { loadReferences } from "#search/sync/references";
import { loadMatchListing } from "#search/sync/rows";
import { clock } from "~/domain/shared/clock";
import type { Db } from "~/platform/db.server";
import { matchSource } from "~/platform/search.server";
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
 * What the ranker says of a pair, computed where it stands in no list; null while the engine is away or
 * when one of the listings is not there.
 */
export async function askRanker(pair: Pair, db: Db): Promise<RankerOpinion | null> {
  const stored = await findRankerOpinion(db, pair);
  if (stored) return stored;
  const references = await loadReferences(db);
  const [need, achievement] = await Promise.all([
    loadMatchListing(db, "need", pair.needId, references),
    loadMatchListing(db, "achievement", pair.achievementId, references),
  ]);
  if (!need || !achievement) return null;
  try {
    return await estimatePair(need, achievement, await matchSource(clock.now()));
  } catch (error) {
    if (!(error instanceof EngineUnavailable)) throw error;
    return null;
  }
}

/**
 * What the ranker says of a pair now: from the need's stored list, else from the achievement's, else from
 * the last time the pair was shown; null when it has never said anything.
 */
async function findRankerOpinion(
  db: Db,
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
