import { can } from "~/domain/identity/permission-rules";
import { conditionOf } from "~/domain/shared/procedure/condition";
import type { Conduct } from "~/domain/shared/procedure/conduct";
import type { Tx } from "~/platform/db.server";
import { requiredFieldsOf } from "./import-field-rules";
import { importRunProcedure } from "./import-run-procedure";
import { cleanMapping } from "./mapping-rules";

type States = (typeof importRunProcedure.states)[number];
type Moves = keyof typeof importRunProcedure.moves;
type Relations = (typeof importRunProcedure.relations)[number];

async function load(tx: Tx, ids: readonly string[]) {
  return tx.importRun.findMany({
    where: { id: { in: [...ids] } },
    include: { organisation: { select: { regionCode: true } } },
  });
}

type Subject = Awaited<ReturnType<typeof load>>[number];

/** How the procedure of import runs is carried out on the table ImportRun. */
export const importRunConduct: Conduct<
  Subject,
  States,
  Moves,
  Relations,
  "mapped" | "was-dry-run",
  never
> = {
  procedure: importRunProcedure,
  table: "ImportRun",
  load,
  relations(actor, run) {
    if (actor.kind === "SYSTEM") return new Set<Relations>(["market", "importer"]);
    const isImporter = can(actor, "listing.import", {
      organisationId: run.organisationId,
      regionCode: run.organisation.regionCode,
    });
    return new Set<Relations>(isImporter ? ["importer"] : []);
  },
  conditions: {
    mapped: ({ subject }) => {
      const mapping = subject.mapping as Record<string, unknown>;
      const headings = Object.values(mapping).filter(
        (one): one is string => typeof one === "string",
      );
      const clean = cleanMapping(mapping, headings, subject.kind);
      const missing = requiredFieldsOf(subject.kind).filter((field) => !clean[field]);
      return conditionOf(missing.length === 0, {
        inputs: { missing },
        formula: "every required field has a column",
        source: "market rule: import",
        code: "import_mapping_incomplete",
      });
    },
    "was-dry-run": ({ subject }) =>
      conditionOf(subject.isDryRun, {
        inputs: { isDryRun: subject.isDryRun },
        formula: "isDryRun",
        source: "market rule: import",
        code: "wrong_state",
      }),
  },
};
