import { createEngine, type SearchEngine } from "#search/engine";
import type { MatchSource } from "#search/match/rank";
import type { TermStatistics } from "#search/match/statistics";
import { readStatistics } from "#search/sync/statistics";
import { env } from "./env.server";

// A person waits for a search, nobody for the sync: the first fails fast and falls back to PostgreSQL.
const QUERY_TIMEOUT_MS = 1_500;
const SYNC_TIMEOUT_MS = 30_000;

const STATISTICS_KEEP_MS = 10 * 60_000;

interface Engines {
  /** Address and prefix that the clients were made for; tests change them. */
  readonly madeFor: string;
  readonly query: SearchEngine;
  readonly sync: SearchEngine;
}

// Vite reloads modules in development; connections and the breaker outlive them.
const holder = globalThis as typeof globalThis & {
  marketSearch?: Engines | undefined;
  marketStatistics?: { at: number; value: TermStatistics } | undefined;
};

function engines(): Engines {
  const { MEILI_URL: url, MEILI_KEY: key, MEILI_PREFIX: prefix } = env();
  const madeFor = `${url} ${key} ${prefix}`;
  if (holder.marketSearch?.madeFor === madeFor) return holder.marketSearch;
  const made = {
    madeFor,
    query: createEngine({ url, key, prefix, timeoutMs: QUERY_TIMEOUT_MS }),
    sync: createEngine({ url, key, prefix, timeoutMs: SYNC_TIMEOUT_MS }),
  };
  holder.marketSearch = made;
  holder.marketStatistics = undefined;
  return made;
}

/** The engine for requests that a person waits for. */
export function queryEngine(): SearchEngine {
  return engines().query;
}

/** The engine for jobs and commands. */
export function syncEngine(): SearchEngine {
  return engines().sync;
}

/** Health probe. @throws when Meilisearch does not answer */
export async function checkSearch(): Promise<void> {
  await queryEngine().client.health();
}

/** What the ranker needs at an instant; statistics are read at most every ten minutes. @throws EngineUnavailable */
export async function matchSource(at: Date): Promise<MatchSource> {
  const engine = queryEngine();
  const now = performance.now();
  let kept = holder.marketStatistics;
  if (kept === undefined || now - kept.at > STATISTICS_KEEP_MS) {
    kept = { at: now, value: await readStatistics(engine) };
    holder.marketStatistics = kept;
  }
  return { engine, statistics: kept.value, now: at.getTime() };
}

/** Makes the next match read the statistics again. */
export function forgetStatistics(): void {
  holder.marketStatistics = undefined;
}
