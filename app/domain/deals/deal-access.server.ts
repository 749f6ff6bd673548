import type { Actor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { DbOrTx, Tx } from "~/platform/db.server";
import { type DealRole, type DealSide, type RoomArea, seesArea } from "./deal-role-rules";

export type DealAccess = {
  deal: {
    id: string;
    number: number;
    title: string;
    state: string;
    achievementId: string | null;
    needId: string | null;
    supplyOrganisationId: string;
    demandOrganisationId: string;
  };
  userId: string;
  /** Null for an administrator of a side who looks on without taking part. */
  participantId: string | null;
  role: DealRole | null;
  /** The side that the person speaks for; null for broker, lawyer, evaluator. */
  side: DealSide | null;
  /** Organisation of that side. */
  organisationId: string | null;
  /** What an invited adviser may read besides what is opened to them by name. */
  areas: readonly string[];
};

const select = {
  id: true,
  number: true,
  title: true,
  state: true,
  achievementId: true,
  needId: true,
  supplyOrganisationId: true,
  demandOrganisationId: true,
} as const;

/**
 * Who the actor is in a deal room. Taking part begins with accepting the invitation and ends with
 * leaving and with the membership in the organisation that one came for. Administrators of both sides
 * may look on.
 * @param area the part of the room that is asked about: an adviser sees those opened to them; null
 * asks about the room's frame only
 * @throws DomainError "not_found" (404) for everybody else, "deal_area_closed" (403) for an adviser
 */
export async function getDealAccess(
  db: DbOrTx,
  dealId: string,
  actor: Actor,
  area: RoomArea | null = "DOCUMENTS",
): Promise<DealAccess> {
  const notFound = () => new DomainError("not_found", { status: 404 });
  if (!isId(dealId) || actor.kind !== "USER") throw notFound();
  const deal = await db.deal.findUnique({ where: { id: dealId }, select });
  if (!deal) throw notFound();
  const found = await db.dealParticipant.findUnique({
    where: { dealId_userId: { dealId, userId: actor.userId } },
    select: {
      id: true,
      role: true,
      organisationId: true,
      areas: true,
      joinedAt: true,
      leftAt: true,
    },
  });
  const isMember = (id: string | null) =>
    actor.memberships.some((one) => one.organisationId === id);
  if (found?.joinedAt && !found.leftAt) {
    const role = found.role as DealRole;
    const side = role === "SUPPLY" || role === "DEMAND" ? role : null;
    if (!side || isMember(found.organisationId)) {
      if (area && !seesArea(role, found.areas, area)) {
        throw new DomainError("deal_area_closed", { status: 403 });
      }
      const { id: participantId, organisationId, areas } = found;
      const { userId } = actor;
      return { deal, userId, participantId, role, side, organisationId, areas };
    }
  }
  for (const side of ["SUPPLY", "DEMAND"] as const) {
    const organisationId =
      side === "SUPPLY" ? deal.supplyOrganisationId : deal.demandOrganisationId;
    if (can(actor, "deal.oversee", { organisationId })) {
      const { userId } = actor;
      return { deal, userId, participantId: null, role: null, side, organisationId, areas: [] };
    }
  }
  throw notFound();
}

/** Whether that part of a room opens for somebody: others are shown no link to it. */
export async function canEnterDeal(
  db: DbOrTx,
  dealId: string,
  actor: Actor,
  area: RoomArea | null = "DOCUMENTS",
): Promise<boolean> {
  try {
    await getDealAccess(db, dealId, actor, area);
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

/** The same for somebody who acts: looking on is not enough. @throws DomainError "forbidden" (403) */
export async function getDealSpeaker(
  db: DbOrTx,
  dealId: string,
  actor: Actor,
  area: RoomArea | null = "DOCUMENTS",
): Promise<DealAccess & { role: DealRole; participantId: string }> {
  const access = await getDealAccess(db, dealId, actor, area);
  const { role, participantId } = access;
  if (!role || !participantId) throw new DomainError("forbidden", { status: 403 });
  return { ...access, role, participantId };
}

/**
 * Locks the room's row. Everything that writes in a room begins with it, before any other lock and
 * before the audit chain, so that two writers queue here and cannot wait for each other.
 */
export async function lockDeal(tx: Tx, dealId: string): Promise<void> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Deal" WHERE id = ${dealId}::uuid FOR UPDATE`;
  if (rows.length === 0) throw new DomainError("not_found", { status: 404 });
}
