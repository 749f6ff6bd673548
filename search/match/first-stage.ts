import type { MultiSearchQuery } from "meilisearch";
import { askEngine, indexUid, type ListingKind, multiSearch, type SearchEngine } from "../engine";
import type { ListingDocument } from "../indexes/listing-document";
import { EMBEDDER } from "../indexes/listing-settings";
import type { TermStatistics } from "./statistics";
import { selectExactTerms, selectTerms } from "./terms";
import type { MatchFilter, MatchListing, MatchOptions } from "./types";

/** One listing of the first stage, with all that is needed to score it. */
export type CandidateHit = Pick<
  ListingDocument,
  "id" | "title" | "encoding" | "organisationId" | "publishedAt"
>;

const RETRIEVED: (keyof ListingDocument)[] = [
  "id",
  "title",
  "encoding",
  "organisationId",
  "publishedAt",
];
// Never the pinyin field: the initials of one word are another word in Latin letters.
const SEARCHED = ["title", "titleFolded", "titleEn", "keywords", "summary", "body"];

const TERMS = 6;
const EXACT_TERMS = 3;
const HITS_PER_TERM = 40;

/**
 * How many neighbours to take: measured, the same share of the good ones needs about 2.5 times the
 * depth in a catalogue four times as large; among 7,000 more than 500 bring nothing to the first 200
 * places. Beyond 1,000 a match takes too long.
 */
export function candidateCount(documents: number): number {
  const wanted = 600 * (Math.max(1, documents) / 10_000) ** 0.5;
  return Math.round(Math.min(1_000, Math.max(300, wanted)));
}

export interface FirstStageQuery {
  readonly wanted: ListingKind;
  readonly subject: Pick<MatchListing, "title" | "text">;
  readonly vector: Float32Array | null;
  readonly statistics: TermStatistics;
}

/**
 * Candidates in one request: the neighbours of the vector, the listings with one of the rarest words
 * (one query a word, because Meilisearch wants all words of a query and looks at ten), and those with
 * a code, product name or other Latin term of the subject exactly as written.
 */
export async function findCandidates(
  engine: SearchEngine,
  query: FirstStageQuery,
  options: FirstStageOptions = {},
): Promise<CandidateHit[]> {
  const queries = candidateQueries(engine, query, options);
  if (queries.length === 0) return [];
  const answers = await askEngine(() => multiSearch<CandidateHit>(engine, queries));
  const found = new Map<string, CandidateHit>();
  for (const answer of answers) for (const hit of answer.hits) found.set(hit.id, hit);
  return [...found.values()];
}

type FirstStageOptions = Pick<MatchOptions, "candidates" | "excludeOrganisationId" | "filter">;

/** What is sent to Meilisearch for a subject. */
export function candidateQueries(
  engine: SearchEngine,
  { wanted, subject, vector, statistics }: FirstStageQuery,
  options: FirstStageOptions = {},
): MultiSearchQuery[] {
  const count = options.candidates ?? candidateCount(statistics.documents);
  // Without a vector the words carry everything.
  const perTerm = vector === null ? HITS_PER_TERM * 3 : HITS_PER_TERM;
  const words = selectTerms(subject.title, subject.text, statistics, vector === null ? 16 : TERMS);
  const exact = selectExactTerms(subject.title, subject.text, statistics, EXACT_TERMS);
  const filter = filterOf(options.excludeOrganisationId ?? null, options.filter);
  const shared = {
    indexUid: indexUid(engine, wanted),
    attributesToRetrieve: RETRIEVED,
    ...(filter === "" ? {} : { filter }),
  };
  return [
    ...(vector === null
      ? []
      : [
          {
            ...shared,
            vector: Array.from(vector, (value) => Math.round(value * 1e4) / 1e4),
            hybrid: { embedder: EMBEDDER, semanticRatio: 1 },
            limit: count,
          },
        ]),
    ...[...words.map((term) => term.text), ...exact.map((term) => `"${term}"`)].map((q) => ({
      ...shared,
      q,
      attributesToSearchOn: SEARCHED,
      limit: perTerm,
      matchingStrategy: "all" as const,
    })),
  ];
}

function filterOf(excludeOrganisationId: string | null, filter: MatchFilter = {}): string {
  const equals = (attribute: string, value: string | undefined) =>
    value === undefined ? [] : [`${attribute} = ${JSON.stringify(value)}`];
  return [
    ...(excludeOrganisationId === null
      ? []
      : [`organisationId != ${JSON.stringify(excludeOrganisationId)}`]),
    ...equals("fields", filter.field),
    ...equals("province", filter.province),
    ...equals("modes", filter.mode),
    ...(filter.minTrl === undefined ? [] : [`trl >= ${filter.minTrl}`]),
  ].join(" AND ");
}
