import { z } from "zod";

/** What can be searched as a listing, named as in the URL. */
export type ListingSearchKind = "achievement" | "need";

export const SORTS = ["relevance", "newest", "closing", "trl", "price"] as const;

/** Ages in days that the freshness filter offers. */
export const FRESHNESS_DAYS = [7, 30, 90, 180] as const;

/** TRL bands: laboratory, validation, application (GB/T 22900 groups its nine levels so). */
export const TRL_BANDS = ["1-3", "4-6", "7-9"] as const;

export const ORGANISATION_KINDS = [
  "UNIVERSITY",
  "RESEARCH_INSTITUTE",
  "ENTERPRISE",
  "BROKER_AGENCY",
  "PARK",
  "GOVERNMENT_OFFICE",
] as const;

export const PAGE_SIZE = 20;
/** The engine counts hits up to 10,000; pages beyond cannot be reached. */
export const MAX_PAGE = 500;

const MAX_VALUES = 20;

const codes = (pattern: RegExp) =>
  z
    .array(z.string())
    .transform((values) => [...new Set(values.filter((value) => pattern.test(value)))])
    .transform((values) => values.slice(0, MAX_VALUES));

/**
 * A search as it stands in the URL. Nothing in a query string is an error: what is not understood is
 * left out, so that an old or mistyped address still answers.
 */
export const listingSearchSchema = z.object({
  q: z.string().transform((text) => text.replaceAll("\u0000", "").trim().slice(0, 120)),
  field: codes(/^[0-9A-Za-z.]{1,12}$/),
  industry: codes(/^[A-Z0-9]{1,5}$/),
  region: codes(/^\d{6}$/),
  trl: codes(/^(1-3|4-6|7-9)$/),
  ip: codes(/^[A-Z_]{2,40}$/),
  mode: codes(/^[A-Z_]{2,40}$/),
  price: codes(/^(NEGOTIABLE|ROYALTY|UNDER_100K|FROM_100K|FROM_500K|FROM_1M|FROM_5M)$/),
  org: codes(/^[A-Z_]{2,40}$/),
  fresh: z.coerce
    .number()
    .transform((days) => FRESHNESS_DAYS.find((known) => known === days) ?? null)
    .catch(null),
  challenge: z.string().transform((value) => value === "1"),
  verified: z.string().transform((value) => value === "1"),
  owner: z.uuid().nullable().catch(null),
  sort: z.enum(SORTS).catch("relevance"),
  page: z.coerce.number().int().min(1).max(MAX_PAGE).catch(1),
});

export type ListingSearch = z.output<typeof listingSearchSchema>;

/** Filters with several values, by their name in the URL. */
export const MULTIPLE = [
  "field",
  "industry",
  "region",
  "trl",
  "ip",
  "mode",
  "price",
  "org",
] as const;
export type MultipleFilter = (typeof MULTIPLE)[number];

/** Reads a search from a query string; never fails. */
export function readListingSearch(params: URLSearchParams): ListingSearch {
  const many = Object.fromEntries(MULTIPLE.map((name) => [name, params.getAll(name)]));
  return listingSearchSchema.parse({
    ...many,
    q: params.get("q") ?? "",
    fresh: params.get("fresh") ?? "",
    challenge: params.get("challenge") ?? "",
    verified: params.get("verified") ?? "",
    owner: params.get("owner"),
    sort: params.get("sort") ?? "relevance",
    page: params.get("page") ?? 1,
  });
}

/** The query string of a search, shortest form, always in the same order; page 1 is left out. */
export function writeListingSearch(search: ListingSearch): string {
  const params = new URLSearchParams();
  if (search.q !== "") params.set("q", search.q);
  for (const name of MULTIPLE) for (const value of search[name]) params.append(name, value);
  if (search.fresh !== null) params.set("fresh", String(search.fresh));
  if (search.challenge) params.set("challenge", "1");
  if (search.verified) params.set("verified", "1");
  if (search.owner !== null) params.set("owner", search.owner);
  if (search.sort !== "relevance") params.set("sort", search.sort);
  if (search.page > 1) params.set("page", String(search.page));
  return params.toString();
}

/** The same search with one value added or taken away, on its first page. */
export function toggleFilter(
  search: ListingSearch,
  name: MultipleFilter,
  value: string,
): ListingSearch {
  const values = search[name];
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
  return { ...search, [name]: next, page: 1 };
}

/** The search without its filters; words and order stay. */
export function withoutFilters(search: ListingSearch): ListingSearch {
  return {
    ...readListingSearch(new URLSearchParams()),
    q: search.q,
    sort: search.sort,
  };
}
