import type { References } from "#search/indexes/listing-document";
import { loadReferences } from "#search/sync/references";
import { clock } from "~/domain/shared/clock";
import { formatFen } from "~/domain/shared/money";
import type { Db } from "~/platform/db.server";
import { activeFilters, facetChoices, nameOf } from "./facet-choices";
import type { ListingCard, ListingPage } from "./listing-page-view";
import { pageNumbers } from "./page-numbers";
import { searchListings } from "./search-listings.server";
import type { ListingHit } from "./search-results";
import {
  type ListingSearch,
  type ListingSearchKind,
  MAX_PAGE,
  PAGE_SIZE,
  readListingSearch,
  SORTS,
  withoutFilters,
  writeListingSearch,
} from "./search-schema";

const DAY_MS = 86_400_000;
const NEW_DAYS = 7;
const SOON_DAYS = 30;

export const LIST_PATHS: Record<ListingSearchKind, string> = {
  achievement: "/achievements",
  need: "/needs",
};

/** Address of a search. */
export function listPath(kind: ListingSearchKind, search: ListingSearch): string {
  const query = writeListingSearch(search);
  return query === "" ? LIST_PATHS[kind] : `${LIST_PATHS[kind]}?${query}`;
}

/** A list page for a query string, with every link that it offers. Public. */
export async function getListingPage(
  kind: ListingSearchKind,
  params: URLSearchParams,
  locale: string,
  db: Db,
): Promise<ListingPage> {
  const search = readListingSearch(params);
  const [results, references] = await Promise.all([
    searchListings(kind, search, db),
    loadReferences(db),
  ]);
  const linkTo = (changed: ListingSearch) => listPath(kind, changed);
  const naming = { references, locale, linkTo };
  const now = clock.now().getTime();
  const last = Math.min(MAX_PAGE, Math.max(1, Math.ceil(results.total / PAGE_SIZE)));
  const pageTo = (page: number) => linkTo({ ...search, page });
  return {
    kind,
    search,
    query: writeListingSearch({ ...search, page: 1 }),
    cards: results.hits.map((hit) => toCard(hit, references, locale, now)),
    total: results.total,
    isCapped: results.isCapped,
    relaxation: results.relaxation,
    degraded: results.degraded,
    facets: facetChoices(kind, search, results.facets, naming),
    active: activeFilters(search, naming),
    clearTo: linkTo(withoutFilters(search)),
    sorts: SORTS.filter((sort) => sort !== "relevance" || search.q !== "").map((sort) => ({
      value: sort,
      to: linkTo({ ...search, sort, page: 1 }),
      current: sort === effectiveSort(search),
    })),
    paging: {
      from: results.hits.length === 0 ? 0 : (search.page - 1) * PAGE_SIZE + 1,
      to: (search.page - 1) * PAGE_SIZE + results.hits.length,
      previousTo: search.page > 1 ? pageTo(Math.min(search.page - 1, last)) : null,
      nextTo: search.page < last ? pageTo(search.page + 1) : null,
      pages: pageNumbers(search.page, last).map((page) => ({
        label: page === null ? "…" : String(page),
        to: page === null ? null : pageTo(page),
        current: page === search.page,
      })),
    },
    otherKindTo: listPath(kind === "achievement" ? "need" : "achievement", {
      ...withoutFilters(search),
      sort: "relevance",
    }),
  };
}

/** Without words there is no relevance: the newest come first. */
function effectiveSort(search: ListingSearch): ListingSearch["sort"] {
  return search.sort === "relevance" && search.q === "" ? "newest" : search.sort;
}

/** A hit with its codes named in the reader's language. `now` in milliseconds since 1970. */
export function toCard(
  hit: ListingHit,
  references: References,
  locale: string,
  now: number,
): ListingCard {
  const naming = { references, locale };
  const names = (group: "field" | "mode" | "ip" | "region", codes: readonly string[]) =>
    codes.map((code) => nameOf(group, code, naming) ?? code);
  const daysLeft = hit.closesAt === null ? null : Math.ceil((hit.closesAt - now) / DAY_MS);
  return {
    id: hit.id,
    to: `${LIST_PATHS[hit.kind]}/${hit.id}`,
    title: hit.title,
    plainTitle: hit.plainTitle,
    summary: hit.summary,
    passage: hit.passage,
    organisation:
      hit.organisationName === null
        ? null
        : { name: hit.organisationName, to: `/organisations/${hit.organisationId}` },
    organisationKind: hit.organisationKind,
    region: names("region", hit.regionCodes).join(" "),
    fields: names("field", hit.fieldCodes),
    modes: names("mode", hit.modes),
    ipKinds: names("ip", hit.ipKinds),
    trl: hit.trl,
    trlVerified: hit.trlVerified,
    priceKind: hit.priceKind,
    amount: amountText(hit, locale),
    isOpenChallenge: hit.isOpenChallenge,
    publishedAt: new Date(hit.publishedAt).toISOString(),
    closesAt: hit.closesAt === null ? null : new Date(hit.closesAt).toISOString(),
    isNew: now - hit.publishedAt < NEW_DAYS * DAY_MS,
    closesInDays: daysLeft !== null && daysLeft >= 0 && daysLeft < SOON_DAYS ? daysLeft : null,
  };
}

function amountText(hit: ListingHit, locale: string): string | null {
  if (hit.priceKind === "NEGOTIABLE" || hit.priceKind === "ROYALTY") return null;
  const amounts = [hit.priceMinFen, hit.priceMaxFen].filter((fen) => fen !== null);
  return amounts.length === 0
    ? null
    : [...new Set(amounts.map((fen) => formatFen(BigInt(fen), locale)))].join(" – ");
}
