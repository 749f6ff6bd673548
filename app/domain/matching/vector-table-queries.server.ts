import { loadBuiltInTable } from "#search/match/vectors/built-in";
import { LEAST_LISTINGS } from "#search/match/vectors/catalogue-texts";
import { TOLERANCE } from "#search/match/vectors/check-table";
import type { Actor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import type { Db } from "~/platform/db.server";
import { modelParts } from "~/platform/vectors.server";
import { vectorChecksSchema, vectorRecipeSchema } from "./vector-table-schema";
import type { TrainedTable, VectorTablesView } from "./vector-table-view";

const SHOWN = 8;

/**
 * The table of word vectors at work and those trained last, with what the built-in check found.
 * @throws DomainError "forbidden" (403)
 */
export async function readVectorTables(actor: Actor, db: Db): Promise<VectorTablesView> {
  assertCan(actor, "match.operate");
  const { table: version } = await modelParts.wanted();
  const [shipped, rows, row] = await Promise.all([
    loadBuiltInTable(),
    // A row that names a file and is not kept is being made.
    db.vectorTable.findMany({
      where: { OR: [{ isKept: true }, { storageKey: "" }] },
      orderBy: { createdAt: "desc" },
      take: SHOWN,
    }),
    db.vectorTable.findUnique({ where: { version } }),
  ]);
  const trained = rows.map((one): TrainedTable => {
    const state = one.isKept ? "retired" : "refused";
    return {
      version: one.version,
      at: one.createdAt.toISOString(),
      texts: vectorRecipeSchema.parse(one.recipe).texts,
      state: one.version === version ? "at-work" : state,
      checks: vectorChecksSchema.parse(one.checks),
    };
  });
  const recipe = row && vectorRecipeSchema.parse(row.recipe);
  return {
    atWork: {
      version,
      isShipped: row === null,
      since: row?.createdAt.toISOString() ?? null,
      base: recipe?.base ?? shipped.version,
      texts: recipe?.texts ?? shipped.recipe.sources.reduce((sum, one) => sum + one.texts, 0),
      units: row?.units ?? shipped.rowOf.size,
      checks: row && vectorChecksSchema.parse(row.checks),
    },
    trained,
    leastListings: LEAST_LISTINGS,
    tolerance: TOLERANCE,
  };
}
