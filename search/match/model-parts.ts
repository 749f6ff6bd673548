import { tableSource, type VectorSource } from "./model";
import { BUILT_IN_VERSION, loadBuiltInTable } from "./vectors/built-in";
import type { VectorTable } from "./vectors/table";

/** Where the vectors of an installation come from. */
export interface ModelParts {
  /** What a new index should be made with. */
  wanted(): Promise<{ readonly source: string; readonly table: string }>;
  /** @throws Error for a version that is not kept any more */
  table(version: string): Promise<VectorTable>;
  source(version: string, table: VectorTable): VectorSource;
}

/** The table that is shipped, and nothing else. */
export const BUILT_IN_PARTS: ModelParts = {
  wanted: async () => ({ source: BUILT_IN_VERSION, table: BUILT_IN_VERSION }),
  table: () => loadBuiltInTable(),
  source: (_version, table) => tableSource(table),
};
