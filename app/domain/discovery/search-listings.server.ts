import { clock } from "~/domain/shared/clock";
import type { Db } from "~/platform/db.server";
import { matchSource, queryEngine } from "~/platform/search.server";
import { tryEngine } from "./engine-guard.server";
import { searchEngine } from "./engine-search.server";
import { searchPostgres } from "./fallback-search.server";
import type { ListingResults } from "./search-results";
import type { ListingSearch, ListingSearchKind } from "./search-schema";

/**
 * Finds published listings: Meilisearch answers, and when it does not, PostgreSQL does and says so
 * (`degraded`). Public; shows nothing that the index does not hold.
 */
export async function searchListings(
  kind: ListingSearchKind,
  search: ListingSearch,
  db: Db,
): Promise<ListingResults> {
  const at = clock.now();
  const now = at.getTime();
  const answer = await tryEngine(() =>
    searchEngine(
      queryEngine(),
      kind,
      search,
      now,
      async () => (await matchSource(at)).model.statistics,
    ),
  );
  return answer ?? searchPostgres(db, kind, search, now);
}
