import type { ListingPage } from "~/domain/discovery/listing-page-view";
import { savedKindOf } from "~/domain/discovery/saved-search-schema";

/** Address of the form that saves this search; a visitor signs in first and comes back to it. */
export function savePath(page: Pick<ListingPage, "kind" | "query">): string {
  const params = new URLSearchParams({ kind: savedKindOf(page.kind), query: page.query });
  return `/desk/saved-searches/new?${params.toString()}`;
}
