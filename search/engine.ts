import {
  Meilisearch,
  MeilisearchApiError,
  MeilisearchRequestError,
  MeilisearchRequestTimeOutError,
  MeilisearchTaskTimeOutError,
} from "meilisearch";

export type SearchKind = "achievement" | "need" | "organisation";
export type ListingKind = "achievement" | "need";

export const SEARCH_KINDS: readonly SearchKind[] = ["achievement", "need", "organisation"];

/** A Meilisearch with the prefix that keeps the indexes of several installations (or tests) apart. */
export interface SearchEngine {
  readonly client: Meilisearch;
  readonly prefix: string;
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
}): SearchEngine {
  const client = new Meilisearch({
    host: options.url,
    ...(options.key ? { apiKey: options.key } : {}),
    timeout: options.timeoutMs ?? 30_000,
    requestInit: { headers: { "Accept-Encoding": "identity" } },
  });
  return { client, prefix: options.prefix ?? "" };
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
