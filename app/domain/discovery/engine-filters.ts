import { dayNumber } from "#search/indexes/listing-document";
import type { ListingSearch } from "./search-schema";

/** Groups of filters; facet counts of a group ignore the group's own filter. */
export const FILTER_GROUPS = [
  "field",
  "industry",
  "region",
  "trl",
  "ip",
  "mode",
  "price",
  "org",
  "fresh",
] as const;
export type FilterGroup = (typeof FILTER_GROUPS)[number];

/** Index attributes that a group counts by. Cities and districts are counted once a region is chosen. */
export function facetAttributes(group: FilterGroup, search: ListingSearch): string[] {
  switch (group) {
    case "field":
      return ["fields"];
    case "industry":
      return ["industries"];
    case "region":
      return search.region.length === 0 ? ["province"] : ["province", "city", "district"];
    case "trl":
      return ["trl"];
    case "ip":
      return ["ipKinds"];
    case "mode":
      return ["modes"];
    case "price":
      return ["priceBand"];
    case "org":
      return ["organisationKind"];
    case "fresh":
      return ["publishedDay"];
  }
}

const quoted = (values: readonly string[]) =>
  values.map((value) => JSON.stringify(value)).join(", ");

function regionFilter(code: string): string {
  if (code.endsWith("0000")) return `province = "${code}"`;
  return code.endsWith("00") ? `city = "${code}"` : `(district = "${code}" OR city = "${code}")`;
}

function trlFilter(band: string): string {
  const [low, high] = band.split("-");
  return `trl ${low} TO ${high}`;
}

/** One group's filter in Meilisearch's language; null when the group does not narrow. `now` in milliseconds. */
export function groupFilter(group: FilterGroup, search: ListingSearch, now: number): string | null {
  const any = (filters: string[]) => (filters.length === 0 ? null : `(${filters.join(" OR ")})`);
  const within = (attribute: string, values: readonly string[]) =>
    values.length === 0 ? null : `${attribute} IN [${quoted(values)}]`;
  switch (group) {
    case "field":
      return within("fields", search.field);
    case "industry":
      return within("industries", search.industry);
    case "region":
      return any(search.region.map(regionFilter));
    case "trl":
      return any(search.trl.map(trlFilter));
    case "ip":
      return within("ipKinds", search.ip);
    case "mode":
      return within("modes", search.mode);
    case "price":
      return within("priceBand", search.price);
    case "org":
      return within("organisationKind", search.org);
    case "fresh":
      return search.fresh === null ? null : `publishedDay > ${dayNumber(now) - search.fresh}`;
  }
}

/** All filters of a search, or all but one group's. Values come from the schema's patterns and are quoted besides. */
export function engineFilter(search: ListingSearch, now: number, except?: FilterGroup): string[] {
  const filters = FILTER_GROUPS.filter((group) => group !== except)
    .map((group) => groupFilter(group, search, now))
    .filter((filter) => filter !== null);
  if (search.challenge) filters.push("isOpenChallenge = true");
  if (search.verified) filters.push("trlVerified = true");
  if (search.owner !== null) filters.push(`organisationId = ${JSON.stringify(search.owner)}`);
  return filters;
}

/** Groups that narrow the search now. */
export function activeGroups(search: ListingSearch, now: number): FilterGroup[] {
  return FILTER_GROUPS.filter((group) => groupFilter(group, search, now) !== null);
}

/** Order in Meilisearch's language; relevance is no order but the ranking itself. */
export function engineSort(search: ListingSearch): string[] {
  switch (search.sort) {
    case "newest":
      return ["publishedAt:desc"];
    case "closing":
      return ["closesAt:asc"];
    case "trl":
      return ["trl:desc", "publishedAt:desc"];
    case "price":
      return ["priceSortFen:asc", "publishedAt:desc"];
    default:
      return search.q === "" ? ["publishedAt:desc"] : [];
  }
}
