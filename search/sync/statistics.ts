import type { PrismaClient } from "#prisma/client/client";
import { askEngine, type SearchEngine } from "../engine";
import type { ListingDocument } from "../indexes/listing-document";
import { StatisticsCollector, type StoredStatistics } from "../match/statistics";
import { isMadeBy, loadModel, readModelState, readStatistics } from "./model-state";
import { loadReferences } from "./references";
import { countPublic, loadDocuments, nextIds } from "./rows";

const BATCH = 500;
// The catalogue must have grown or shrunk by this share before its words are counted anew; below
// some thousand listings the table's own counts carry most of the weight.
const DRIFT = 0.1;
const PRIOR_DOCUMENTS = 2_000;

/** Counts the words of the whole catalogue. */
export async function countStatistics(db: PrismaClient): Promise<StoredStatistics> {
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
  return collector.finish();
}

/**
 * Whether the index should be made anew: it has no model yet or was made by another than the one
 * noted, other vectors are wanted, or the catalogue has changed by more than a tenth since its words
 * were counted.
 */
export async function isModelOutdated(db: PrismaClient, engine: SearchEngine): Promise<boolean> {
  return askEngine(async () => {
    const [state, wanted, achievements, needs] = await Promise.all([
      readModelState(engine, "live"),
      engine.models.wanted(),
      countPublic(db, "achievement"),
      countPublic(db, "need"),
    ]);
    const listings = achievements + needs;
    if (state === null) return listings > 0;
    if (state.source !== wanted.source || state.table !== wanted.table) return true;
    const model = await loadModel(engine, "live");
    for (const kind of ["achievement", "need"] as const) {
      if (!(await isMadeBy(engine, kind, model))) return true;
    }
    const { documents } = await readStatistics(engine, state.stamp);
    return Math.abs(listings - documents) > DRIFT * (documents + PRIOR_DOCUMENTS);
  });
}
