import { askEngine, indexUid, type ListingKind, type SearchEngine } from "../engine";
import type { ListingDocument } from "../indexes/listing-document";
import { type Encoding, unpack } from "../match/encoding";
import { type MatchModel, makeModel } from "../match/model";
import { NO_STATISTICS, type StoredStatistics } from "../match/statistics";
import { deleteState, readState, writeState } from "./state";
import { formatStatistics, parseStatistics } from "./statistics-text";

/** Which model an index was made with: the vectors, and the count of words that weighs them. */
export interface ModelState {
  readonly source: string;
  readonly table: string;
  readonly stamp: string;
}

/** The index that answers, and the one that a rebuild is filling. */
export type ModelSlot = "live" | "next";

const EMPTY_STAMP = "empty";

const slotKey = (slot: ModelSlot) => `match-model-${slot}`;
const statisticsKey = (stamp: string) => `term-statistics-${stamp}`;

/** Null for an index that was made before there were vectors, or not made yet. */
export async function readModelState(
  engine: SearchEngine,
  slot: ModelSlot,
): Promise<ModelState | null> {
  const stored = await readState(engine, slotKey(slot));
  return stored === null ? null : (JSON.parse(stored) as ModelState);
}

export async function writeModelState(
  engine: SearchEngine,
  slot: ModelSlot,
  state: ModelState,
): Promise<void> {
  await writeState(engine, slotKey(slot), JSON.stringify(state));
}

/** The state of an empty index: the vectors that are wanted now and no count. */
export async function initialState(engine: SearchEngine): Promise<ModelState> {
  return { ...(await engine.models.wanted()), stamp: EMPTY_STAMP };
}

export async function storeStatistics(
  engine: SearchEngine,
  stamp: string,
  statistics: StoredStatistics,
): Promise<void> {
  await writeState(engine, statisticsKey(stamp), formatStatistics(statistics));
}

/** The count that no index uses any more. */
export async function dropStatistics(engine: SearchEngine, stamp: string): Promise<void> {
  await deleteState(engine, statisticsKey(stamp));
}

export async function readStatistics(
  engine: SearchEngine,
  stamp: string,
): Promise<StoredStatistics> {
  const stored = await readState(engine, statisticsKey(stamp));
  return stored === null ? NO_STATISTICS : parseStatistics(stored);
}

// A model is some 30 MB; the one at work and, during a rebuild, its successor.
const MAX_MODELS = 2;
const loaded = new Map<string, Promise<MatchModel>>();

/** The model of a slot; the same object for as long as the slot does not change. */
export async function loadModel(engine: SearchEngine, slot: ModelSlot): Promise<MatchModel> {
  return askEngine(async () => {
    const state = (await readModelState(engine, slot)) ?? (await initialState(engine));
    const key = `${engine.prefix}|${state.source}|${state.table}|${state.stamp}`;
    const known = loaded.get(key);
    if (known) return known;
    const made = makeFrom(engine, state);
    loaded.set(key, made);
    made.catch(() => loaded.delete(key));
    for (const oldest of loaded.keys()) {
      if (loaded.size <= MAX_MODELS) break;
      loaded.delete(oldest);
    }
    return made;
  });
}

async function makeFrom(engine: SearchEngine, state: ModelState): Promise<MatchModel> {
  const table = await engine.models.table(state.table);
  const source = engine.models.source(state.source, table);
  return makeModel(table, await readStatistics(engine, state.stamp), state.stamp, source);
}

const PROBE = 20;

/**
 * Whether what stands in the live index was made by this model. It was not when a rebuild was killed
 * between taking the index's place and noting its model.
 */
export async function isMadeBy(
  engine: SearchEngine,
  kind: ListingKind,
  model: MatchModel,
): Promise<boolean> {
  const index = engine.client.index<ListingDocument>(indexUid(engine, kind));
  const page = await askEngine(() => index.getDocuments({ fields: ["encoding"], limit: PROBE }));
  return page.results.every((document) => unpack(document.encoding ?? "")?.tag === model.tag);
}

const SAMPLE = 1_000;
const SAMPLE_PAGES = 10;

/** Encodings of listings from all over the catalogue, in pages that lie evenly apart. */
export async function sampleEncodings(
  engine: SearchEngine,
  kind: ListingKind,
  model: MatchModel,
): Promise<Encoding[]> {
  const index = engine.client.index<ListingDocument>(indexUid(engine, kind));
  return askEngine(async () => {
    const size = SAMPLE / SAMPLE_PAGES;
    const first = await index.getDocuments({ fields: ["encoding"], limit: size });
    const step = Math.max(size, Math.floor(first.total / SAMPLE_PAGES));
    const pages = [first];
    for (let offset = step; offset < first.total && pages.length < SAMPLE_PAGES; offset += step) {
      pages.push(await index.getDocuments({ fields: ["encoding"], limit: size, offset }));
    }
    return pages
      .flatMap((page) => page.results)
      .flatMap((document) => unpack(document.encoding ?? "") ?? [])
      .filter((encoding) => encoding.tag === model.tag);
  });
}
