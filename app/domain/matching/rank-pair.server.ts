import { scoreListings } from "#search/match/rank";
import { loadReferences } from "#search/sync/references";
import { loadMatchListing } from "#search/sync/rows";
import { clock } from "~/domain/shared/clock";
import type { Db } from "~/platform/db.server";
import { matchSource } from "~/platform/search.server";
import type { Subject } from "./counterpart-queries.server";
import { rankListing } from "./rank-listing.server";
import { toRanked } from "./ranked-match";
import type { RankedMatch } from "./ranking-memory.server";

/**
 * What the ranker says of one pair, seen from the need: as in the need's list where it stands there,
 * else scored by itself. Null when the two texts have nothing in common that would be shown.
 * @throws EngineUnavailable
 */
export async function rankPair(
  need: Subject,
  achievement: Subject,
  db: Db,
): Promise<RankedMatch | null> {
  const list = await rankListing("need", need, db);
  const listed = list.find((one) => one.id === achievement.id);
  if (listed) return listed;
  const references = await loadReferences(db);
  const [subject, candidate, source] = await Promise.all([
    loadMatchListing(db, "need", need.id, references),
    loadMatchListing(db, "achievement", achievement.id, references),
    matchSource(clock.now()),
  ]);
  if (!subject || !candidate) return null;
  const [match] = await scoreListings("need", "achievement", subject, [candidate], source);
  return match ? toRanked("need", subject, match) : null;
}
