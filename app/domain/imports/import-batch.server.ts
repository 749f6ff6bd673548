import { appendAudit } from "~/domain/audit/append-audit.server";
import { canonicalJson } from "~/domain/audit/canonical-json";
import type { AchievementContent } from "~/domain/catalogue/achievement-schema";
import type { Listing } from "~/domain/catalogue/listing";
import type { KindAndContent } from "~/domain/catalogue/listing-content";
import type { ListingKind } from "~/domain/catalogue/listing-kind-rules";
import { loadListings } from "~/domain/catalogue/listing-store.server";
import type { NeedContent } from "~/domain/catalogue/need-schema";
import { publishImported } from "~/domain/catalogue/publish-imported.server";
import type { UserActor } from "~/domain/identity/actor";
import type { Tx } from "~/platform/db.server";
import { contentOfRow } from "./import-content";
import type { ColumnMapping, ImportKind } from "./import-field-rules";
import { type Codes, type RowIssue, readRow } from "./read-row-rules";
import type { SourceRow } from "./source-rows.server";
import { insertListings, updateListings } from "./write-listings.server";

export type BatchRun = {
  id: string;
  kind: ImportKind;
  organisationId: string;
  source: string;
  mapping: ColumnMapping;
  isDryRun: boolean;
  publish: boolean;
  /** Region of listings whose row names none. */
  defaultRegion: string;
};

export type BatchCounts = { created: number; updated: number; unchanged: number; rejected: number };
export type BatchIssue = RowIssue & { row: number };

export type ListingDraft = { externalId: string; next: KindAndContent };

/** States in which an import may still change a listing. */
const OPEN_STATES = new Set(["DRAFT", "CORRECTION", "PUBLISHED", "EXPIRED"]);

/**
 * Reads one batch of rows and, unless it is a dry run, writes it: new listings, changed listings,
 * publication. All in the caller's transaction, with a number of queries that does not grow with
 * the rows that are new.
 * @param seen external ids of all rows before this batch; grows by those of this one
 */
export async function importBatch(
  tx: Tx,
  run: BatchRun,
  rows: readonly SourceRow[],
  context: { actor: UserActor; codes: Codes; today: string; seen: Set<string> },
): Promise<{ counts: BatchCounts; issues: BatchIssue[] }> {
  const issues: BatchIssue[] = [];
  const counts: BatchCounts = { created: 0, updated: 0, unchanged: 0, rejected: 0 };
  const kind: ListingKind = run.kind === "ACHIEVEMENT" ? "achievement" : "need";
  const reads = rows.flatMap((row) => {
    const read = readSourceRow(run, row, context);
    issues.push(...read.issues.map((issue) => ({ ...issue, row: row.number })));
    if (!read.listing) counts.rejected += 1;
    return read.listing ? [{ row: row.number, listing: read.listing }] : [];
  });

  const existing = await findExisting(
    tx,
    kind,
    run.source,
    reads.map(({ listing }) => listing.externalId),
  );
  const fresh: ListingDraft[] = [];
  const changed: { listing: Listing; next: KindAndContent }[] = [];
  for (const { row, listing } of reads) {
    const found = existing.get(listing.externalId);
    const before = found?.content ?? null;
    const next = contentOfRow(listing, before, run.mapping, run.defaultRegion);
    const { externalId } = listing;
    const column = run.mapping.externalId ?? "externalId";
    const refuse = (code: string, severity: RowIssue["severity"]) =>
      issues.push({ row, column, code, value: externalId, severity });
    if (!found) {
      fresh.push({ externalId, next });
      counts.created += 1;
    } else if (found.organisationId !== run.organisationId) {
      refuse("import_owned_by_other", "ERROR");
      counts.rejected += 1;
    } else if (isSame(before, next.content)) {
      counts.unchanged += 1;
    } else if (!OPEN_STATES.has(found.state)) {
      refuse("import_listing_closed", "WARNING");
      counts.unchanged += 1;
    } else if (found.pending) {
      // The owner's unpublished edit is not thrown away for a row of a file.
      refuse("import_owner_editing", "WARNING");
      counts.unchanged += 1;
    } else {
      changed.push({ listing: found, next });
      counts.updated += 1;
    }
  }
  if (run.isDryRun) return { counts, issues };

  const ids = await insertListings(tx, run, kind, fresh, context.actor);
  await updateListings(tx, kind, changed, context.actor, run.id);
  if (run.publish) {
    await publishImported({ kind, ids, source: run.source }, context.actor, tx);
  }
  if (ids.length > 0) {
    await appendAudit(tx, context.actor, {
      action: "imports.batch.written",
      subjectType: "ImportRun",
      subjectId: run.id,
      detail: { firstRow: rows[0]?.number ?? 0, lastRow: rows.at(-1)?.number ?? 0, ...counts },
    });
  }
  return { counts, issues };
}

function readSourceRow(
  run: BatchRun,
  row: SourceRow,
  { codes, today, seen }: { codes: Codes; today: string; seen: Set<string> },
) {
  if (row.fault) {
    const issue: RowIssue = { column: "", code: row.fault, value: "", severity: "ERROR" };
    return { listing: null, issues: [issue] };
  }
  const read = readRow(run.kind, row.cells, run.mapping, codes, today);
  if (!read.listing) return read;
  const { externalId } = read.listing;
  if (seen.has(externalId)) {
    const column = run.mapping.externalId ?? "externalId";
    const issue: RowIssue = {
      column,
      code: "import_duplicate_id",
      value: externalId,
      severity: "ERROR",
    };
    return { listing: null, issues: [...read.issues, issue] };
  }
  seen.add(externalId);
  return read;
}

function isSame(
  before: AchievementContent | NeedContent | null,
  next: AchievementContent | NeedContent,
): boolean {
  return before !== null && canonicalJson(before) === canonicalJson(next);
}

async function findExisting(
  tx: Tx,
  kind: ListingKind,
  source: string,
  externalIds: string[],
): Promise<Map<string, Listing>> {
  const where = { source, externalId: { in: externalIds } };
  const select = { id: true, externalId: true };
  const keys =
    kind === "achievement"
      ? await tx.achievement.findMany({ where, select })
      : await tx.need.findMany({ where, select });
  if (keys.length === 0) return new Map();
  const listings = await loadListings(
    tx,
    kind,
    keys.map((key) => key.id),
  );
  const byId = new Map(listings.map((listing) => [listing.id, listing]));
  return new Map(
    keys.flatMap((key) => {
      const listing = byId.get(key.id);
      return listing && key.externalId !== null ? [[key.externalId, listing] as const] : [];
    }),
  );
}
