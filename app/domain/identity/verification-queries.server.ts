import { Prisma } from "#prisma/client/client";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { openMoves } from "~/domain/shared/procedure/procedure";
import { listTimeline } from "~/domain/shared/procedure/timeline-queries.server";
import type { DbOrTx } from "~/platform/db.server";
import type { UserActor } from "./actor";
import { OFFICE_MOVES, type OfficeMove } from "./decide-organisation.server";
import { organisationRelations } from "./organisation-conduct.server";
import { organisationProcedure } from "./organisation-procedure";
import { assertCan, can, officeRegions } from "./permission-rules";
import { realNameRelations } from "./real-name-conduct.server";
import { realNameProcedure } from "./real-name-procedure";
import { regionPrefix } from "./region-rules";

export type QueueRow = {
  id: string;
  legalName: string;
  kind: string;
  state: string;
  regionCode: string;
  submittedAt: Date | null;
  dueAt: Date | null;
};

/** SQL condition that holds for organisations in the actor's regions. */
function inRegions(actor: UserActor): Prisma.Sql {
  const regions = officeRegions(actor, ["REVIEWER", "MARKET_OPERATOR"]);
  if (regions.includes(null)) return Prisma.sql`true`;
  const patterns = regions.flatMap((code) => (code === null ? [] : `${regionPrefix(code)}%`));
  if (patterns.length === 0) return Prisma.sql`false`;
  return Prisma.sql`o."regionCode" LIKE ANY(${patterns}::text[])`;
}

const STATES = {
  waiting: ["SUBMITTED", "RECHECK"],
  suspended: ["SUSPENDED"],
} as const;

/**
 * Organisations of the actor's regions that wait for a decision, oldest first, with the clock that
 * runs. Two queries, whatever the number of rows.
 */
export async function listVerificationQueue(
  db: DbOrTx,
  actor: UserActor,
  list: keyof typeof STATES,
  paging: { skip: number; size: number },
): Promise<{ rows: QueueRow[]; total: number }> {
  const where = Prisma.sql`o.state = ANY(${[...STATES[list]]}::text[]) AND ${inRegions(actor)}`;
  const [rows, counted] = await Promise.all([
    db.$queryRaw<QueueRow[]>`
      SELECT o.id, o."legalName", o.kind::text AS kind, o.state, o."regionCode",
             m.at AS "submittedAt", c."dueAt"
      FROM "Organisation" o
      LEFT JOIN LATERAL (
        SELECT at FROM "ProcedureMove"
        WHERE procedure = ${organisationProcedure.name} AND "subjectId" = o.id
        ORDER BY at DESC LIMIT 1
      ) m ON true
      LEFT JOIN LATERAL (
        SELECT "dueAt" FROM "ProcedureClock"
        WHERE procedure = ${organisationProcedure.name} AND "subjectId" = o.id
          AND "firedAt" IS NULL AND "stoppedAt" IS NULL
        ORDER BY "dueAt" LIMIT 1
      ) c ON true
      WHERE ${where}
      ORDER BY m.at ASC NULLS FIRST, o.id
      LIMIT ${paging.size} OFFSET ${paging.skip}`,
    db.$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS total FROM "Organisation" o WHERE ${where}`,
  ]);
  return { rows, total: counted[0]?.total ?? 0 };
}

/** The moves of the office that are open for this actor now. */
export function officeMovesFor(
  actor: UserActor,
  organisation: { id: string; regionCode: string; state: string },
): OfficeMove[] {
  const relations = organisationRelations(actor, organisation);
  const open = openMoves(organisationProcedure, organisation.state, relations);
  return OFFICE_MOVES.filter((move) => open.includes(move));
}

/** Real-name applications that wait for an operator, oldest first. */
export async function listRealNameQueue(
  db: DbOrTx,
  actor: UserActor,
  paging: { skip: number; size: number },
) {
  if (!can(actor, "real-name.decide")) return { rows: [], total: 0 };
  const where = { state: "SUBMITTED" };
  const [rows, total] = await Promise.all([
    db.realNameApplication.findMany({
      where,
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      skip: paging.skip,
      take: paging.size,
      select: { id: true, legalName: true, documentKind: true, createdAt: true },
    }),
    db.realNameApplication.count({ where }),
  ]);
  const clocks = await db.procedureClock.findMany({
    where: {
      procedure: realNameProcedure.name,
      subjectId: { in: rows.map((row) => row.id) },
      firedAt: null,
      stoppedAt: null,
    },
    select: { subjectId: true, dueAt: true },
  });
  const due = new Map(clocks.map((one) => [one.subjectId, one.dueAt]));
  return { rows: rows.map((row) => ({ ...row, dueAt: due.get(row.id) ?? null })), total };
}

/**
 * A real-name application for the operator: the number stays masked, the document is opened on its
 * own page.
 * @throws DomainError "forbidden", "not_found"
 */
export async function getRealNameFile(db: DbOrTx, applicationId: string, actor: UserActor) {
  assertCan(actor, "real-name.decide");
  if (!isId(applicationId)) throw new DomainError("not_found", { status: 404 });
  const application = assertFound(
    await db.realNameApplication.findUnique({
      where: { id: applicationId },
      select: {
        id: true,
        userId: true,
        legalName: true,
        documentKind: true,
        documentNumberLast4: true,
        state: true,
        createdAt: true,
        file: { select: { id: true, name: true, contentType: true, sizeBytes: true } },
        user: { select: { name: true, realNameLevel: true, createdAt: true } },
      },
    }),
  );
  const { file, ...facts } = application;
  const isOpen = openMoves(
    realNameProcedure,
    application.state,
    realNameRelations(actor, application),
  ).includes("approve");
  return {
    ...facts,
    file: file && { ...file, sizeBytes: Number(file.sizeBytes) },
    isOpen,
    isOwn: application.userId === actor.userId,
    timeline: await listTimeline(db, realNameProcedure.name, applicationId, 10),
  };
}
