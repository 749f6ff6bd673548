import type { Actor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { Db } from "~/platform/db.server";

const PAGE = 50;

export type AuditFilter = {
  subjectType: string | null;
  subjectId: string | null;
  actorUserId: string | null;
  /** Sequence number before which the page begins; null for the newest. */
  before: bigint | null;
};

/** Reads the filter of the page's address. @throws DomainError "not_an_id" at the field */
export function readAuditFilter(params: URLSearchParams): AuditFilter {
  const text = (name: string) => params.get(name)?.replaceAll("\u0000", "").trim() || null;
  const actorUserId = text("actor");
  if (actorUserId !== null && !isId(actorUserId)) {
    throw new DomainError("not_an_id", { field: "actor" });
  }
  const before = text("before");
  return {
    subjectType: text("type")?.slice(0, 60) ?? null,
    subjectId: text("subject")?.slice(0, 60) ?? null,
    actorUserId,
    before: before !== null && /^\d{1,18}$/.test(before) ? BigInt(before) : null,
  };
}

/**
 * A page of the audit record, newest first, with the names of those who acted. Operators only.
 * @throws DomainError "forbidden" (403)
 */
export async function listAuditEvents(filter: AuditFilter, actor: Actor, db: Db) {
  assertCan(actor, "audit.view");
  const where = {
    ...(filter.subjectType ? { subjectType: filter.subjectType } : {}),
    ...(filter.subjectId ? { subjectId: filter.subjectId } : {}),
    ...(filter.actorUserId ? { actorUserId: filter.actorUserId } : {}),
    ...(filter.before === null ? {} : { sequence: { lt: filter.before } }),
  };
  const [rows, head] = await Promise.all([
    db.auditEvent.findMany({ where, orderBy: { sequence: "desc" }, take: PAGE + 1 }),
    db.auditEvent.findFirst({ orderBy: { sequence: "desc" }, select: { sequence: true } }),
  ]);
  const shown = rows.slice(0, PAGE);
  const users = await db.user.findMany({
    where: { id: { in: [...new Set(shown.flatMap((row) => row.actorUserId ?? []))] } },
    select: { id: true, name: true },
  });
  const names = new Map(users.map((user) => [user.id, user.name]));
  return {
    events: shown.map((row) => ({
      sequence: row.sequence.toString(),
      at: row.at,
      action: row.action,
      actorKind: row.actorKind,
      actorUserId: row.actorUserId,
      actorName: row.actorUserId ? (names.get(row.actorUserId) ?? null) : null,
      subjectType: row.subjectType,
      subjectId: row.subjectId,
      detail: JSON.stringify(row.detail),
      hash: row.hash,
    })),
    next: rows.length > PAGE ? (shown.at(-1)?.sequence.toString() ?? null) : null,
    headSequence: head?.sequence.toString() ?? "0",
  };
}

/** Kinds of subject that the record knows, for the filter. */
export async function listSubjectTypes(db: Db): Promise<string[]> {
  // A walk over the index from one value to the next: a record of millions has a dozen kinds.
  const rows = await db.$queryRaw<{ type: string }[]>`
    WITH RECURSIVE kinds AS (
      (SELECT "subjectType" AS type FROM "AuditEvent" ORDER BY "subjectType" LIMIT 1)
      UNION ALL
      SELECT (SELECT "subjectType" FROM "AuditEvent" WHERE "subjectType" > k.type
        ORDER BY "subjectType" LIMIT 1)
      FROM kinds k WHERE k.type IS NOT NULL)
    SELECT type FROM kinds WHERE type IS NOT NULL`;
  return rows.map((row) => row.type);
}
