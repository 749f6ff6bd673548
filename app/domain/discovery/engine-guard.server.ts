import { EngineUnavailable, isUnavailable } from "#search/engine";
import { logger } from "~/platform/logger.server";
import { Breaker } from "./breaker";

const FAILURES = 2;
const PAUSE_MS = 3_000;

// One per process: the engine is one.
const holder = globalThis as typeof globalThis & { marketBreaker?: Breaker };
holder.marketBreaker ??= new Breaker(FAILURES, PAUSE_MS);
const breaker = holder.marketBreaker;

/**
 * Runs a search against Meilisearch; answers null when it is away, so that the caller falls back.
 * A refusal (our fault) passes through as an error.
 */
export async function tryEngine<T>(request: () => Promise<T>): Promise<T | null> {
  if (breaker.isOpen()) return null;
  try {
    const answer = await request();
    breaker.succeeded();
    return answer;
  } catch (error) {
    if (!isUnavailable(error) && !(error instanceof EngineUnavailable)) throw error;
    breaker.failedOnce();
    logger.warn({ err: error }, "the search engine does not answer, PostgreSQL does");
    return null;
  }
}
