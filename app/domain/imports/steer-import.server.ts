import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import { isId } from "~/domain/shared/ids";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db, Tx } from "~/platform/db.server";
import type { ColumnMapping } from "./import-field-rules";
import { importRunConduct } from "./import-run-conduct.server";
import { importJobKey } from "./run-import.server";

/** The run, locked; the actor must still be allowed to import. @throws "not_found", "forbidden" */
async function lockRun(tx: Tx, runId: string, actor: UserActor) {
  assertFound(isId(runId) ? runId : null);
  await tx.$queryRaw`SELECT id FROM "ImportRun" WHERE id = ${runId}::uuid FOR UPDATE`;
  const run = assertFound(
    await tx.importRun.findUnique({
      where: { id: runId },
      include: { organisation: { select: { regionCode: true } } },
    }),
  );
  assertCan(actor, "listing.import", {
    organisationId: run.organisationId,
    regionCode: run.organisation.regionCode,
  });
  return run;
}

const ZERO = {
  cursor: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  rejected: 0,
  startedAt: null,
  finishedAt: null,
  failure: null,
  cancelRequestedAt: null,
};

/**
 * Reads the whole file without writing a listing, to see what would happen.
 * @throws DomainError "import_mapping_incomplete", "wrong_state"
 */
export async function queueDryRun(
  runId: string,
  mapping: ColumnMapping,
  actor: UserActor,
  db: Db,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const run = await lockRun(tx, runId, actor);
    if (run.state !== "MAPPING") throw new DomainError("wrong_state", { status: 409 });
    await tx.importIssue.deleteMany({ where: { runId } });
    await tx.importRun.update({ where: { id: runId }, data: { ...ZERO, mapping, isDryRun: true } });
    await enqueueJob(tx, "imports.run", { runId }, { key: importJobKey(runId) });
    await advance(tx, importRunConduct, runId, "queue", actor);
  });
}

/** Lets a dry run that has ended write its listings. @throws DomainError "wrong_state" */
export async function commitImport(runId: string, actor: UserActor, db: Db): Promise<void> {
  await inTransaction(db, async (tx) => {
    const run = await lockRun(tx, runId, actor);
    await enqueueJob(tx, "imports.run", { runId }, { key: importJobKey(runId) });
    await advance(tx, importRunConduct, runId, "commit", actor, { rejected: run.rejected });
    await tx.importIssue.deleteMany({ where: { runId } });
    await tx.importRun.update({ where: { id: runId }, data: { ...ZERO, isDryRun: false } });
  });
}

/** Back to the columns after a dry run. @throws DomainError "wrong_state" */
export async function remapImport(runId: string, actor: UserActor, db: Db): Promise<void> {
  await inTransaction(db, async (tx) => {
    await lockRun(tx, runId, actor);
    await advance(tx, importRunConduct, runId, "remap", actor);
  });
}

/**
 * Ends a run. One that is being read stops after the batch in hand; what was written stays, because
 * a second import of the same file finds it again.
 */
export async function cancelImport(runId: string, actor: UserActor, db: Db): Promise<void> {
  await inTransaction(db, async (tx) => {
    const run = await lockRun(tx, runId, actor);
    if (run.state !== "RUNNING") {
      await tx.importRun.update({ where: { id: runId }, data: { finishedAt: clock.now() } });
      await advance(tx, importRunConduct, runId, "cancel", actor);
      return;
    }
    if (run.cancelRequestedAt) return;
    await tx.importRun.update({ where: { id: runId }, data: { cancelRequestedAt: clock.now() } });
    await appendAudit(tx, actor, {
      action: "imports.run.cancel-requested",
      subjectType: "ImportRun",
      subjectId: runId,
    });
  });
}
