import { type MatchSource, rankListings } from "#search/match/rank";
import type { Match, MatchListing } from "#search/match/types";
import type { ListingKind } from "~/domain/catalogue/listing-kind-rules";

const CANDIDATES = 80;

/** Published listings of the same kind whose texts are like this one's, best first. @throws EngineUnavailable */
export function rankLike(
  kind: ListingKind,
  subject: MatchListing,
  source: MatchSource,
  limit: number,
): Promise<Match[]> {
  return rankListings(kind, kind, subject, source, { limit, candidates: CANDIDATES });
}
