import { readFile } from "node:fs/promises";
import path from "node:path";
import recipe from "./built-in.json";
import { checksumOf, readTable, type VectorTable } from "./table";

/** Name and first digits of the checksum: an index made with another file is known to be another's. */
export const BUILT_IN_VERSION = `${recipe.version}.${recipe.checksum.slice(0, 8)}`;

/** Relative to the folder of the installation, where every process of it starts. */
export const BUILT_IN_FILE = path.join("search", "match", "vectors", "built-in.bin");

let loaded: Promise<VectorTable> | undefined;

/** The table that is shipped. @throws Error when the file is missing or not the one of the recipe */
export function loadBuiltInTable(): Promise<VectorTable> {
  loaded ??= read().catch((error) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

async function read(): Promise<VectorTable> {
  const file = await readFile(BUILT_IN_FILE);
  if (checksumOf(file) !== recipe.checksum) {
    throw new Error(`${BUILT_IN_FILE} is not the file that its recipe names`);
  }
  return { ...readTable(file), version: BUILT_IN_VERSION };
}
