import { loadReferences } from "#search/sync/references";
import type { UserActor } from "~/domain/identity/actor";
import type { Db } from "~/platform/db.server";
import { activeFilters } from "./facet-choices";
import { listPath } from "./listing-page.server";
import type { ActiveFilter } from "./listing-page-view";
import { listingKindOf, type SavedKind } from "./saved-search-schema";
import { type ListingSearchKind, readListingSearch } from "./search-schema";

export interface SavedSearchView {
  readonly id: string;
  readonly name: string;
  readonly kind: ListingSearchKind;
  readonly to: string;
  readonly words: string;
  readonly filters: readonly ActiveFilter[];
  readonly frequency: string;
  readonly lastCount: number;
  /** ISO instant up to which new listings were looked for. */
  readonly lastRunAt: string;
}

/** The person's own saved searches, newest first. */
export async function listSavedSearches(
  actor: UserActor,
  locale: string,
  db: Db,
): Promise<SavedSearchView[]> {
  const [rows, references] = await Promise.all([
    db.savedSearch.findMany({ where: { userId: actor.userId }, orderBy: { createdAt: "desc" } }),
    loadReferences(db),
  ]);
  return rows.flatMap((row) => {
    const kind = listingKindOf(row.kind);
    if (kind === null) return [];
    const search = readListingSearch(new URLSearchParams(row.query));
    const naming = {
      references,
      locale,
      linkTo: (changed: typeof search) => listPath(kind, changed),
    };
    return [
      {
        id: row.id,
        name: row.name,
        kind,
        to: listPath(kind, search),
        words: search.q,
        filters: activeFilters(search, naming),
        frequency: row.frequency,
        lastCount: row.lastCount,
        lastRunAt: row.lastRunAt.toISOString(),
      },
    ];
  });
}

/** What the form that saves a search shows of it: its words and filters in the reader's language. */
export async function describeSearch(
  kind: SavedKind,
  query: string,
  locale: string,
  db: Db,
): Promise<{ words: string; filters: readonly ActiveFilter[]; to: string }> {
  const listingKind = kind === "achievements" ? "achievement" : "need";
  const search = readListingSearch(new URLSearchParams(query));
  const linkTo = (changed: typeof search) => listPath(listingKind, changed);
  const references = await loadReferences(db);
  return {
    words: search.q,
    filters: activeFilters(search, { references, locale, linkTo }),
    to: linkTo(search),
  };
}
