import { tableSource, type VectorSource } from "#search/match/model";
import type { ModelParts } from "#search/match/model-parts";
import { BUILT_IN_VERSION, loadBuiltInTable } from "#search/match/vectors/built-in";
import { readTable, type VectorTable } from "#search/match/vectors/table";
import { getDb } from "./db.server";
import { embeddingDimensions, embeddingSource, embeddingVersion } from "./embeddings.server";
import { getStorage } from "./storage.server";

const tables = new Map<string, Promise<VectorTable>>();

/**
 * The vectors of this installation: the shipped table, the one that the market has trained on its own
 * catalogue since, or an embedding address where one is configured.
 */
export const modelParts: ModelParts = {
  async wanted() {
    const trained = await getDb().vectorTable.findFirst({
      where: { isKept: true, retiredAt: null },
      select: { version: true, storageKey: true },
    });
    // A database restored without its files has lost the table: the shipped one takes its place, and
    // as another one is wanted then, the index is built anew.
    const isThere = trained !== null && (await isStored(trained.storageKey));
    const table = isThere ? trained.version : BUILT_IN_VERSION;
    return { source: embeddingVersion() ?? table, table };
  },
  table(version) {
    if (version === BUILT_IN_VERSION) return loadBuiltInTable();
    const known = tables.get(version);
    if (known) return known;
    const read = readTrained(version);
    tables.clear();
    tables.set(version, read);
    read.catch(() => tables.delete(version));
    return read;
  },
  source(version, table) {
    if (version === embeddingVersion()) return embeddingSource(version);
    const dimensions = embeddingDimensions(version);
    // An index whose table is lost is asked with the one there is: its encodings carry another tag, so
    // that nothing is compared until it has been built anew.
    return dimensions === null ? tableSource(table) : silentSource(version, dimensions);
  },
};

/** Stands for an address that is configured no more: until the index is built anew, words alone count. */
function silentSource(version: string, dimensions: number): VectorSource {
  return { version, dimensions, encode: async (listings) => listings.map(() => null) };
}

async function isStored(storageKey: string): Promise<boolean> {
  const stored = await getStorage().readFile(storageKey);
  await stored?.stream.cancel();
  return stored !== null;
}

async function readTrained(version: string): Promise<VectorTable> {
  const row = await getDb().vectorTable.findUnique({ where: { version } });
  // The file of a table that was retired long ago is deleted.
  if (row === null || row.storageKey === "") return loadBuiltInTable();
  const stored = await getStorage().readFile(row.storageKey);
  if (stored === null) return loadBuiltInTable();
  return readTable(new Uint8Array(await new Response(stored.stream).arrayBuffer()));
}
