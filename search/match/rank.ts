import { askEngine, indexUid, type ListingKind, multiSearch, type SearchEngine } from "../engine";
import type { ListingDocument } from "../indexes/listing-document";
import { scoreCandidates } from "./score";
import type { TermStatistics } from "./statistics";
import { selectTerms, selectTitlePairs } from "./terms";
import type { Match, MatchListing, MatchOptions } from "./types";

/** Everything that ranking needs from outside. `now` in milliseconds since 1970. */
export interface MatchSource {
  readonly engine: SearchEngine;
  readonly statistics: TermStatistics;
  readonly now: number;
}

const DEFAULT_CANDIDATES = 300;
const TERMS = 20;
const TITLE_PAIRS = 8;
const HITS_PER_TERM = 100;

// Never the pinyin field: the initials of one word are another word in Latin letters.
const SEARCHED = ["title", "titleFolded", "titleEn", "keywords", "summary", "body"];

const RETRIEVED = [
  "id",
  "title",
  "body",
  "fields",
  "industries",
  "province",
  "city",
  "district",
  "modes",
  "trl",
  "trlVerified",
  "priceKind",
  "priceMinFen",
  "priceMaxFen",
  "publishedAt",
  "organisationId",
];

/** Achievements for a need, best first. Throws EngineUnavailable when Meilisearch does not answer. */
export function rankForNeed(
  need: MatchListing,
  source: MatchSource,
  options: MatchOptions = {},
): Promise<Match[]> {
  return rank("need", need, source, options);
}

/** Needs for an achievement, best first. Throws EngineUnavailable when Meilisearch does not answer. */
export function rankForAchievement(
  achievement: MatchListing,
  source: MatchSource,
  options: MatchOptions = {},
): Promise<Match[]> {
  return rank("achievement", achievement, source, options);
}

async function rank(
  subjectKind: ListingKind,
  subject: MatchListing,
  source: MatchSource,
  options: MatchOptions,
): Promise<Match[]> {
  const wanted: ListingKind = subjectKind === "need" ? "achievement" : "need";
  const ids = await firstStage(wanted, subject, source, options);
  if (ids.length === 0) return [];
  const documents = await askEngine(() =>
    source.engine.client
      .index<ListingDocument>(indexUid(source.engine, wanted))
      .getDocuments({ ids, limit: ids.length, fields: RETRIEVED as (keyof ListingDocument)[] }),
  );
  const candidates = documents.results.map(toMatchListing);
  return scoreCandidates(subjectKind, subject, candidates, source.statistics, source.now, options);
}

/** The ids of the first stage, best first. */
async function firstStage(
  wanted: ListingKind,
  subject: MatchListing,
  source: MatchSource,
  options: MatchOptions,
): Promise<string[]> {
  const scored = await scoreByTerms(wanted, subject, source, options);
  return scored.slice(0, options.candidates ?? DEFAULT_CANDIDATES).map(({ id }) => id);
}

export interface TermScore {
  readonly id: string;
  /** Sum of the rarities of the words found; comparable within one answer only. */
  readonly score: number;
}

/**
 * First stage: one query a word, because Meilisearch looks at the first ten words of a query only and
 * wants them all; the lists are added up here, a word counting by its rarity. Pairs of title
 * characters against `titleSpaced` find words inside longer words.
 */
export async function scoreByTerms(
  wanted: ListingKind,
  subject: Pick<MatchListing, "title" | "text">,
  source: Pick<MatchSource, "engine" | "statistics">,
  options: Pick<MatchOptions, "excludeOrganisationId"> = {},
): Promise<TermScore[]> {
  const uid = indexUid(source.engine, wanted);
  const words = selectTerms(subject.title, subject.text, source.statistics, TERMS);
  const pairs = selectTitlePairs(subject.title, source.statistics, TITLE_PAIRS);
  const terms = [
    ...words.map((term) => ({ term, q: term.text, attributesToSearchOn: SEARCHED })),
    ...pairs.map((term) => ({ term, q: `"${term.text}"`, attributesToSearchOn: ["titleSpaced"] })),
  ];
  if (terms.length === 0) return [];
  const own = options.excludeOrganisationId;
  const answers = await askEngine(() =>
    multiSearch<{ id: string }>(
      source.engine,
      terms.map(({ q, attributesToSearchOn }) => ({
        indexUid: uid,
        q,
        attributesToSearchOn,
        attributesToRetrieve: ["id"],
        limit: HITS_PER_TERM,
        matchingStrategy: "all" as const,
        ...(own ? { filter: `organisationId != ${JSON.stringify(own)}` } : {}),
      })),
    ),
  );
  const totals = new Map<string, number>();
  answers.forEach((result, index) => {
    const weight = terms[index]?.term.weight ?? 0;
    result.hits.forEach((hit, place) => {
      const { id } = hit;
      totals.set(id, (totals.get(id) ?? 0) + weight * (1 - place / (2 * HITS_PER_TERM)));
    });
  });
  return [...totals]
    .map(([id, score]) => ({ id, score }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

function toMatchListing(document: ListingDocument): MatchListing {
  return {
    id: document.id,
    title: document.title,
    text: document.body,
    fieldCodes: document.fields,
    industryCodes: document.industries,
    regionCodes: [document.province, document.city, document.district].filter(
      (code) => code !== null,
    ),
    modes: document.modes,
    trl: document.trl,
    trlVerified: document.trlVerified,
    priceKind: document.priceKind,
    priceMinFen: document.priceMinFen,
    priceMaxFen: document.priceMaxFen,
    publishedAt: document.publishedAt === 0 ? null : document.publishedAt,
    organisationId: document.organisationId,
  };
}
