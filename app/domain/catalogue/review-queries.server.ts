import { Prisma } from "#prisma/client/client";
import type { Actor } from "~/domain/identity/actor";
import { officeRegions } from "~/domain/identity/permission-rules";
import { regionPrefix } from "~/domain/identity/region-rules";
import { clock } from "~/domain/shared/clock";
import type { Db, DbOrTx } from "~/platform/db.server";
import type { ListingRef } from "./listing";
import { KIND, type ListingKind } from "./listing-kind-rules";

export type QueueRow = {
  kind: ListingKind;
  id: string;
  number: number;
  title: string;
  organisationName: string;
  regionCode: string | null;
  submittedAt: Date | null;
  dueAt: Date | null;
  /** How often it has been submitted. */
  round: number;
};

/** SQL that holds for regions of the actor's seats; false when there is no seat. */
function inRegions(actor: Actor): Prisma.Sql {
  const regions = officeRegions(actor, ["REVIEWER", "MARKET_OPERATOR"]);
  if (regions.includes(null)) return Prisma.sql`TRUE`;
  const patterns = regions.flatMap((code) => (code === null ? [] : [`${regionPrefix(code)}%`]));
  if (patterns.length === 0) return Prisma.sql`FALSE`;
  return Prisma.sql`coalesce(l."regionCode", o."regionCode") LIKE ANY(${patterns}::text[])`;
}

function waiting(kind: ListingKind, actor: Actor): Prisma.Sql {
  return Prisma.sql`
    SELECT ${kind}::text AS kind, l.id, l.number, l.title, o."legalName" AS "organisationName",
           coalesce(l."regionCode", o."regionCode") AS "regionCode", l."submittedAt"
    FROM ${Prisma.raw(`"${KIND[kind].table}"`)} l
    JOIN "Organisation" o ON o.id = l."organisationId"
    WHERE l.state = 'MARKET_REVIEW' AND ${inRegions(actor)}`;
}

/** Listings that wait for a decision in the reviewer's regions, longest waiting first. */
export async function listReviewQueue(
  db: Db,
  actor: Actor,
  input: { kind?: ListingKind | undefined; skip: number; take: number },
): Promise<{ rows: QueueRow[]; counts: Record<ListingKind, number>; overdue: number }> {
  const kinds: ListingKind[] = input.kind ? [input.kind] : ["achievement", "need"];
  const source = Prisma.join(
    kinds.map((kind) => waiting(kind, actor)),
    " UNION ALL ",
  );
  const everything = Prisma.join(
    [waiting("achievement", actor), waiting("need", actor)],
    " UNION ALL ",
  );
  const due = Prisma.sql`
    LEFT JOIN LATERAL (
      SELECT "dueAt" FROM "ProcedureClock"
      WHERE procedure = 'listing' AND "subjectId" = q.id AND clock = 'marketReview'
      ORDER BY "startedAt" DESC LIMIT 1) c ON TRUE`;
  const [rows, totals] = await Promise.all([
    db.$queryRaw<QueueRow[]>`
      SELECT q.*, c."dueAt",
             (SELECT count(*)::int FROM "ProcedureMove" m
              WHERE m.procedure = 'listing' AND m."subjectId" = q.id AND m.move = 'submit') AS round
      FROM (${source}) q ${due}
      ORDER BY q."submittedAt" NULLS FIRST, q.id
      LIMIT ${input.take} OFFSET ${input.skip}`,
    db.$queryRaw<{ kind: ListingKind; total: number; overdue: number }[]>`
      SELECT q.kind, count(*)::int AS total,
             (count(*) FILTER (WHERE c."dueAt" < ${clock.now()}))::int AS overdue
      FROM (${everything}) q ${due} GROUP BY q.kind`,
  ]);
  const countOf = (kind: ListingKind) => totals.find((one) => one.kind === kind)?.total ?? 0;
  return {
    rows,
    counts: { achievement: countOf("achievement"), need: countOf("need") },
    overdue: totals.reduce((sum, one) => sum + one.overdue, 0),
  };
}

export type ChangeRow = {
  kind: ListingKind;
  id: string;
  title: string;
  organisationName: string;
  state: string;
  number: number;
  note: string;
  at: Date;
};

function changes(kind: ListingKind, actor: Actor): Prisma.Sql {
  return Prisma.sql`
    SELECT ${kind}::text AS kind, l.id, l.title, o."legalName" AS "organisationName", l.state,
           v.number, v.note, v."createdAt" AS at
    FROM "ListingVersion" v
    JOIN ${Prisma.raw(`"${KIND[kind].table}"`)} l ON l.id = v.${Prisma.raw(`"${KIND[kind].foreignKey}"`)}
    JOIN "Organisation" o ON o.id = l."organisationId"
    WHERE v.number > 1 AND v."changedById" IS NOT NULL AND v.note <> '' AND ${inRegions(actor)}`;
}

/** Changes made after publication in the reviewer's regions, newest first. */
export function listPublishedChanges(
  db: Db,
  actor: Actor,
  input: { skip: number; take: number },
): Promise<ChangeRow[]> {
  return db.$queryRaw<ChangeRow[]>`
    SELECT * FROM (${changes("achievement", actor)} UNION ALL ${changes("need", actor)}) q
    ORDER BY q.at DESC, q.id LIMIT ${input.take} OFFSET ${input.skip}`;
}

export type ReviewCommentRow = {
  id: string;
  round: number;
  field: string;
  message: string;
  createdAt: Date;
  isResolved: boolean;
};

/** Comments on the fields of a listing, last round first. */
export async function listReviewComments(db: DbOrTx, ref: ListingRef): Promise<ReviewCommentRow[]> {
  const rows = await db.reviewComment.findMany({
    where: { [KIND[ref.kind].foreignKey]: ref.id },
    orderBy: [{ round: "desc" }, { createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, round, field, message, createdAt, resolvedAt }) => ({
    id,
    round,
    field,
    message,
    createdAt,
    isResolved: resolvedAt !== null,
  }));
}
