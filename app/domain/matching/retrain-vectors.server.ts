import type { Prisma } from "#prisma/client/client";
import { BUILT_IN_VERSION, loadBuiltInTable } from "#search/match/vectors/built-in";
import { type CatalogueTexts, prepareCatalogue } from "#search/match/vectors/catalogue-texts";
import { checkTable, type TableCheck, TOLERANCE } from "#search/match/vectors/check-table";
import { readNeedLines } from "#search/match/vectors/corpus";
import { extendTable } from "#search/match/vectors/extend-table";
import { checksumOf, writeTable } from "#search/match/vectors/table";
import { withTrainingLock } from "#search/sync/lock";
import { countTrainingTexts, loadTrainingTexts } from "#search/sync/training-texts";
import { appendAudit } from "~/domain/audit/append-audit.server";
import type { Actor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { getStorage } from "~/platform/storage.server";
import { modelParts } from "~/platform/vectors.server";
import { removeOldTables } from "./remove-old-tables.server";
import { type VectorChecks, vectorRecipeSchema } from "./vector-table-schema";

/** Share of the catalogue that must have changed since the last training. */
const LEAST_CHANGE = 0.05;

export type Retraining =
  | { readonly outcome: "unchanged" | "too-small" }
  | {
      readonly outcome: "kept" | "refused";
      readonly version: string;
      readonly checks: VectorChecks;
    };

/**
 * Continues the shipped word vectors on what the market publishes and puts the result to work if the
 * built-in check finds it no worse than the table at work. Takes minutes of one core without a pause:
 * for a process of its own. Also where an embedding address is configured, because the table still
 * says which words are near each other.
 *
 * Killed at any point it leaves the table at work as it is: the file is complete before the row says
 * that it is kept, and what lies about without that word is removed by the next run.
 * @throws DomainError "forbidden" (403)
 * @throws TrainingRunning while another one is under way
 */
export async function retrainVectors(
  { isForced }: { isForced: boolean },
  actor: Actor,
  db: Db,
): Promise<Retraining> {
  assertCan(actor, "match.operate");
  return withTrainingLock(db, async () => {
    await removeOldTables(db);
    const now = clock.now();
    const { table: versionAtWork } = await modelParts.wanted();
    const listings = await countListings(versionAtWork, isForced, db);
    if (listings === null) return { outcome: "unchanged" };
    const [base, atWork] = await Promise.all([loadBuiltInTable(), modelParts.table(versionAtWork)]);
    const catalogue = prepareCatalogue(await loadTrainingTexts(db), base);
    if (catalogue === null) return { outcome: "too-small" };
    const version = `catalogue-${now.toISOString().slice(0, 19).replace(/[-:]/g, "").toLowerCase()}`;
    const table = extendTable(base, catalogue, version, now.toISOString().slice(0, 10));
    const check = checkTable(atWork, table, catalogue, await readNeedLines());
    const checks = namedChecks(check, versionAtWork, version, catalogue);
    const file = writeTable(table);
    const row = {
      version,
      dimensions: table.dimensions,
      units: table.rowOf.size,
      bytes: file.length,
      checksum: checksumOf(file),
      recipe: {
        ...table.recipe,
        sources: table.recipe.sources.map((source) => ({ ...source })),
        base: base.version,
        listings,
        texts: catalogue.texts.length,
      },
      checks,
      createdAt: now,
    };
    if (check.isKept) await putToWork(row, file, actor, db);
    else await noteRefusal(row, actor, db);
    return { outcome: check.isKept ? "kept" : "refused", version, checks };
  });
}

type NewTable = Omit<Prisma.VectorTableCreateInput, "checks" | "storageKey" | "isKept"> & {
  checks: VectorChecks;
};

/** Number of public listings; null when too few have changed since the last training, kept or not. */
async function countListings(
  versionAtWork: string,
  isForced: boolean,
  db: Db,
): Promise<number | null> {
  const [last, supposed] = await Promise.all([
    db.vectorTable.findFirst({ orderBy: { createdAt: "desc" } }),
    db.vectorTable.findFirst({ where: { isKept: true, retiredAt: null } }),
  ]);
  const { listings, changed } = await countTrainingTexts(db, last?.createdAt ?? new Date(0));
  const recipe = vectorRecipeSchema.safeParse(last?.recipe);
  if (isForced || last === null || !recipe.success) return listings;
  // Another release ships another table, and a restored database may have lost the file.
  const isOutdated = recipe.data.base !== BUILT_IN_VERSION;
  const isLost = supposed !== null && supposed.version !== versionAtWork;
  const change = Math.max(changed, Math.abs(listings - recipe.data.listings));
  const hasChanged = change >= LEAST_CHANGE * recipe.data.listings;
  return isOutdated || isLost || hasChanged ? listings : null;
}

function namedChecks(
  check: TableCheck,
  versionAtWork: string,
  version: string,
  { keptOut }: CatalogueTexts,
): VectorChecks {
  return {
    atWork: { version: versionAtWork, ...check.atWork },
    candidate: { version, ...check.candidate },
    tolerance: TOLERANCE,
    asked: keptOut.size,
  };
}

/** The row names the file before there is one, so that a file never lies about unknown. */
async function putToWork(row: NewTable, file: Buffer, actor: Actor, db: Db): Promise<void> {
  const { version, checks } = row;
  const storageKey = `vectors/${version}.bin`;
  await db.vectorTable.create({ data: { ...row, storageKey, isKept: false } });
  await getStorage().putFile(storageKey, file, "application/octet-stream");
  await inTransaction(db, async (tx) => {
    await tx.vectorTable.updateMany({
      where: { isKept: true, retiredAt: null },
      data: { retiredAt: clock.now() },
    });
    await tx.vectorTable.update({ where: { version }, data: { isKept: true } });
    // Notices that another table is wanted and makes the index anew, still in this night.
    await enqueueJob(tx, "search.ensure", {}, { key: "search.ensure" });
    await appendAudit(tx, actor, {
      action: "match.vectors-keep",
      subjectType: "VectorTable",
      subjectId: version,
      detail: { checks },
    });
  });
}

async function noteRefusal(row: NewTable, actor: Actor, db: Db): Promise<void> {
  const { version, checks } = row;
  await inTransaction(db, async (tx) => {
    await tx.vectorTable.create({ data: { ...row, storageKey: "", isKept: false } });
    await appendAudit(tx, actor, {
      action: "match.vectors-refuse",
      subjectType: "VectorTable",
      subjectId: version,
      detail: { checks },
    });
  });
}
