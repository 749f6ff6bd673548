import type { PrismaClient } from "#prisma/client/client";
import { askEngine, SEARCH_KINDS, type SearchEngine, type SearchKind } from "../engine";
import { drainOutbox } from "./outbox";
import { loadReferences } from "./references";
import { documentsIndex, loadDocuments, nextIds } from "./rows";

const PAGE = 1_000;
const BATCH = 500;

export interface KindDifference {
  readonly kind: SearchKind;
  readonly inDatabase: number;
  readonly inIndex: number;
  /** Published, but not in the index. */
  readonly missing: readonly string[];
  /** In the index with other content. */
  readonly stale: readonly string[];
  /** In the index, but not published (any more). */
  readonly surplus: readonly string[];
}

/**
 * Compares the index with PostgreSQL document by document through checksums. A listing that is being
 * written at this moment may show up; repairing it is harmless.
 */
export async function compareIndexes(
  db: PrismaClient,
  engine: SearchEngine,
): Promise<KindDifference[]> {
  const differences: KindDifference[] = [];
  for (const kind of SEARCH_KINDS) differences.push(await compareKind(db, engine, kind));
  return differences;
}

async function compareKind(
  db: PrismaClient,
  engine: SearchEngine,
  kind: SearchKind,
): Promise<KindDifference> {
  const indexed = await askEngine(() => readChecksums(engine, kind));
  const inIndex = indexed.size;
  const missing: string[] = [];
  const stale: string[] = [];
  let inDatabase = 0;
  const references = await loadReferences(db);
  for (let after: string | null = null; ; ) {
    const ids: string[] = await nextIds(db, kind, after, BATCH);
    if (ids.length === 0) break;
    after = ids[ids.length - 1] ?? null;
    for (const document of await loadDocuments(db, kind, ids, references)) {
      inDatabase++;
      const checksum = indexed.get(document.id);
      if (checksum === undefined) missing.push(document.id);
      else if (checksum !== document.checksum) stale.push(document.id);
      indexed.delete(document.id);
    }
  }
  return { kind, inDatabase, inIndex, missing, stale, surplus: [...indexed.keys()] };
}

async function readChecksums(engine: SearchEngine, kind: SearchKind): Promise<Map<string, string>> {
  const checksums = new Map<string, string>();
  const index = documentsIndex(engine, kind);
  for (let offset = 0; ; offset += PAGE) {
    const page = await index.getDocuments({ fields: ["id", "checksum"], limit: PAGE, offset });
    for (const document of page.results) checksums.set(document.id, document.checksum);
    if (offset + PAGE >= page.total) return checksums;
  }
}

export function countDifferences(differences: readonly KindDifference[]): number {
  return differences.reduce(
    (sum, one) => sum + one.missing.length + one.stale.length + one.surplus.length,
    0,
  );
}

/** Notes every difference in the outbox and drains it: repair is the ordinary sync. @returns documents repaired */
export async function repairIndexes(
  db: PrismaClient,
  engine: SearchEngine,
  differences: readonly KindDifference[],
): Promise<number> {
  const data = differences.flatMap((one) =>
    [...one.missing, ...one.stale, ...one.surplus].map((documentId) => ({
      index: one.kind,
      documentId,
    })),
  );
  for (let i = 0; i < data.length; i += 5_000) {
    await db.searchOutbox.createMany({ data: data.slice(i, i + 5_000) });
  }
  await drainOutbox(db, engine);
  return data.length;
}
