import { Prisma } from "#prisma/client/client";
import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import type { Db, DbOrTx } from "~/platform/db.server";
import { loadDealFacts } from "./deal-facts-queries.server";
import { stepHref } from "./deal-frame-queries.server";
import { type DealState, dealProcedure } from "./deal-procedure";
import { type DealRole, type DealSide, ROOM_AREAS, seesArea } from "./deal-role-rules";
import type { DealInvitation, DealItem } from "./deal-view";
import { type DealFacts, nextStep } from "./next-step-rules";

export const RUNNING_STATES = ["OPEN", "PAUSED", "DISPUTED", "AGREED", "CONTRACTED"] as const;

/** Rooms that a person may enter: taking part in them, or looking on as administrator of a side. */
function visibleTo(actor: UserActor): Prisma.Sql {
  const ours = actor.memberships.map((one) => one.organisationId);
  const overseen = ours.filter((organisationId) => can(actor, "deal.oversee", { organisationId }));
  return Prisma.sql`(
    EXISTS (
      SELECT 1 FROM "DealParticipant" seat
      WHERE seat."dealId" = deal.id AND seat."userId" = ${actor.userId}::uuid
        AND seat."leftAt" IS NULL AND seat."joinedAt" IS NOT NULL
        AND (seat.role NOT IN ('SUPPLY', 'DEMAND') OR seat."organisationId" = ANY(${ours}::uuid[])))
    OR deal."supplyOrganisationId" = ANY(${overseen}::uuid[])
    OR deal."demandOrganisationId" = ANY(${overseen}::uuid[]))`;
}

/** A person's rooms, last active first, each with the next step and what is unread. */
export async function listDeals(
  filter: { states: readonly DealState[] | null; skip: number; take: number },
  actor: UserActor,
  db: Db,
): Promise<{ items: DealItem[]; total: number; byState: Record<string, number> }> {
  const visible = visibleTo(actor);
  const wanted = filter.states ?? dealProcedure.states;
  const [page, counts] = await Promise.all([
    // The newest message is the last sign of life.
    db.$queryRaw<{ id: string; lastAt: Date }[]>`
      SELECT deal.id, coalesce(last."createdAt", deal."createdAt") AS "lastAt" FROM "Deal" deal
      LEFT JOIN "DealMessage" last
        ON last."dealId" = deal.id AND last.sequence = deal."lastSequence"
      WHERE ${visible} AND deal.state = ANY(${[...wanted]}::text[])
      ORDER BY 2 DESC, 1 DESC OFFSET ${filter.skip} LIMIT ${filter.take}`,
    db.$queryRaw<{ state: string; count: bigint }[]>`
      SELECT deal.state, count(*) FROM "Deal" deal WHERE ${visible} GROUP BY 1`,
  ]);
  const found = await db.deal.findMany({
    where: { id: { in: page.map((row) => row.id) } },
    select: {
      id: true,
      number: true,
      title: true,
      state: true,
      lastSequence: true,
      supplyOrganisationId: true,
      demandOrganisationId: true,
      supplyOrganisation: { select: { legalName: true } },
      demandOrganisation: { select: { legalName: true } },
      participants: {
        where: { userId: actor.userId, leftAt: null, joinedAt: { not: null } },
        select: { role: true, organisationId: true, readSequence: true, areas: true },
      },
    },
  });
  const byId = new Map(found.map((row) => [row.id, row]));
  const subjects = page.flatMap(({ id, lastAt }) => {
    const row = byId.get(id);
    return row ? [{ ...row, lastAt, ...partOf(row, actor) }] : [];
  });
  const facts = await loadDealFacts(db, subjects, actor.userId);
  const items = subjects.map((row): DealItem => {
    const own = facts.get(row.id) as DealFacts;
    const step = nextStep(own);
    const seat = row.participants[0];
    const reads = seat && seesArea(seat.role, seat.areas, "CONVERSATION");
    return {
      id: row.id,
      number: row.number,
      title: row.title,
      state: row.state as DealState,
      role: row.role,
      supplyName: row.supplyOrganisation.legalName,
      demandName: row.demandOrganisation.legalName,
      step,
      stepHref: stepHref(row.id, own, step),
      unread: reads ? Math.max(0, row.lastSequence - seat.readSequence) : 0,
      lastAt: row.lastAt.toISOString(),
    };
  });
  const byState = Object.fromEntries(counts.map((one) => [one.state, Number(one.count)]));
  const total = wanted.reduce((sum, state) => sum + (byState[state] ?? 0), 0);
  return { items, total, byState };
}

function partOf(
  row: {
    supplyOrganisationId: string;
    participants: { role: string; organisationId: string | null }[];
  },
  actor: UserActor,
): { role: DealRole | null; side: DealSide | null } {
  const seat = row.participants[0];
  const isMember = (id: string | null) =>
    actor.memberships.some((one) => one.organisationId === id);
  if (seat) {
    const role = seat.role as DealRole;
    if (role !== "SUPPLY" && role !== "DEMAND") return { role, side: null };
    if (isMember(seat.organisationId)) return { role, side: role };
  }
  return { role: null, side: isMember(row.supplyOrganisationId) ? "SUPPLY" : "DEMAND" };
}

/** Open invitations to a person; what is inside the rooms is not in the answer. */
export async function listInvitations(actor: UserActor, db: Db): Promise<DealInvitation[]> {
  const rows = await db.dealParticipant.findMany({
    where: {
      userId: actor.userId,
      joinedAt: null,
      leftAt: null,
      deal: { state: { not: "CLOSED" } },
    },
    orderBy: { createdAt: "desc" },
    take: 50,
    select: {
      dealId: true,
      role: true,
      invitedBySide: true,
      invitedById: true,
      areas: true,
      createdAt: true,
      deal: {
        select: {
          number: true,
          title: true,
          supplyOrganisation: { select: { legalName: true } },
          demandOrganisation: { select: { legalName: true } },
        },
      },
    },
  });
  const inviters = await db.user.findMany({
    where: { id: { in: rows.map((row) => row.invitedById) } },
    select: { id: true, name: true },
  });
  return rows.map((row) => {
    const { deal } = row;
    const supplyName = deal.supplyOrganisation.legalName;
    const demandName = deal.demandOrganisation.legalName;
    return {
      dealId: row.dealId,
      number: deal.number,
      title: deal.title,
      role: row.role as DealRole,
      inviter: inviters.find((one) => one.id === row.invitedById)?.name ?? "",
      inviterOrganisation: row.invitedBySide === "SUPPLY" ? supplyName : demandName,
      supplyName,
      demandName,
      areas: ROOM_AREAS.filter((area) => row.areas.includes(area)),
      at: row.createdAt.toISOString(),
    };
  });
}

/** Rooms with unread messages and open invitations of a person, for the figure in the navigation. */
export async function countDealsWaiting(actor: UserActor, db: DbOrTx): Promise<number> {
  const ours = actor.memberships.map((one) => one.organisationId);
  const rows = await db.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM "DealParticipant" one
    JOIN "Deal" deal ON deal.id = one."dealId"
    WHERE one."userId" = ${actor.userId}::uuid AND one."leftAt" IS NULL
      AND CASE WHEN one."joinedAt" IS NULL THEN deal.state <> 'CLOSED' ELSE
        deal."lastSequence" > one."readSequence"
        AND (one.role = 'BROKER'
          OR one.role IN ('SUPPLY', 'DEMAND') AND one."organisationId" = ANY(${ours}::uuid[])
          OR 'CONVERSATION' = ANY(one.areas)) END`;
  return Number(rows[0]?.count ?? 0);
}
