import { z } from "zod";
import { AVAILABILITIES } from "./profile-rules";

export const BROKER_SORTS = ["relevance", "deals", "level", "newest"] as const;
export type BrokerSort = (typeof BROKER_SORTS)[number];

export const BROKER_FACETS = [
  "field",
  "region",
  "service",
  "level",
  "language",
  "availability",
] as const;
export type BrokerFacet = (typeof BROKER_FACETS)[number];

export const MAX_BROKER_PAGE = 500;
const CODE = /^[\w.-]{1,20}$/;
const codes = z
  .array(z.string())
  .transform((values) => [...new Set(values)].filter((value) => CODE.test(value)).slice(0, 20));

/** A search for brokers as it stands in the URL; what is not understood is left out. */
export const brokerSearchSchema = z.object({
  q: z.string().transform((text) => text.replaceAll("\u0000", "").trim().slice(0, 120)),
  field: codes,
  region: codes.transform((values) => values.filter((value) => /^\d{6}$/.test(value)).slice(0, 1)),
  service: codes,
  level: codes,
  language: codes,
  availability: codes.transform((values) => AVAILABILITIES.filter((one) => values.includes(one))),
  sort: z.enum(BROKER_SORTS).catch("relevance"),
  page: z.coerce.number().int().min(1).max(MAX_BROKER_PAGE).catch(1),
});

export type BrokerSearch = z.output<typeof brokerSearchSchema>;

export function readBrokerSearch(params: URLSearchParams): BrokerSearch {
  const lists = Object.fromEntries(BROKER_FACETS.map((facet) => [facet, params.getAll(facet)]));
  return brokerSearchSchema.parse({
    ...lists,
    q: params.get("q") ?? "",
    sort: params.get("sort") ?? "relevance",
    page: params.get("page") ?? 1,
  });
}

/** Address of a search for brokers. */
export function brokersPath(search: BrokerSearch): string {
  const params = new URLSearchParams();
  if (search.q !== "") params.set("q", search.q);
  for (const facet of BROKER_FACETS) {
    for (const value of search[facet]) params.append(facet, value);
  }
  if (search.sort !== "relevance") params.set("sort", search.sort);
  if (search.page > 1) params.set("page", String(search.page));
  const query = params.toString();
  return query === "" ? "/brokers" : `/brokers?${query}`;
}

/** The search with a value of a facet chosen or, if it was, given up; one region at a time. */
export function toggleFacet(search: BrokerSearch, facet: BrokerFacet, value: string): BrokerSearch {
  const before: readonly string[] = search[facet];
  const isChosen = before.includes(value);
  const rest = facet === "region" ? [] : before.filter((one) => one !== value);
  return { ...search, [facet]: isChosen ? rest : [...rest, value], page: 1 };
}
