import { setImmediate as nextTurn } from "node:timers/promises";
import { systemActor, type UserActor } from "~/domain/identity/actor";
import { findActorById } from "~/domain/identity/actor-queries.server";
import { assertCan } from "~/domain/identity/permission-rules";
import { calendarDate, clock } from "~/domain/shared/clock";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import { errorCode } from "~/domain/shared/error-code";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db, Tx } from "~/platform/db.server";
import type { Storage } from "~/platform/storage-contract";
import { loadCodes } from "./code-index.server";
import {
  type BatchCounts,
  type BatchIssue,
  type BatchRun,
  importBatch,
} from "./import-batch.server";
import type { ColumnMapping } from "./import-field-rules";
import { IMPORT_LIMITS } from "./import-limits";
import { importRunConduct } from "./import-run-conduct.server";
import type { Codes } from "./read-row-rules";
import type { SourceFormat } from "./source-format";
import { readSourceRows, type Source, type SourceRow } from "./source-rows.server";
import { storedSource } from "./stored-source.server";

/** Rows of one transaction: large enough to be quick, small enough to lose little at a kill. */
const BATCH = 100;
const BATCH_TIMEOUT_MS = 60_000;
const market = systemActor("import");

export type RunOptions = {
  storage: Storage;
  /** The job hands over to a fresh one after this time, so that no worker is held for minutes. */
  budgetMs?: number;
};

export type RunOutcome = "done" | "more" | "stopped";

/** Job key of a run: one waiting job at most. */
export function importJobKey(runId: string): string {
  return `imports.run:${runId}`;
}

/**
 * Reads on in the file of a run from where the last batch ended. May be called twice at once or
 * after a kill: each batch locks the run and checks that nobody was quicker.
 * @returns "more" when the time was up before the file, "stopped" when the run was cancelled or is
 * in other hands
 */
export async function runImport(
  runId: string,
  db: Db,
  { storage, budgetMs = 30_000 }: RunOptions,
): Promise<RunOutcome> {
  const run = await db.importRun.findUnique({
    where: { id: runId },
    include: { organisation: { select: { regionCode: true } } },
  });
  if (!run || (run.state !== "QUEUED" && run.state !== "RUNNING")) return "stopped";
  try {
    const file = assertFound(
      await db.storedFile.findUnique({ where: { id: run.fileId }, select: { storageKey: true } }),
    );
    const source = storedSource(storage, file.storageKey, run.format as SourceFormat);
    const actor = await importerOf(db, run);
    if (run.state === "QUEUED") {
      const totalRows = await countRows(source);
      await inTransaction(db, async (tx) => {
        // Another worker may have started it while this one was counting.
        if ((await lockState(tx, runId)).state !== "QUEUED") return;
        await tx.importRun.update({
          where: { id: runId },
          data: { totalRows, startedAt: clock.now() },
        });
        await advance(tx, importRunConduct, runId, "start", market);
      });
    }
    const batchRun: BatchRun = {
      id: run.id,
      kind: run.kind,
      organisationId: run.organisationId,
      source: run.source,
      mapping: run.mapping as ColumnMapping,
      isDryRun: run.isDryRun,
      publish: run.publish,
      defaultRegion: run.organisation.regionCode,
    };
    return await readOn(db, batchRun, source, actor, run.cursor, budgetMs);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    await failRun(db, runId, errorCode(error.code, error.params));
    return "stopped";
  }
}

/** The person who started the run, with the rights as they are now. */
async function importerOf(
  db: Db,
  run: { startedById: string; organisationId: string; organisation: { regionCode: string } },
): Promise<UserActor> {
  const actor = await findActorById(db, {
    userId: run.startedById,
    sessionId: "",
    actingOrganisationId: run.organisationId,
  });
  assertCan(actor, "listing.import", {
    organisationId: run.organisationId,
    regionCode: run.organisation.regionCode,
  });
  return actor as UserActor;
}

async function countRows(source: Source): Promise<number> {
  let count = 0;
  for await (const _ of readSourceRows(source)) {
    count += 1;
    if (count > IMPORT_LIMITS.rows) {
      throw new DomainError("import_too_many_rows", { params: { max: IMPORT_LIMITS.rows } });
    }
    if (count % 500 === 0) await nextTurn();
  }
  if (count === 0) throw new DomainError("import_file_empty");
  return count;
}

