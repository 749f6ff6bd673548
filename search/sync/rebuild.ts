import { randomUUID } from "node:crypto";
import type { PrismaClient } from "#prisma/client/client";
import {
  askEngine,
  indexUid,
  isListingKind,
  SEARCH_KINDS,
  type SearchEngine,
  type SearchKind,
} from "../engine";
import type { ListingDocument } from "../indexes/listing-document";
import type { MatchModel } from "../match/model";
import { encodeDocuments } from "./encode-documents";
import { createIfMissing, noteSettings, settingsOf } from "./ensure";
import { withIndexLock, withRebuildLock } from "./lock";
import {
  dropStatistics,
  loadModel,
  type ModelState,
  readModelState,
  storeStatistics,
  writeModelState,
} from "./model-state";
import { loadReferences } from "./references";
import { loadDocuments, nextIds, writeSearchTexts } from "./rows";
import { countStatistics } from "./statistics";
import { rebuildUid, runTask, submitTask, waitForTasks } from "./tasks";

// Small enough that a publication waits at most about a second behind a batch of the rebuild.
const BATCH = 400;

export interface RebuildResult {
  readonly documents: Readonly<Record<SearchKind, number>>;
  readonly seconds: number;
}

export type RebuildProgress = (kind: SearchKind, done: number) => void;

/**
 * Builds every index anew beside the live one, with the vectors that are wanted now and a new count
 * of words, and swaps all of them in at once: search answers from the old indexes until the new ones
 * are complete. Writes meanwhile are not lost, because the outbox sync writes to both (see
 * outbox.ts), and because each batch here is read and enqueued under the lock that the sync holds,
 * so that an older state never follows a newer one.
 * @throws RebuildRunning when another is under way
 */
export async function rebuildIndexes(
  db: PrismaClient,
  engine: SearchEngine,
  onProgress: RebuildProgress = () => undefined,
): Promise<RebuildResult> {
  const started = performance.now();
  const documents: Record<SearchKind, number> = {
    achievement: 0,
    need: 0,
    organisation: 0,
    broker: 0,
  };
  await withRebuildLock(db, () =>
    askEngine(async () => {
      const state = await startModel(db, engine);
      const model = await loadModel(engine, "next");
      for (const kind of SEARCH_KINDS) await prepare(engine, kind, model);
      for (const kind of SEARCH_KINDS) {
        documents[kind] = await fill(db, engine, kind, model, onProgress);
      }
      await swap(db, engine, state, model);
    }),
  );
  return { documents, seconds: (performance.now() - started) / 1000 };
}

/** Counts the words and notes the model before there is an index that the sync could write to. */
async function startModel(db: PrismaClient, engine: SearchEngine): Promise<ModelState> {
  const stamp = randomUUID().slice(0, 8);
  await storeStatistics(engine, stamp, await countStatistics(db));
  const state = { ...(await engine.models.wanted()), stamp };
  await writeModelState(engine, "next", state);
  return state;
}

async function prepare(engine: SearchEngine, kind: SearchKind, model: MatchModel): Promise<void> {
  const next = rebuildUid(engine, kind);
  await createIfMissing(engine, indexUid(engine, kind));
  if (!(await createIfMissing(engine, next))) {
    // Left behind by a rebuild that was killed; its content is of unknown age.
    await runTask(engine, engine.client.deleteIndex(next));
    await createIfMissing(engine, next);
  }
  const settings = settingsOf(kind, model.source.dimensions);
  await runTask(engine, engine.client.index(next).updateSettings(settings));
}

async function fill(
  db: PrismaClient,
  engine: SearchEngine,
  kind: SearchKind,
  model: MatchModel,
  onProgress: RebuildProgress,
): Promise<number> {
  let done = 0;
  for (let after: string | null = null; ; ) {
    const batch = await enqueueBatch(db, engine, kind, after, model);
    if (batch.last === null) return done;
    await waitForTasks(engine, batch.tasks);
    after = batch.last;
    done += batch.size;
    onProgress(kind, done);
  }
}

async function swap(
  db: PrismaClient,
  engine: SearchEngine,
  state: ModelState,
  model: MatchModel,
): Promise<void> {
  const pairs = SEARCH_KINDS.map((kind) => ({
    indexes: [indexUid(engine, kind), rebuildUid(engine, kind)] as [string, string],
    rename: false,
  }));
  const before = await readModelState(engine, "live");
  await withIndexLock(db, async () => {
    await runTask(engine, engine.client.swapIndexes(pairs));
    await writeModelState(engine, "live", state);
  });
  if (before) await dropStatistics(engine, before.stamp);
  for (const kind of SEARCH_KINDS) {
    await noteSettings(engine, kind, model.source.dimensions);
    await runTask(engine, engine.client.deleteIndex(rebuildUid(engine, kind)));
  }
}

async function enqueueBatch(
  db: PrismaClient,
  engine: SearchEngine,
  kind: SearchKind,
  after: string | null,
  model: MatchModel,
): Promise<{ last: string | null; size: number; tasks: number[] }> {
  return withIndexLock(db, async () => {
    const ids = await nextIds(db, kind, after, BATCH);
    const last = ids[ids.length - 1] ?? null;
    if (last === null) return { last, size: 0, tasks: [] };
    const documents = await loadDocuments(db, kind, ids, await loadReferences(db));
    if (isListingKind(kind)) {
      await writeSearchTexts(db, kind, documents as ListingDocument[]);
    }
    const index = engine.client.index(rebuildUid(engine, kind));
    const sent = await encodeDocuments(kind, documents, model);
    const tasks = sent.length === 0 ? [] : [await submitTask(index.addDocuments(sent))];
    return { last, size: documents.length, tasks };
  });
}
