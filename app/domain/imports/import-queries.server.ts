import type { Actor } from "~/domain/identity/actor";
import { assertCan, can } from "~/domain/identity/permission-rules";
import { assertFound } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { Db } from "~/platform/db.server";
import type { Storage } from "~/platform/storage-contract";
import type { ColumnMapping } from "./import-field-rules";
import { ISSUES_SHOWN } from "./import-limits";
import type { ImportRunState } from "./import-run-procedure";
import type { SourceFormat } from "./source-format";
import { previewSource } from "./source-rows.server";
import { storedSource } from "./stored-source.server";

/** A run as pages and the command show it. @throws DomainError "not_found" */
export async function getImportRun(db: Db, runId: string) {
  const run = assertFound(
    isId(runId)
      ? await db.importRun.findUnique({
          where: { id: runId },
          include: { organisation: { select: { id: true, legalName: true, regionCode: true } } },
        })
      : null,
  );
  return {
    ...run,
    // A check constraint holds the column to the procedure's states.
    state: run.state as ImportRunState,
    format: run.format as SourceFormat,
    mapping: run.mapping as ColumnMapping,
  };
}

export type ImportRunView = Awaited<ReturnType<typeof getImportRun>>;

/** The same for a person, who must be allowed to import for its organisation. */
export async function getOwnImportRun(db: Db, runId: string, actor: Actor): Promise<ImportRunView> {
  const run = await getImportRun(db, runId);
  const { id: organisationId, regionCode } = run.organisation;
  assertCan(actor, "listing.import", { organisationId, regionCode });
  return run;
}

const PAGE = 20;

/** Runs that an actor may see, newest first. */
export async function listImportRuns(db: Db, actor: Actor, page: number) {
  const isOperator = can(actor, "organisation.trust-import", {});
  const own = actor.kind === "USER" ? actor.memberships.map((one) => one.organisationId) : [];
  const where = isOperator ? {} : { organisationId: { in: own } };
  const [runs, total] = await Promise.all([
    db.importRun.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * PAGE,
      take: PAGE,
      include: { organisation: { select: { legalName: true } } },
    }),
    db.importRun.count({ where }),
  ]);
  return {
    runs: runs.map((run) => ({ ...run, state: run.state as ImportRunState })),
    total,
    pages: Math.max(Math.ceil(total / PAGE), 1),
  };
}

/** Organisations that an actor may import for: own ones with the right, all for an operator. */
export async function listImportTargets(db: Db, actor: Actor) {
  if (actor.kind !== "USER") return [];
  const own = actor.memberships
    .filter((one) => can(actor, "listing.import", { organisationId: one.organisationId }))
    .map((one) => one.organisationId);
  const isOperator = can(actor, "organisation.trust-import", {});
  return db.organisation.findMany({
    where: isOperator ? { state: { in: ["VERIFIED", "RECHECK"] } } : { id: { in: own } },
    orderBy: { legalName: "asc" },
    take: 500,
    select: { id: true, legalName: true, trustedImport: true },
  });
}

/** One page of a run's issues, by row. */
export async function listIssues(db: Db, runId: string, page: number) {
  const where = { runId };
  const [issues, total] = await Promise.all([
    db.importIssue.findMany({
      where,
      orderBy: [{ row: "asc" }, { id: "asc" }],
      skip: (page - 1) * ISSUES_SHOWN,
      take: ISSUES_SHOWN,
    }),
    db.importIssue.count({ where }),
  ]);
  return {
    issues: issues.map(({ id, ...issue }) => ({ ...issue, id: id.toString() })),
    total,
    pages: Math.max(Math.ceil(total / ISSUES_SHOWN), 1),
  };
}

/** Issues of a run counted by column and kind, the most frequent first. */
export async function summariseIssues(db: Db, runId: string) {
  const groups = await db.importIssue.groupBy({
    by: ["severity", "column", "code"],
    where: { runId },
    _count: { _all: true },
    _min: { row: true },
  });
  return groups
    .map((group) => ({
      severity: group.severity,
      column: group.column,
      code: group.code,
      count: group._count._all,
      firstRow: group._min.row ?? 0,
    }))
    .sort((a, b) => b.count - a.count)
    .slice(0, 30);
}

/** Headings and first rows of a run's file. */
export async function previewRun(db: Db, run: ImportRunView, storage: Storage) {
  const file = assertFound(
    await db.storedFile.findUnique({ where: { id: run.fileId }, select: { storageKey: true } }),
  );
  return previewSource(storedSource(storage, file.storageKey, run.format), 3);
}
