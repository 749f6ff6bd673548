import { MeilisearchApiError } from "meilisearch";
import type { SearchEngine } from "../engine";
import { runTask } from "./tasks";

interface StateDocument {
  readonly id: string;
  readonly value: string;
}

/**
 * A small index beside the others that keeps what belongs to the engine's folder and not to the
 * database: fingerprints of settings, word statistics. It can always be made again.
 */
function stateIndex(engine: SearchEngine) {
  return engine.client.index<StateDocument>(`${engine.prefix}search-state`);
}

export async function readState(engine: SearchEngine, id: string): Promise<string | null> {
  try {
    return (await stateIndex(engine).getDocument(id)).value;
  } catch (error) {
    if (error instanceof MeilisearchApiError && error.response.status === 404) return null;
    throw error;
  }
}

export async function writeState(engine: SearchEngine, id: string, value: string): Promise<void> {
  const index = stateIndex(engine);
  // Values are read by key only; without this every word of the statistics would be indexed.
  await runTask(engine, index.updateSettings({ searchableAttributes: ["id"] }));
  await runTask(engine, index.addDocuments([{ id, value }], { primaryKey: "id" }));
}

export async function deleteState(engine: SearchEngine, id: string): Promise<void> {
  await runTask(engine, stateIndex(engine).deleteDocument(id));
}
