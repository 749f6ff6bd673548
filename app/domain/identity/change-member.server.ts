import { appendAudit } from "~/domain/audit/append-audit.server";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import type { Role, Scope, UserActor } from "./actor";
import { assertOwnerRemains, getLiveRole, lockMembers } from "./membership-guards.server";
import { assertCan } from "./permission-rules";
import { tellLater } from "./tell-later.server";

/**
 * Changes a member's role, scopes and title. Ownership is given and taken by owners only, and one
 * owner always remains.
 * @throws DomainError "forbidden", "not_found", "owner_only", "last_owner"
 */
export async function changeMember(
  input: {
    organisationId: string;
    membershipId: string;
    role: Role;
    scopes: readonly Scope[];
    title: string | null;
  },
  actor: UserActor,
  db: Db,
): Promise<void> {
  const { organisationId, membershipId, role, title } = input;
  assertCan(actor, "membership.change", { organisationId });
  await inTransaction(db, async (tx) => {
    await lockMembers(tx, organisationId);
    const myRole = await getLiveRole(tx, organisationId, actor);
    const before = assertFound(
      await tx.membership.findFirst({
        where: { id: membershipId, organisationId, endedAt: null },
        select: { role: true, userId: true, scopes: true },
      }),
    );
    if (myRole === "MEMBER") throw new DomainError("forbidden", { status: 403 });
    if (myRole !== "OWNER" && (role === "OWNER" || before.role === "OWNER")) {
      throw new DomainError("owner_only", { field: "role", status: 403 });
    }
    if (before.role === "OWNER" && role !== "OWNER") {
      await assertOwnerRemains(tx, organisationId, membershipId);
    }
    const scopes = [...input.scopes];
    await tx.membership.update({ where: { id: membershipId }, data: { role, scopes, title } });
    if (before.userId !== actor.userId) {
      await tellLater(tx, "membershipChanged", organisationId, { userId: before.userId });
    }
    await appendAudit(tx, actor, {
      action: "identity.membership.changed",
      subjectType: "Organisation",
      subjectId: organisationId,
      detail: {
        userId: before.userId,
        from: { role: before.role, scopes: before.scopes },
        to: { role, scopes },
      },
    });
  });
}
