import { rankForAchievement, rankForNeed } from "#search/match/rank";
import { CURRENT_RANKER, findRanker } from "#search/match/rankers";
import { loadReferences } from "#search/sync/references";
import { loadMatchListing } from "#search/sync/rows";
import type { ListingKind } from "~/domain/catalogue/listing-kind-rules";
import { clock } from "~/domain/shared/clock";
import type { Db } from "~/platform/db.server";
import { matchSource } from "~/platform/search.server";
import { inHouseSource } from "./in-house-source";
import { toRanked } from "./ranked-match";
import { type RankedMatch, rememberRanking } from "./ranking-memory.server";
import { withTrial } from "./trial-list.server";

/** Length of a ranked list before what the reader may not see is taken out. */
const DEPTH = 40;

/**
 * Ranked counterparts of a listing with the words that met. `version` is the listing's published
 * version; a newer one is ranked anew. While a trial runs, the list is drafted from both its rankers.
 * @throws EngineUnavailable
 */
export function rankListing(
  kind: ListingKind,
  listing: { id: string; organisationId: string; version: number },
  db: Db,
): Promise<RankedMatch[]> {
  return rememberRanking(kind, listing.id, listing.version, async () => {
    const references = await loadReferences(db);
    const subject = await loadMatchListing(db, kind, listing.id, references);
    if (!subject) return [];
    const rank = kind === "need" ? rankForNeed : rankForAchievement;
    return withTrial(listing.id, db, async (version) => {
      const source = await matchSource(clock.now(), findRanker(version) ?? CURRENT_RANKER);
      const isPublic = listing.version > 0;
      const matches = await rank(subject, isPublic ? source : inHouseSource(source), {
        limit: DEPTH,
        excludeOrganisationId: listing.organisationId,
      });
      return matches.map((match) => toRanked(kind, subject, match));
    });
  });
}
