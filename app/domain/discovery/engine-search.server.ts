import type { MultiSearchQuery, SearchResponse } from "meilisearch";
import { indexUid, type SearchEngine } from "#search/engine";
import type { ListingDocument } from "#search/indexes/listing-document";
import type { TermStatistics } from "#search/match/statistics";
import { HIGHLIGHT_END, HIGHLIGHT_START } from "#search/text/highlight";
import { normaliseQuery } from "#search/text/normalise";
import {
  activeGroups,
  engineFilter,
  engineSort,
  FILTER_GROUPS,
  facetAttributes,
} from "./engine-filters";
import { toFacetCounts } from "./facet-counts";
import { type FormattedDocument, toHit } from "./listing-hit";
import { isSentence, sameSound, tellingWords } from "./loosened-queries";
import type { ListingResults, Relaxation } from "./search-results";
import { type ListingSearch, type ListingSearchKind, PAGE_SIZE } from "./search-schema";

export const MAX_COUNTED = 10_000;

const CARD_FIELDS = [
  "id",
  "title",
  "titleEn",
  "summary",
  "body",
  "organisationId",
  "organisationName",
  "organisationKind",
  "province",
  "city",
  "district",
  "fields",
  "modes",
  "ipKinds",
  "trl",
  "trlVerified",
  "priceKind",
  "priceMinFen",
  "priceMaxFen",
  "isOpenChallenge",
  "publishedAt",
  "closesAt",
];

type Words = Pick<MultiSearchQuery, "q" | "matchingStrategy" | "attributesToSearchOn">;

/** One search with counts. `now` in milliseconds since 1970. @throws what the client throws */
export async function searchEngine(
  engine: SearchEngine,
  kind: ListingSearchKind,
  search: ListingSearch,
  now: number,
  statistics: () => Promise<TermStatistics>,
): Promise<ListingResults> {
  const ask = (words: Words, relaxation: Relaxation) =>
    askOnce(engine, kind, search, now, words, relaxation);
  const q = normaliseQuery(search.q);
  if (q === "") return ask({ q: "", matchingStrategy: "all" }, null);
  if (isSentence(q)) {
    return ask({ q: tellingWords(q, await statistics()), matchingStrategy: "last" }, "partial");
  }
  const exact = await ask({ q, matchingStrategy: "all" }, null);
  if (exact.total > 0) return exact;
  const sound = sameSound(q);
  if (sound !== null) {
    const alike = await ask(
      { q: sound, matchingStrategy: "all", attributesToSearchOn: ["titlePinyin"] },
      "same-sound",
    );
    if (alike.total > 0) return alike;
  }
  const partial = await ask(
    { q: tellingWords(q, await statistics()), matchingStrategy: "last" },
    "partial",
  );
  return partial.total > 0 ? partial : exact;
}

/** The main query and, for every group that narrows, one that counts without it: one round trip. */
export function buildQueries(
  engine: SearchEngine,
  kind: ListingSearchKind,
  search: ListingSearch,
  now: number,
  words: Words,
): MultiSearchQuery[] {
  const uid = indexUid(engine, kind);
  const active = activeGroups(search, now);
  const idle = FILTER_GROUPS.filter((group) => !active.includes(group));
  return [
    {
      indexUid: uid,
      ...words,
      filter: engineFilter(search, now),
      sort: engineSort(search),
      facets: idle.flatMap((group) => facetAttributes(group, search)),
      page: search.page,
      hitsPerPage: PAGE_SIZE,
      attributesToRetrieve: CARD_FIELDS.filter((name) => name !== "body"),
      attributesToHighlight: ["title", "titleEn", "summary", "organisationName", "body"],
      attributesToCrop: ["body"],
      cropLength: 40,
      highlightPreTag: HIGHLIGHT_START,
      highlightPostTag: HIGHLIGHT_END,
    },
    ...active.map((group) => ({
      indexUid: uid,
      ...words,
      filter: engineFilter(search, now, group),
      facets: facetAttributes(group, search),
      hitsPerPage: 0,
      page: 1,
    })),
  ];
}

async function askOnce(
  engine: SearchEngine,
  kind: ListingSearchKind,
  search: ListingSearch,
  now: number,
  words: Words,
  relaxation: Relaxation,
): Promise<ListingResults> {
  const queries = buildQueries(engine, kind, search, now, words);
  const answer = await engine.client.multiSearch<{ queries: MultiSearchQuery[] }, ListingDocument>({
    queries,
  });
  const [main, ...others] = answer.results as SearchResponse<ListingDocument>[];
  const active = activeGroups(search, now);
  const total = main?.totalHits ?? 0;
  const terms = normaliseQuery(search.q)
    .split(" ")
    .filter((term) => term !== "");
  return {
    hits: (main?.hits ?? []).map((hit) => toHit(kind, hit as FormattedDocument, terms)),
    total,
    isCapped: total >= MAX_COUNTED,
    relaxation,
    facets: toFacetCounts((group) => {
      const place = active.indexOf(group);
      return (place < 0 ? main : others[place])?.facetDistribution ?? {};
    }, now),
    degraded: false,
  };
}
