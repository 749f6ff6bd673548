import type { Actor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import type { Db } from "~/platform/db.server";
import { measureRankers } from "./compare-rankers-rules";
import type { ComparisonView } from "./comparison-view";
import { readJudgedPairs } from "./judged-pairs-queries.server";
import { currentRankerVersion, rankerVersions, scoreWith } from "./ranker-registry";

/**
 * Scores everything that was judged or answered again, from the inputs stored with it, with every known
 * version of the ranker. Most of these pairs were shown or listed by some version, so a version is measured
 * on how it orders them, not on what it would have found besides.
 * @throws DomainError "forbidden" (403)
 */
export async function compareRankers(actor: Actor, db: Db): Promise<ComparisonView> {
  assertCan(actor, "match.operate");
  const { pairs, ...rests } = await readJudgedPairs(db);
  const current = currentRankerVersion();
  return {
    current,
    pairs: pairs.length,
    needs: new Set(pairs.map((pair) => pair.needId)).size,
    ...rests,
    rows: measureRankers(pairs, rankerVersions(), current, scoreWith),
  };
}
