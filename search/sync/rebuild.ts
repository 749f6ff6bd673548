import type { PrismaClient } from "#prisma/client/client";
import { askEngine, indexUid, SEARCH_KINDS, type SearchEngine, type SearchKind } from "../engine";
import type { ListingDocument } from "../indexes/listing-document";
import { StatisticsCollector } from "../match/statistics";
import { createIfMissing, settingsOf } from "./ensure";
import { withIndexLock, withRebuildLock } from "./lock";
import { loadReferences } from "./references";
import { loadDocuments, nextIds, writeSearchTexts } from "./rows";
import { storeStatistics } from "./statistics";
import { rebuildUid, runTask, submitTask, waitForTasks } from "./tasks";

// Small enough that a publication waits at most about a second behind a batch of the rebuild.
const BATCH = 400;

export interface RebuildResult {
  readonly documents: Readonly<Record<SearchKind, number>>;
  readonly seconds: number;
}

export type RebuildProgress = (kind: SearchKind, done: number) => void;

/**
 * Builds every index anew beside the live one and swaps it in: search answers from the old index
 * until the new one is complete. Writes meanwhile are not lost, because the outbox sync writes to
 * both (see outbox.ts), and because each batch here is read and enqueued under the lock that the
 * sync holds, so that an older state never follows a newer one.
 * @throws RebuildRunning when another is under way
 */
export async function rebuildIndexes(
  db: PrismaClient,
  engine: SearchEngine,
  onProgress: RebuildProgress = () => undefined,
): Promise<RebuildResult> {
  const started = performance.now();
  const documents: Record<SearchKind, number> = { achievement: 0, need: 0, organisation: 0 };
  const collector = new StatisticsCollector();
  await withRebuildLock(db, () =>
    askEngine(async () => {
      for (const kind of SEARCH_KINDS) {
        documents[kind] = await rebuildKind(db, engine, kind, collector, onProgress);
      }
      await storeStatistics(engine, collector.finish());
    }),
  );
  return { documents, seconds: (performance.now() - started) / 1000 };
}

async function rebuildKind(
  db: PrismaClient,
  engine: SearchEngine,
  kind: SearchKind,
  collector: StatisticsCollector,
  onProgress: RebuildProgress,
): Promise<number> {
  const live = indexUid(engine, kind);
  const next = rebuildUid(engine, kind);
  await createIfMissing(engine, live);
  if (!(await createIfMissing(engine, next))) {
    // Left behind by a rebuild that was killed; its content is of unknown age.
    await runTask(engine, engine.client.deleteIndex(next));
    await createIfMissing(engine, next);
  }
  await runTask(engine, engine.client.index(next).updateSettings(settingsOf(kind)));
  let done = 0;
  for (let after: string | null = null; ; ) {
    const batch = await enqueueBatch(db, engine, kind, after, collector);
    if (batch.last === null) break;
    await waitForTasks(engine, batch.tasks);
    after = batch.last;
    done += batch.size;
    onProgress(kind, done);
  }
  await withIndexLock(db, () =>
    runTask(engine, engine.client.swapIndexes([{ indexes: [live, next], rename: false }])),
  );
  await runTask(engine, engine.client.deleteIndex(next));
  return done;
}

async function enqueueBatch(
  db: PrismaClient,
  engine: SearchEngine,
  kind: SearchKind,
  after: string | null,
  collector: StatisticsCollector,
): Promise<{ last: string | null; size: number; tasks: number[] }> {
  return withIndexLock(db, async () => {
    const ids = await nextIds(db, kind, after, BATCH);
    const last = ids[ids.length - 1] ?? null;
    if (last === null) return { last, size: 0, tasks: [] };
    const documents = await loadDocuments(db, kind, ids, await loadReferences(db));
    if (kind !== "organisation") {
      const listings = documents as ListingDocument[];
      await writeSearchTexts(db, kind, listings);
      for (const listing of listings) collector.add(listing.title, listing.body);
    }
    const index = engine.client.index(rebuildUid(engine, kind));
    const tasks = documents.length === 0 ? [] : [await submitTask(index.addDocuments(documents))];
    return { last, size: documents.length, tasks };
  });
}
