import { Prisma } from "#prisma/client/client";
import type { UserActor } from "~/domain/identity/actor";
import { listTimeline } from "~/domain/shared/procedure/timeline-queries.server";
import type { Db, DbOrTx } from "~/platform/db.server";
import { getDealAccess } from "./deal-access.server";
import type { DealAuditEntry, DealLogView } from "./deal-log-view";
import { namesOf } from "./disclosure-queries.server";

/**
 * What the audit events of a room are about: the room and the things in it. An office's events on a
 * registration are the office's own.
 */
const subjectsOf = (dealId: string) => Prisma.sql`
  SELECT 'Deal', ${dealId}::text
  UNION ALL SELECT 'DealTask', id::text FROM "DealTask" WHERE "dealId" = ${dealId}::uuid
  UNION ALL SELECT 'DisclosureGrant', id::text FROM "DisclosureGrant"
    WHERE "dealId" = ${dealId}::uuid
  UNION ALL SELECT 'TermSheet', id::text FROM "TermSheet" WHERE "dealId" = ${dealId}::uuid
  UNION ALL SELECT 'PricingPublicity', id::text FROM "PricingPublicity"
    WHERE "dealId" = ${dealId}::uuid
  UNION ALL SELECT 'Contract', id::text FROM "Contract" WHERE "dealId" = ${dealId}::uuid`;

/**
 * Moves of a room and the audit events about it and what is in it, newest first.
 * @throws DomainError "not_found" (404), "deal_area_closed" (403)
 */
export async function getDealLog(
  dealId: string,
  paging: { skip: number; take: number },
  actor: UserActor,
  db: Db,
): Promise<DealLogView> {
  const access = await getDealAccess(db, dealId, actor);
  const subjects = subjectsOf(dealId);
  const [moves, opened, events, counted] = await Promise.all([
    listTimeline(db, "deal", dealId),
    db.deal.findUniqueOrThrow({
      where: { id: dealId },
      select: { createdAt: true, openedById: true },
    }),
    db.$queryRaw<AuditRow[]>`
      SELECT sequence, at, action, "actorUserId", "subjectType", "subjectId", hash
      FROM "AuditEvent" WHERE ("subjectType", "subjectId") IN (${subjects})
      ORDER BY sequence DESC OFFSET ${paging.skip} LIMIT ${paging.take}`,
    db.$queryRaw<{ count: bigint }[]>`
      SELECT count(*) FROM "AuditEvent" WHERE ("subjectType", "subjectId") IN (${subjects})`,
  ]);
  const names = await namesOf(db, [
    opened.openedById,
    ...events.flatMap((event) => event.actorUserId ?? []),
  ]);
  return {
    canExport: access.side !== null,
    timeline: [
      ...moves.map((move) => ({
        id: move.id,
        move: move.move,
        at: move.at.toISOString(),
        actorName: move.actorName,
        note: move.note,
      })),
      {
        id: "opened",
        move: "opened",
        at: opened.createdAt.toISOString(),
        actorName: names.get(opened.openedById) ?? null,
        note: "",
      },
    ],
    events: events.map(
      (event): DealAuditEntry => ({
        sequence: Number(event.sequence),
        at: event.at.toISOString(),
        action: event.action,
        actorName: event.actorUserId ? (names.get(event.actorUserId) ?? null) : null,
        hash: event.hash,
      }),
    ),
    total: Number(counted[0]?.count ?? 0),
  };
}

type AuditRow = {
  sequence: bigint;
  at: Date;
  action: string;
  actorUserId: string | null;
  subjectType: string;
  subjectId: string;
  hash: string;
};

/** All audit events of a room in their order, with what their hashes are made of. */
export async function listDealAudit(db: DbOrTx, dealId: string) {
  const found = await db.$queryRaw<{ sequence: bigint }[]>`
    SELECT sequence FROM "AuditEvent" WHERE ("subjectType", "subjectId") IN (${subjectsOf(dealId)})
    ORDER BY sequence`;
  return db.auditEvent.findMany({
    where: { sequence: { in: found.map((row) => row.sequence) } },
    orderBy: { sequence: "asc" },
  });
}
