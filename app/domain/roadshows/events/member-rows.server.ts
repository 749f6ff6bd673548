import type { Prisma } from "#prisma/client/client";
import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { Tx } from "~/platform/db.server";
import { lockRoadshow } from "./lock-roadshow.server";

export const memberSelect = {
  id: true,
  state: true,
  role: true,
  title: true,
  userId: true,
  user: {
    select: {
      name: true,
      locale: true,
      memberships: {
        where: { endedAt: null },
        orderBy: { id: "asc" },
        take: 1,
        select: { organisation: { select: { id: true, legalName: true } } },
      },
    },
  },
  roadshow: {
    select: {
      id: true,
      number: true,
      state: true,
      title: true,
      organisationId: true,
      regionCode: true,
      organisation: { select: { legalName: true } },
    },
  },
} as const satisfies Prisma.RoadshowMemberSelect;

export type MemberRow = Prisma.RoadshowMemberGetPayload<{ select: typeof memberSelect }>;

/** A seat, read after its event was locked. @throws DomainError "not_found" (404) */
export async function readLockedMember(tx: Tx, memberId: string): Promise<MemberRow> {
  const where = { id: memberId };
  const known = isId(memberId)
    ? await tx.roadshowMember.findUnique({ where, select: { roadshowId: true } })
    : null;
  if (!known) throw new DomainError("not_found", { status: 404 });
  await lockRoadshow(tx, known.roadshowId);
  return tx.roadshowMember.findUniqueOrThrow({ where, select: memberSelect });
}

/** Nobody else learns of a person's seat. @throws DomainError "not_found" (404) */
export function assertOwnSeat(member: MemberRow, actor: UserActor): void {
  if (member.userId !== actor.userId) throw new DomainError("not_found", { status: 404 });
}
