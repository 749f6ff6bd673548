import type { PrismaClient } from "#prisma/client/client";
import { askEngine, type SearchEngine } from "../engine";
import type { ListingDocument } from "../indexes/listing-document";
import {
  EMPTY_STATISTICS,
  StatisticsCollector,
  type StoredStatistics,
  type TermStatistics,
  toStatistics,
} from "../match/statistics";
import { loadReferences } from "./references";
import { countPublic, loadDocuments, nextIds } from "./rows";
import { readState, writeState } from "./state";

const KEY = "term-statistics";
const BATCH = 500;
// The catalogue must have grown or shrunk by this share before the statistics are counted anew.
const DRIFT = 0.1;

/** The stored statistics; those of an empty catalogue when none were ever counted. */
export async function readStatistics(engine: SearchEngine): Promise<TermStatistics> {
  const stored = await askEngine(() => readState(engine, KEY));
  return stored === null ? EMPTY_STATISTICS : toStatistics(parseStatistics(stored));
}

/** Counts the whole catalogue and stores the result. */
export async function countStatistics(db: PrismaClient, engine: SearchEngine): Promise<void> {
  const collector = new StatisticsCollector();
  const references = await loadReferences(db);
  for (const kind of ["achievement", "need"] as const) {
    for (let after: string | null = null; ; ) {
      const ids: string[] = await nextIds(db, kind, after, BATCH);
      if (ids.length === 0) break;
      after = ids[ids.length - 1] ?? null;
      for (const document of await loadDocuments(db, kind, ids, references)) {
        const listing = document as ListingDocument;
        collector.add(listing.title, listing.body);
      }
    }
  }
  await storeStatistics(engine, collector.finish());
}

export async function storeStatistics(
  engine: SearchEngine,
  statistics: StoredStatistics,
): Promise<void> {
  await askEngine(() => writeState(engine, KEY, formatStatistics(statistics)));
}

/** Counts anew when the catalogue has changed by more than a tenth since the last count. @returns whether it did */
export async function refreshStatistics(db: PrismaClient, engine: SearchEngine): Promise<boolean> {
  const [stored, achievements, needs] = await Promise.all([
    askEngine(() => readState(engine, KEY)),
    countPublic(db, "achievement"),
    countPublic(db, "need"),
  ]);
  const counted = stored === null ? 0 : parseStatistics(stored).documents;
  if (Math.abs(achievements + needs - counted) <= DRIFT * counted) return false;
  await countStatistics(db, engine);
  return true;
}

/** The number of listings, then one line a unit: the unit, a tab, its frequency. */
function formatStatistics(statistics: StoredStatistics): string {
  const lines = statistics.units.map((unit, i) => `${unit}\t${statistics.frequencies[i] ?? 0}`);
  return [String(statistics.documents), ...lines].join("\n");
}

function parseStatistics(text: string): StoredStatistics {
  const [documents = "0", ...lines] = text.split("\n");
  const units: string[] = [];
  const frequencies: number[] = [];
  for (const line of lines) {
    const [unit, frequency] = line.split("\t");
    if (unit === undefined || frequency === undefined) continue;
    units.push(unit);
    frequencies.push(Number(frequency));
  }
  return { documents: Number(documents), units, frequencies };
}
