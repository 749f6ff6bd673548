import { appendAudit } from "~/domain/audit/append-audit.server";
import { clock } from "~/domain/shared/clock";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import type { UserActor } from "./actor";
import { assertOwnerRemains, getLiveRole, lockMembers } from "./membership-guards.server";
import { tellLater } from "./tell-later.server";

/**
 * Ends a membership: an administrator's of somebody else, or one's own. One owner always remains,
 * and only owners remove owners.
 * @throws DomainError "forbidden", "not_found", "owner_only", "last_owner"
 */
export async function endMembership(
  input: { organisationId: string; membershipId: string },
  actor: UserActor,
  db: Db,
): Promise<void> {
  const { organisationId, membershipId } = input;
  await inTransaction(db, async (tx) => {
    await lockMembers(tx, organisationId);
    const myRole = await getLiveRole(tx, organisationId, actor);
    const member = assertFound(
      await tx.membership.findFirst({
        where: { id: membershipId, organisationId, endedAt: null },
        select: { role: true, userId: true },
      }),
    );
    const isSelf = member.userId === actor.userId;
    if (!isSelf && myRole === "MEMBER") throw new DomainError("forbidden", { status: 403 });
    if (!isSelf && member.role === "OWNER" && myRole !== "OWNER") {
      throw new DomainError("owner_only", { status: 403 });
    }
    if (member.role === "OWNER") await assertOwnerRemains(tx, organisationId, membershipId);
    await tx.membership.update({
      where: { id: membershipId },
      data: { endedAt: clock.now(), scopes: [] },
    });
    await tx.session.updateMany({
      where: { userId: member.userId, actingOrganisationId: organisationId },
      data: { actingOrganisationId: null },
    });
    if (!isSelf) await tellLater(tx, "membershipEnded", organisationId, { userId: member.userId });
    await appendAudit(tx, actor, {
      action: "identity.membership.ended",
      subjectType: "Organisation",
      subjectId: organisationId,
      detail: { userId: member.userId, role: member.role, isSelf },
    });
  });
}
