import type { MultiSearchQuery } from "meilisearch";
import { indexUid, multiSearch, type SearchEngine } from "#search/engine";
import type { ListingDocument } from "#search/indexes/listing-document";
import type { TermStatistics } from "#search/match/statistics";
import { scoreByTerms } from "#search/match/term-scores";
import { selectTerms } from "#search/match/terms";
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
import { isSentence, sameSound } from "./loosened-queries";
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

// Loosened answers: a listing must reach this part of the best one's score, and the list ends somewhere.
const MIN_SHARE_OF_BEST = 0.35;
const MAX_LOOSE = 100;
const MAX_WORDS = 10;

interface Context {
  readonly engine: SearchEngine;
  readonly kind: ListingSearchKind;
  readonly search: ListingSearch;
  readonly now: number;
}

/** Listings that a loosened search chose, and the words to mark in them. */
interface Within {
  readonly ids: readonly string[];
  readonly words: readonly string[];
}

type Words = Pick<MultiSearchQuery, "q" | "matchingStrategy" | "attributesToSearchOn">;

/** One search with counts. `now` in milliseconds since 1970. @throws what the client throws */
export async function searchEngine(
  engine: SearchEngine,
  kind: ListingSearchKind,
  search: ListingSearch,
  now: number,
  statistics: () => Promise<TermStatistics>,
): Promise<ListingResults> {
  const context = { engine, kind, search, now };
  const q = normaliseQuery(search.q);
  if (q === "") return ask(context, { q: "", matchingStrategy: "all" }, null);
  if (!isSentence(q)) {
    const exact = await ask(context, { q, matchingStrategy: "all" }, null);
    if (exact.total > 0) return exact;
    const sound = sameSound(q);
    if (sound !== null) {
      const alike = await ask(
        context,
        { q: sound, matchingStrategy: "all", attributesToSearchOn: ["titlePinyin"] },
        "same-sound",
      );
      if (alike.total > 0) return alike;
    }
  }
  return askAnyWord(context, q, await statistics());
}

/**
 * Listings that contain some of the words, those with more and rarer words first. Meilisearch itself cannot:
 * `all` finds nothing, `last` insists on the first word, `frequency` on the rarest.
 */
async function askAnyWord(
  context: Context,
  q: string,
  statistics: TermStatistics,
): Promise<ListingResults> {
  const { engine, kind, search } = context;
  const scored = await scoreByTerms(kind, { title: q, text: "" }, { engine, statistics });
  const best = scored[0]?.score ?? 0;
  const kept = scored.filter(({ score }) => score >= best * MIN_SHARE_OF_BEST).slice(0, MAX_LOOSE);
  const ids = kept.map(({ id }) => id);
  const whole = { ...search, page: 1, q: "" };
  const answer = await ask(
    { ...context, search: whole },
    { q: "", matchingStrategy: "all" },
    "partial",
    { ids, words: selectTerms(q, "", statistics, MAX_WORDS).map((term) => term.text) },
  );
  const place = new Map(ids.map((id, index) => [id, index]));
  const hits =
    search.sort === "relevance"
      ? [...answer.hits].sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
      : answer.hits;
  const from = (search.page - 1) * PAGE_SIZE;
  return {
    ...answer,
    hits: hits.slice(from, from + PAGE_SIZE),
    relaxation: answer.total > 0 ? "partial" : null,
  };
}

/** The main query and, for every group that narrows, one that counts without it: one round trip. */
export function buildQueries(
  { engine, kind, search, now }: Context,
  words: Words,
  within: Within | null = null,
): MultiSearchQuery[] {
  const uid = indexUid(engine, kind);
  const only = within === null ? [] : [`id IN [${within.ids.map((id) => `"${id}"`).join(", ")}]`];
  const active = activeGroups(search, now);
  const idle = FILTER_GROUPS.filter((group) => !active.includes(group));
  return [
    {
      indexUid: uid,
      ...words,
      filter: [...engineFilter(search, now), ...only],
      sort: engineSort(search),
      facets: idle.flatMap((group) => facetAttributes(group, search)),
      page: search.page,
      hitsPerPage: within === null ? PAGE_SIZE : MAX_LOOSE,
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
      filter: [...engineFilter(search, now, group), ...only],
      facets: facetAttributes(group, search),
      hitsPerPage: 0,
      page: 1,
    })),
  ];
}

async function ask(
  context: Context,
  words: Words,
  relaxation: Relaxation,
  within: Within | null = null,
): Promise<ListingResults> {
  const { engine, kind, search, now } = context;
  const queries = buildQueries(context, words, within);
  const [main, ...others] = await multiSearch<ListingDocument>(engine, queries);
  const active = activeGroups(search, now);
  const total = main?.totalHits ?? 0;
  const terms = within?.words ?? normaliseQuery(search.q).split(" ").filter(Boolean);
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
