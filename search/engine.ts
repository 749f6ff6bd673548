import {
  type Hits,
  Meilisearch,
  MeilisearchApiError,
  MeilisearchRequestError,
  MeilisearchRequestTimeOutError,
  MeilisearchTaskTimeOutError,
  type MultiSearchQuery,
} from "meilisearch";
import { BUILT_IN_PARTS, type ModelParts } from "./match/model-parts";

export type SearchKind = "achievement" | "need" | "organisation" | "broker";
export type ListingKind = "achievement" | "need";

export const SEARCH_KINDS: readonly SearchKind[] = [
  "achievement",
  "need",
  "organisation",
  "broker",
];

/** Listings alone have vectors and a text for the fallback. */
export function isListingKind(kind: SearchKind): kind is ListingKind {
  return kind === "achievement" || kind === "need";
}

/** A Meilisearch with the prefix that keeps the indexes of several installations (or tests) apart. */
export interface SearchEngine {
  readonly client: Meilisearch;
  readonly prefix: string;
  /** Where the vectors of its documents come from. */
  readonly models: ModelParts;
}

/** Meilisearch cannot be reached, timed out, or answers with a server error. */
export class EngineUnavailable extends Error {
  override readonly name = "EngineUnavailable";
  constructor(cause: unknown) {
    super("the search engine does not answer", { cause });
  }
}

const INDEX_NAMES: Record<SearchKind, string> = {
  achievement: "achievements",
  need: "needs",
  organisation: "organisations",
  broker: "brokers",
};

export function indexUid(engine: SearchEngine, kind: SearchKind): string {
  return `${engine.prefix}${INDEX_NAMES[kind]}`;
}

/**
 * One client for one server. `Accept-Encoding: identity` is a constraint, not a preference:
 * Meilisearch 1.21 stalls for about 40 ms before every compressed answer.
 * `timeoutMs` bounds every request; waiting for a task is many requests.
 */
export function createEngine(options: {
  url: string;
  key?: string | undefined;
  prefix?: string | undefined;
  timeoutMs?: number | undefined;
  /** The shipped table when left out. */
  models?: ModelParts | undefined;
}): SearchEngine {
  const client = new Meilisearch({
    host: options.url,
    ...(options.key ? { apiKey: options.key } : {}),
    timeout: options.timeoutMs ?? 30_000,
    requestInit: { headers: { "Accept-Encoding": "identity" } },
  });
  return { client, prefix: options.prefix ?? "", models: options.models ?? BUILT_IN_PARTS };
}

/** True for every failure that a later try can cure: no connection, time out, 5xx, and a missing index (it is being built). */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof EngineUnavailable) return true;
  if (error instanceof MeilisearchApiError) {
    return error.response.status >= 500 || error.cause?.code === "index_not_found";
  }
  return (
    error instanceof MeilisearchRequestError ||
    error instanceof MeilisearchRequestTimeOutError ||
    error instanceof MeilisearchTaskTimeOutError
  );
}

/** Runs a request and turns "cannot be reached" into EngineUnavailable; refusals pass as they are. */
export async function askEngine<T>(request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    throw isUnavailable(error) ? new EngineUnavailable(error) : error;
  }
}

// An index without documents knows no attribute, and naming one is then an error of the whole request.
const UNKNOWN_ATTRIBUTE = "invalid_search_attributes_to_search_on";

/** What of an answer is looked at; counts are 0 and {} where they were not asked for. */
export interface SearchAnswer<T extends object> {
  readonly hits: Hits<T>;
  readonly totalHits: number;
  readonly facetDistribution: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/**
 * Several searches in one request. An index that has no document yet answers with no hits, where
 * Meilisearch would refuse all searches of the request.
 */
export async function multiSearch<T extends object>(
  engine: SearchEngine,
  queries: readonly MultiSearchQuery[],
): Promise<SearchAnswer<T>[]> {
  try {
    const answer = await engine.client.multiSearch({ queries: [...queries] });
    return answer.results.map((result) => ({
      hits: result.hits as Hits<T>,
      totalHits: "totalHits" in result ? Number(result.totalHits) : 0,
      facetDistribution: result.facetDistribution ?? {},
    }));
  } catch (error) {
    if (!(error instanceof MeilisearchApiError) || error.cause?.code !== UNKNOWN_ATTRIBUTE) {
      throw error;
    }
    if (queries.length === 1) return [{ hits: [], totalHits: 0, facetDistribution: {} }];
    const alone = await Promise.all(queries.map((query) => multiSearch<T>(engine, [query])));
    return alone.flat();
  }
}
