import type { UserActor } from "~/domain/identity/actor";
import type { Db, DbOrTx, Tx } from "~/platform/db.server";
import { type DealAccess, getDealAccess } from "./deal-access.server";
import type { DealPerson, PeopleView } from "./deal-people-view";
import { type DealRole, type DealSide, isAdviser, ROOM_AREAS } from "./deal-role-rules";
import { NDA_VERSION } from "./nda-text";
import { mayLeave, mayRemove } from "./participant-rules";

/** Colleagues who are offered to be brought in. */
const MAX_COLLEAGUES = 200;

/**
 * Everybody in a room and every open invitation, with what the reader can do about them. An adviser
 * sees who is there, not who else has been invited.
 * @throws DomainError "not_found" (404)
 */
export async function getPeople(dealId: string, actor: UserActor, db: Db): Promise<PeopleView> {
  const access = await getDealAccess(db, dealId, actor, null);
  const rows = await db.dealParticipant.findMany({
    where: { dealId, leftAt: null },
    orderBy: [{ joinedAt: { sort: "asc", nulls: "last" } }, { id: "asc" }],
    select: {
      userId: true,
      role: true,
      organisationId: true,
      invitedBySide: true,
      areas: true,
      brokerId: true,
      joinedAt: true,
      user: { select: { name: true } },
    },
  });
  const [organisations, ndas] = await Promise.all([
    db.organisation.findMany({
      where: { id: { in: rows.flatMap((row) => row.organisationId ?? []) } },
      select: { id: true, legalName: true },
    }),
    db.ndaAcceptance.findMany({
      where: { dealId, textVersion: NDA_VERSION },
      select: { userId: true },
    }),
  ]);
  const names = new Map(organisations.map((one) => [one.id, one.legalName]));
  const accepted = new Set(ndas.map((one) => one.userId));
  const isOutsider = access.role !== null && isAdviser(access.role);
  const isClosed = access.deal.state === "CLOSED";
  const people = rows
    .filter((row) => row.joinedAt !== null || !isOutsider)
    .map((row): DealPerson => {
      const role = row.role as DealRole;
      const invitedBySide = row.invitedBySide as DealSide | null;
      const isOwnAdviser = isAdviser(role) && invitedBySide === access.role;
      return {
        userId: row.userId,
        name: row.user.name,
        role,
        organisationName: row.organisationId ? (names.get(row.organisationId) ?? null) : null,
        invitedBySide,
        areas: ROOM_AREAS.filter((area) => row.areas.includes(area)),
        brokerId: row.brokerId,
        joinedAt: row.joinedAt?.toISOString() ?? null,
        hasAcceptedNda: accepted.has(row.userId),
        isMe: row.userId === actor.userId,
        canRemove: mayRemove(access, { userId: row.userId, role, invitedBySide }),
        canSetAreas: !isClosed && isOwnAdviser,
      };
    });
  const speaks = access.participantId !== null && access.side !== null && !isClosed;
  const { role, participantId } = access;
  return {
    people,
    colleagues: speaks ? await listColleagues(db, dealId, access) : [],
    canInvite: speaks,
    canLeave:
      participantId !== null &&
      role !== null &&
      mayLeave({ userId: actor.userId, role }, await listSpeakers(db, dealId), isClosed),
    joinAs:
      participantId === null && !isClosed && access.organisationId
        ? (actor.memberships.find((one) => one.organisationId === access.organisationId)
            ?.organisationName ?? null)
        : null,
  };
}

async function listColleagues(db: DbOrTx, dealId: string, { organisationId }: DealAccess) {
  if (!organisationId) return [];
  const members = await db.membership.findMany({
    where: {
      organisationId,
      endedAt: null,
      user: {
        deactivatedAt: null,
        dealParticipations: { none: { dealId, leftAt: null } },
      },
    },
    orderBy: { user: { name: "asc" } },
    take: MAX_COLLEAGUES,
    select: { user: { select: { id: true, name: true } } },
  });
  return members.map((one) => one.user);
}

/** People who speak for a side now: in the room, and still members of its organisation. */
export async function listSpeakers(
  db: DbOrTx | Tx,
  dealId: string,
): Promise<{ userId: string; role: string }[]> {
  return db.$queryRaw<{ userId: string; role: string }[]>`
    SELECT one."userId", one.role FROM "DealParticipant" one
    JOIN "Membership" part ON part."userId" = one."userId"
      AND part."organisationId" = one."organisationId" AND part."endedAt" IS NULL
    JOIN "User" person ON person.id = one."userId" AND person."deactivatedAt" IS NULL
    WHERE one."dealId" = ${dealId}::uuid AND one."leftAt" IS NULL
      AND one."joinedAt" IS NOT NULL AND one.role IN ('SUPPLY', 'DEMAND')`;
}
