import { appendAudit } from "~/domain/audit/append-audit.server";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import type { UserActor } from "./actor";
import { assertCan } from "./permission-rules";

/** Takes back an invitation that is still open. @throws DomainError "forbidden", "invitation_closed" */
export async function revokeInvitation(
  input: { organisationId: string; invitationId: string },
  actor: UserActor,
  db: Db,
): Promise<void> {
  const { organisationId, invitationId } = input;
  assertCan(actor, "membership.invite", { organisationId });
  await inTransaction(db, async (tx) => {
    const { count } = await tx.invitation.updateMany({
      where: { id: invitationId, organisationId, acceptedAt: null, revokedAt: null },
      data: { revokedAt: clock.now() },
    });
    if (count === 0) throw new DomainError("invitation_closed", { status: 409 });
    await appendAudit(tx, actor, {
      action: "identity.invitation.revoked",
      subjectType: "Organisation",
      subjectId: organisationId,
      detail: { invitationId },
    });
  });
}
