import { DomainError } from "~/domain/shared/domain-error";
import type { Tx } from "~/platform/db.server";
import type { Role, UserActor } from "./actor";
import { can } from "./permission-rules";

/** @throws DomainError "owner_only" when somebody but an owner would give or take ownership */
export function assertMayGrant(actor: UserActor, organisationId: string, role: Role): void {
  if (role !== "OWNER") return;
  if (!can(actor, "membership.transfer-ownership", { organisationId })) {
    throw new DomainError("owner_only", { field: "role", status: 403 });
  }
}

/**
 * Locks the members of an organisation against changes at the same time. Without it two owners who
 * remove each other would both see the other one left.
 */
export async function lockMembers(tx: Tx, organisationId: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM "Organisation" WHERE id = ${organisationId}::uuid FOR NO KEY UPDATE`;
}

/** @throws DomainError "last_owner" when nobody but `exceptId` owns the organisation */
export async function assertOwnerRemains(
  tx: Tx,
  organisationId: string,
  exceptId: string,
): Promise<void> {
  const others = await tx.membership.count({
    where: {
      organisationId,
      role: "OWNER",
      endedAt: null,
      id: { not: exceptId },
      user: { deactivatedAt: null },
    },
  });
  if (others === 0) throw new DomainError("last_owner", { status: 409 });
}

/**
 * The actor's membership as it is under the lock: the one in the actor was read before it and may
 * have been ended by somebody else meanwhile.
 * @throws DomainError "forbidden"
 */
export async function getLiveRole(tx: Tx, organisationId: string, actor: UserActor): Promise<Role> {
  const mine = await tx.membership.findUnique({
    where: { userId_organisationId: { userId: actor.userId, organisationId } },
    select: { role: true, endedAt: true },
  });
  if (!mine || mine.endedAt) throw new DomainError("forbidden", { status: 403 });
  return mine.role;
}
