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
import { encodeDocuments } from "./encode-documents";
import { withIndexLock } from "./lock";
import { loadModel, type ModelSlot } from "./model-state";
import { loadReferences } from "./references";
import { loadDocuments, ownersOf, type SearchDocument, writeSearchTexts } from "./rows";
import { rebuildUid, submitTask, waitForTasks } from "./tasks";

const BATCH = 500;

export interface DrainResult {
  readonly rows: number;
  readonly indexed: number;
  readonly removed: number;
}

/**
 * Brings the index up to the outbox and empties it. Rows are deleted only after Meilisearch has
 * confirmed their documents, so that a kill at any point repeats work and loses none; the same
 * document noted many times is sent once. `searchText` is written first, so that the PostgreSQL
 * fallback stays right while Meilisearch is away (then this throws EngineUnavailable).
 */
export async function drainOutbox(db: PrismaClient, engine: SearchEngine): Promise<DrainResult> {
  let total: DrainResult = { rows: 0, indexed: 0, removed: 0 };
  for (;;) {
    const batch = await drainBatch(db, engine);
    if (batch.rows === 0) return total;
    total = {
      rows: total.rows + batch.rows,
      indexed: total.indexed + batch.indexed,
      removed: total.removed + batch.removed,
    };
  }
}

async function drainBatch(db: PrismaClient, engine: SearchEngine): Promise<DrainResult> {
  // Two drains at once could send an older state after a newer one; the lock puts them in line.
  return withIndexLock(db, async () => {
    const rows = await db.searchOutbox.findMany({
      orderBy: { id: "asc" },
      take: BATCH,
      select: { id: true, index: true, documentId: true },
    });
    if (rows.length === 0) return { rows: 0, indexed: 0, removed: 0 };
    const changes = await loadChanges(db, rows);
    const tasks: number[] = [];
    let indexed = 0;
    let removed = 0;
    await askEngine(async () => {
      for (const change of changes) {
        for (const target of await targets(engine, change.kind)) {
          tasks.push(...(await sendChange(engine, target, change)));
        }
        indexed += change.documents.length;
        removed += change.gone.length;
      }
      await waitForTasks(engine, tasks);
    });
    await db.searchOutbox.deleteMany({ where: { id: { in: rows.map((row) => row.id) } } });
    return { rows: rows.length, indexed, removed };
  });
}

interface Change {
  readonly kind: SearchKind;
  readonly documents: readonly SearchDocument[];
  readonly gone: readonly string[];
}

async function loadChanges(
  db: PrismaClient,
  rows: readonly { index: string; documentId: string }[],
): Promise<Change[]> {
  const wanted = new Map<SearchKind, Set<string>>(SEARCH_KINDS.map((kind) => [kind, new Set()]));
  for (const row of rows) {
    const kind = SEARCH_KINDS.find((known) => known === row.index);
    if (kind !== undefined) wanted.get(kind)?.add(row.documentId);
  }
  for (const kind of ["achievement", "need"] as const) {
    const ids = [...(wanted.get(kind) ?? [])];
    if (ids.length === 0) continue;
    for (const owner of await ownersOf(db, kind, ids)) wanted.get("organisation")?.add(owner);
  }
  const references = await loadReferences(db);
  const changes: Change[] = [];
  for (const [kind, set] of wanted) {
    const ids = [...set];
    if (ids.length === 0) continue;
    const documents = await loadDocuments(db, kind, ids, references);
    if (isListingKind(kind)) {
      await writeSearchTexts(db, kind, documents as ListingDocument[]);
    }
    const present = new Set(documents.map((document) => document.id));
    changes.push({ kind, documents, gone: ids.filter((id) => !present.has(id)) });
  }
  return changes;
}

/** The live index and, while one is being built, its successor: a rebuild misses no write. */
async function targets(engine: SearchEngine, kind: SearchKind): Promise<Target[]> {
  const live = { uid: indexUid(engine, kind), slot: "live" } as const;
  const next = { uid: rebuildUid(engine, kind), slot: "next" } as const;
  const known = await engine.client.getIndexes({ limit: 1_000 });
  return known.results.some((index) => index.uid === next.uid) ? [live, next] : [live];
}

/** An index and the model that its vectors must come from. */
type Target = { readonly uid: string; readonly slot: ModelSlot };

async function sendChange(
  engine: SearchEngine,
  { uid, slot }: Target,
  change: Change,
): Promise<number[]> {
  const index = engine.client.index<SearchDocument>(uid);
  const tasks: number[] = [];
  if (change.documents.length > 0) {
    const model = await loadModel(engine, slot);
    const documents = await encodeDocuments(change.kind, change.documents, model);
    tasks.push(await submitTask(index.addDocuments(documents, { primaryKey: "id" })));
  }
  if (change.gone.length > 0) {
    tasks.push(await submitTask(index.deleteDocuments([...change.gone])));
  }
  return tasks;
}
