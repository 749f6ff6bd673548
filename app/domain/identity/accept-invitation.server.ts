import { appendAudit } from "~/domain/audit/append-audit.server";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import type { UserActor } from "./actor";
import { takeInvitation } from "./open-invitation.server";

/**
 * Joins an organisation with the link from the mail. The invited address must be the person's
 * confirmed one: a forwarded link admits nobody else.
 * @returns name of the organisation
 * @throws DomainError "invitation_closed", "invitation_other_address", "already_member"
 */
export async function acceptInvitation(
  input: { token: string },
  actor: UserActor,
  db: Db,
): Promise<string> {
  return inTransaction(db, async (tx) => {
    const person = await tx.user.findUniqueOrThrow({
      where: { id: actor.userId },
      select: { email: true, emailVerified: true },
    });
    const invitation = await takeInvitation(tx, input.token, actor.userId);
    if (!person.emailVerified || person.email !== invitation.email) {
      throw new DomainError("invitation_other_address", { status: 403 });
    }
    await tx.session.updateMany({
      where: { id: actor.sessionId, userId: actor.userId },
      data: { actingOrganisationId: invitation.organisationId },
    });
    await appendAudit(tx, actor, {
      action: "identity.membership.granted",
      subjectType: "Organisation",
      subjectId: invitation.organisationId,
      detail: {
        userId: actor.userId,
        role: invitation.role,
        scopes: invitation.scopes,
        invitationId: invitation.id,
      },
    });
    return invitation.organisation.legalName;
  });
}
