import { askEngine, indexUid, type SearchEngine } from "#search/engine";
import { normaliseQuery } from "#search/text/normalise";
import { notify } from "~/domain/notifications/notify.server";
import { clock } from "~/domain/shared/clock";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { engineFilter } from "./engine-filters";
import { listPath } from "./listing-page.server";
import { type AlertFrequency, listingKindOf } from "./saved-search-schema";
import { type ListingSearch, type ListingSearchKind, readListingSearch } from "./search-schema";

const BATCH = 200;
// What was published less than this ago may not be in the index yet; it belongs to the next run.
const SETTLE_MS = 60_000;

export interface AlertResult {
  readonly searches: number;
  readonly alerts: number;
}

/**
 * Tells people what is new for their saved searches of a frequency. Every search looks at the time
 * from its last run to a minute ago, so that nothing is told twice or missed; a search whose run
 * is interrupted starts from where it was. @throws EngineUnavailable; the queue tries again
 */
export async function alertSavedSearches(
  frequency: Exclude<AlertFrequency, "OFF">,
  db: Db,
  engine: SearchEngine,
): Promise<AlertResult> {
  const until = new Date(clock.now().getTime() - SETTLE_MS);
  let searches = 0;
  let alerts = 0;
  for (;;) {
    const rows = await db.savedSearch.findMany({
      where: { frequency, lastRunAt: { lt: until }, user: { deactivatedAt: null } },
      orderBy: { lastRunAt: "asc" },
      take: BATCH,
    });
    for (const row of rows) {
      const kind = listingKindOf(row.kind);
      const search = readListingSearch(new URLSearchParams(row.query));
      const count = kind === null ? 0 : await countNew(engine, kind, search, row.lastRunAt, until);
      await inTransaction(db, async (tx) => {
        const claimed = await tx.savedSearch.updateMany({
          where: { id: row.id, lastRunAt: row.lastRunAt },
          data: { lastRunAt: until, ...(count > 0 ? { lastCount: count } : {}) },
        });
        // Another run was faster, or the person deleted it.
        if (claimed.count === 0 || count === 0 || kind === null) return;
        await notify(tx, {
          userIds: [row.userId],
          kind: "savedSearchHits",
          params: { name: row.name, count },
          href: listPath(kind, { ...search, sort: "newest", page: 1 }),
          dedupeKey: `saved-search:${row.id}:${until.toISOString()}`,
        });
        alerts++;
      });
      searches++;
    }
    if (rows.length < BATCH) return { searches, alerts };
  }
}

async function countNew(
  engine: SearchEngine,
  kind: ListingSearchKind,
  search: ListingSearch,
  after: Date,
  until: Date,
): Promise<number> {
  const answer = await askEngine(() =>
    engine.client.index(indexUid(engine, kind)).search(normaliseQuery(search.q), {
      filter: [
        ...engineFilter(search, until.getTime()),
        `publishedAt > ${after.getTime()}`,
        `publishedAt <= ${until.getTime()}`,
      ],
      matchingStrategy: "all",
      page: 1,
      hitsPerPage: 0,
    }),
  );
  return answer.totalHits;
}
