import { Prisma } from "#prisma/client/client";
import { KIND, LISTING_KINDS, type ListingKind } from "~/domain/catalogue/listing-kind-rules";
import type { UserActor } from "~/domain/identity/actor";
import { can, officeRegions } from "~/domain/identity/permission-rules";
import { regionPrefix } from "~/domain/identity/region-rules";
import { clock } from "~/domain/shared/clock";
import type { Db } from "~/platform/db.server";

const SHOWN = 8;

export type QueueKind = ListingKind | "organisation";

export type QueueItem = {
  kind: QueueKind;
  id: string;
  title: string;
  organisationName: string;
  submittedAt: Date | null;
  dueAt: Date | null;
};

/** A waiting line: its length, its overdue part, its oldest member and the first to be taken. */
export type Queue = {
  kind: QueueKind;
  total: number;
  overdue: number;
  oldestAt: Date | null;
  items: QueueItem[];
};

type Row = QueueItem & { total: number; overdue: number; oldestAt: Date | null };

/** LIKE patterns of the regions that the actor's seats cover; "%" covers the whole market. */
function regionPatterns(actor: UserActor): string[] {
  const regions = officeRegions(actor, ["REVIEWER", "MARKET_OPERATOR"]);
  return regions.map((code) => (code === null ? "%" : `${regionPrefix(code)}%`));
}

function toQueue(kind: QueueKind, rows: readonly Row[]): Queue {
  const [first] = rows;
  return {
    kind,
    total: first?.total ?? 0,
    overdue: first?.overdue ?? 0,
    oldestAt: first?.oldestAt ?? null,
    items: rows.map(({ id, title, organisationName, submittedAt, dueAt }) => ({
      kind,
      id,
      title,
      organisationName,
      submittedAt,
      dueAt,
    })),
  };
}

/** The latest clock of a subject that has not been stopped; one that has fired is overdue. */
const clockOf = (procedure: string, name: string, subject: string) => Prisma.sql`
  LEFT JOIN LATERAL (
    SELECT "dueAt" FROM "ProcedureClock"
    WHERE procedure = ${procedure} AND clock = ${name}
      AND "subjectId" = ${Prisma.raw(subject)} AND "stoppedAt" IS NULL
    ORDER BY "startedAt" DESC LIMIT 1) c ON true`;

const figures = (now: Date) => Prisma.sql`
  count(*) OVER ()::int AS total,
  count(*) FILTER (WHERE "dueAt" < ${now}) OVER ()::int AS overdue,
  min("submittedAt") OVER () AS "oldestAt"`;

async function reviewQueue(
  kind: ListingKind,
  patterns: string[],
  db: Db,
  now: Date,
): Promise<Queue> {
  const table = Prisma.raw(`"${KIND[kind].table}"`);
  const rows = await db.$queryRaw<Row[]>`
    SELECT *, ${figures(now)} FROM (
      SELECT l.id, l.title, o."legalName" AS "organisationName", l."submittedAt", c."dueAt"
      FROM ${table} l JOIN "Organisation" o ON o.id = l."organisationId"
      ${clockOf("listing", "marketReview", "l.id")}
      WHERE l.state = 'MARKET_REVIEW'
        AND coalesce(l."regionCode", o."regionCode") LIKE ANY(${patterns}::text[])) q
    ORDER BY "dueAt" NULLS LAST, "submittedAt", id LIMIT ${SHOWN}`;
  return toQueue(kind, rows);
}

async function verificationQueue(patterns: string[], db: Db, now: Date): Promise<Queue> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT *, ${figures(now)} FROM (
      SELECT o.id, o."legalName" AS title, o."legalName" AS "organisationName",
        coalesce(m.at, o."createdAt") AS "submittedAt", c."dueAt"
      FROM "Organisation" o
      LEFT JOIN LATERAL (
        SELECT at FROM "ProcedureMove"
        WHERE procedure = 'organisation-verification' AND "subjectId" = o.id
          AND "toState" = 'SUBMITTED'
        ORDER BY at DESC LIMIT 1) m ON true
      ${clockOf("organisation-verification", "review", "o.id")}
      WHERE o.state = 'SUBMITTED' AND o."regionCode" LIKE ANY(${patterns}::text[])) q
    ORDER BY "dueAt" NULLS LAST, "submittedAt", id LIMIT ${SHOWN}`;
  return toQueue("organisation", rows);
}

/** What waits for the reviewers of the actor's regions and, for operators, how the house is doing. */
export async function readOffice(actor: UserActor, db: Db) {
  const now = clock.now();
  const patterns = regionPatterns(actor);
  const [queues, operations, regions] = await Promise.all([
    Promise.all([
      ...LISTING_KINDS.map((kind) => reviewQueue(kind, patterns, db, now)),
      verificationQueue(patterns, db, now),
    ]),
    can(actor, "audit.view") ? readOperations(db) : null,
    db.region.findMany({
      where: { code: { in: actor.offices.flatMap((seat) => seat.regionCode ?? []) } },
      select: { code: true, nameZh: true, nameEn: true },
    }),
  ]);
  return {
    asOf: now,
    queues,
    operations,
    regions: regions.map((row) => ({ code: row.code, name: { zh: row.nameZh, en: row.nameEn } })),
    coversAll: actor.offices.some((seat) => seat.regionCode === null),
  };
}

/** Signs of trouble that an operator should see without looking for them. */
async function readOperations(db: Db) {
  const [realNames, oldestRealName, unsentMessages, searchBehind, stuckClocks] = await Promise.all([
    db.realNameApplication.count({ where: { state: "SUBMITTED" } }),
    db.realNameApplication.findFirst({
      where: { state: "SUBMITTED" },
      orderBy: { createdAt: "asc" },
      select: { createdAt: true },
    }),
    db.outboundMessage.count({ where: { sentAt: null, attempts: { gt: 0 } } }),
    db.searchOutbox.count(),
    db.procedureClock.count({
      where: { firedAt: null, stoppedAt: null, lastError: { not: null } },
    }),
  ]);
  return {
    realNames,
    oldestRealNameAt: oldestRealName?.createdAt ?? null,
    unsentMessages,
    searchBehind,
    stuckClocks,
  };
}
