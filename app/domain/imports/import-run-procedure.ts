import { defineProcedure } from "~/domain/shared/procedure/procedure";

/**
 * The life of an import run: columns are matched, a dry run reads every row without writing, the
 * owner looks at the errors and then lets it write.
 */
export const importRunProcedure = defineProcedure({
  name: "import-run",
  version: "1",
  initial: "MAPPING",
  states: ["MAPPING", "QUEUED", "RUNNING", "FINISHED", "FAILED", "CANCELLED"],
  relations: ["importer", "market"],
  moves: {
    queue: { from: ["MAPPING"], to: "QUEUED", by: ["importer"], conditions: ["mapped"] },
    start: { from: ["QUEUED"], to: "RUNNING", by: ["market"] },
    finish: { from: ["RUNNING"], to: "FINISHED", by: ["market"] },
    fail: { from: ["QUEUED", "RUNNING"], to: "FAILED", by: ["market"], needsNote: true },
    cancel: {
      from: ["MAPPING", "QUEUED", "RUNNING"],
      to: "CANCELLED",
      by: ["importer", "market"],
    },
    commit: { from: ["FINISHED"], to: "QUEUED", by: ["importer"], conditions: ["was-dry-run"] },
    remap: {
      from: ["FINISHED", "FAILED"],
      to: "MAPPING",
      by: ["importer"],
      conditions: ["was-dry-run"],
    },
  },
  clocks: {},
});

export type ImportRunState = (typeof importRunProcedure.states)[number];