async function readOn(
  db: Db,
  run: BatchRun,
  source: Source,
  actor: UserActor,
  from: number,
  budgetMs: number,
): Promise<RunOutcome> {
  const codes = await loadCodes(db);
  const today = calendarDate(clock.now());
  const seen = new Set<string>();
  const endsAt = performance.now() + budgetMs;
  let cursor = from;
  let batch: SourceRow[] = [];
  const idColumn = run.mapping.externalId ?? "";
  const flush = async (): Promise<boolean> => {
    const rows = batch;
    batch = [];
    const last = rows.at(-1)?.number ?? cursor;
    const goesOn = await writeBatch(db, run, rows, cursor, { actor, codes, today, seen });
    cursor = last;
    return goesOn;
  };
  for await (const row of readSourceRows(source)) {
    if (row.number <= from) {
      // Rows of earlier turns are read again for their ids only.
      const id = row.cells[idColumn]?.trim();
      if (id) seen.add(id);
      continue;
    }
    batch.push(row);
    if (batch.length < BATCH) continue;
    if (!(await flush())) return "stopped";
    await nextTurn();
    if (performance.now() > endsAt) return "more";
  }
  if (batch.length > 0 && !(await flush())) return "stopped";
  return inTransaction(db, async (tx) => {
    const now = await lockState(tx, run.id);
    if (now.state !== "RUNNING" || now.cursor !== cursor) return "stopped";
    await tx.importRun.update({ where: { id: run.id }, data: { finishedAt: clock.now() } });
    await advance(tx, importRunConduct, run.id, "finish", market);
    return "done";
  });
}

/** The run as it is now, locked until the transaction ends: a second worker waits here. */
async function lockState(tx: Tx, runId: string) {
  await tx.$queryRaw`SELECT id FROM "ImportRun" WHERE id = ${runId}::uuid FOR UPDATE`;
  return tx.importRun.findUniqueOrThrow({
    where: { id: runId },
    select: { state: true, cursor: true, cancelRequestedAt: true },
  });
}

/** @returns false when the run was cancelled or another worker has read these rows */
async function writeBatch(
  db: Db,
  run: BatchRun,
  rows: readonly SourceRow[],
  cursor: number,
  context: { actor: UserActor; codes: Codes; today: string; seen: Set<string> },
): Promise<boolean> {
  const work = async (tx: Tx): Promise<boolean> => {
    // The cursor tells a second worker that it came second.
    const now = await lockState(tx, run.id);
    if (now.state !== "RUNNING" || now.cursor !== cursor) return false;
    if (now.cancelRequestedAt) {
      await tx.importRun.update({ where: { id: run.id }, data: { finishedAt: clock.now() } });
      await advance(tx, importRunConduct, run.id, "cancel", market);
      return false;
    }
    const ids = new Set(context.seen);
    const { counts, issues } = await importBatch(tx, run, rows, { ...context, seen: ids });
    await record(tx, run.id, rows, counts, issues);
    // Only now: a batch that is tried again must not find its own ids.
    for (const id of ids) context.seen.add(id);
    return true;
  };
  return inTransaction(db, work, { timeoutMs: BATCH_TIMEOUT_MS });
}

async function record(
  tx: Tx,
  runId: string,
  rows: readonly SourceRow[],
  counts: BatchCounts,
  issues: readonly BatchIssue[],
): Promise<void> {
  const known = await tx.importIssue.count({ where: { runId } });
  const room = Math.max(IMPORT_LIMITS.issues - known, 0);
  if (issues.length > 0 && room > 0) {
    await tx.importIssue.createMany({
      data: issues.slice(0, room).map((issue) => ({ runId, ...issue })),
    });
  }
  await tx.importRun.update({
    where: { id: runId },
    data: {
      cursor: rows.at(-1)?.number ?? 0,
      created: { increment: counts.created },
      updated: { increment: counts.updated },
      unchanged: { increment: counts.unchanged },
      rejected: { increment: counts.rejected },
    },
  });
}

async function failRun(db: Db, runId: string, code: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tx.importRun.update({
      where: { id: runId },
      data: { failure: code, finishedAt: clock.now() },
    });
    await advance(tx, importRunConduct, runId, "fail", market, { note: code });
  });
}

/**
 * Wakes runs whose worker died: unfinished, and no job of theirs waits or was taken within the last
 * minutes. Runs that are alive are left alone; a needless wake does no harm.
 */
export async function resumeImports(db: Db): Promise<number> {
  const stuck = await db.$queryRaw<{ id: string }[]>`
    SELECT run.id FROM "ImportRun" run
    WHERE run.state IN ('QUEUED', 'RUNNING')
      AND NOT EXISTS (
        SELECT 1 FROM graphile_worker.jobs job
        WHERE job.key = 'imports.run:' || run.id
          AND job.attempts < job.max_attempts
          AND (job.locked_at IS NULL OR job.locked_at > now() - interval '3 minutes'))`;
  for (const { id } of stuck) {
    await inTransaction(db, (tx) =>
      enqueueJob(tx, "imports.run", { runId: id }, { key: importJobKey(id) }),
    );
  }
  return stuck.length;
}
