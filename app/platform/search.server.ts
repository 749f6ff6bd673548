import { createEngine, type ListingKind, type SearchEngine } from "#search/engine";
import { backgroundOf } from "#search/match/background";
import type { Encoding } from "#search/match/encoding";
import type { MatchModel } from "#search/match/model";
import type { MatchSource } from "#search/match/rank";
import { CURRENT_RANKER, type Ranker } from "#search/match/rankers";
import { loadModel, sampleEncodings } from "#search/sync/model-state";
import { env } from "./env.server";
import { modelParts } from "./vectors.server";

// A person waits for a search, nobody for the sync: the first fails fast and falls back to PostgreSQL.
const QUERY_TIMEOUT_MS = 1_500;
const SYNC_TIMEOUT_MS = 30_000;

const MODEL_KEEP_MS = 10 * 60_000;

interface Engines {
  /** Address and prefix that the clients were made for; tests change them. */
  readonly madeFor: string;
  readonly query: SearchEngine;
  readonly sync: SearchEngine;
}

interface KeptModel {
  readonly at: number;
  readonly model: Promise<MatchModel>;
  readonly backgrounds: Map<ListingKind, Promise<readonly Encoding[]>>;
}

// Vite reloads modules in development; connections and the breaker outlive them.
const holder = globalThis as typeof globalThis & {
  marketSearch?: Engines | undefined;
  marketModel?: KeptModel | undefined;
};

function engines(): Engines {
  const { MEILI_URL: url, MEILI_KEY: key, MEILI_PREFIX: prefix } = env();
  const madeFor = `${url} ${key} ${prefix}`;
  if (holder.marketSearch?.madeFor === madeFor) return holder.marketSearch;
  const made = {
    madeFor,
    query: createEngine({ url, key, prefix, timeoutMs: QUERY_TIMEOUT_MS, models: modelParts }),
    sync: createEngine({ url, key, prefix, timeoutMs: SYNC_TIMEOUT_MS, models: modelParts }),
  };
  holder.marketSearch = made;
  holder.marketModel = undefined;
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

/**
 * What the ranker needs at an instant. The model is looked up at most every ten minutes, and at once
 * when an answer of the engine turns out to be of another one.
 * @throws EngineUnavailable
 */
export async function matchSource(at: Date, ranker: Ranker = CURRENT_RANKER): Promise<MatchSource> {
  const engine = queryEngine();
  const kept = keptModel(engine);
  return {
    engine,
    model: await kept.model,
    ranker,
    now: at.getTime(),
    background: (kind) => keptBackground(kept, engine, kind),
    renew: () => {
      forgetModel();
      return matchSource(at, ranker);
    },
  };
}

function keptModel(engine: SearchEngine): KeptModel {
  const now = performance.now();
  const known = holder.marketModel;
  if (known !== undefined && now - known.at <= MODEL_KEEP_MS) return known;
  const made = { at: now, model: loadModel(engine, "live"), backgrounds: new Map() };
  holder.marketModel = made;
  made.model.catch(() => {
    if (holder.marketModel === made) holder.marketModel = undefined;
  });
  return made;
}

async function keptBackground(
  kept: KeptModel,
  engine: SearchEngine,
  kind: ListingKind,
): Promise<readonly Encoding[]> {
  const known = kept.backgrounds.get(kind);
  if (known) return known;
  const made = kept.model.then(async (model) =>
    backgroundOf(await sampleEncodings(engine, kind, model), model),
  );
  kept.backgrounds.set(kind, made);
  made.catch(() => kept.backgrounds.delete(kind));
  return made;
}

/** Makes the next match look up the model again. */
export function forgetModel(): void {
  holder.marketModel = undefined;
}
