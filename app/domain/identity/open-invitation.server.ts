import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import type { DbOrTx, Tx } from "~/platform/db.server";
import { hashInvitationToken } from "./invite-member.server";
import { tellLater } from "./tell-later.server";

/** An open invitation by the token of its link; null when it is closed or never was. */
export async function findOpenInvitation(db: DbOrTx, token: string) {
  const invitation = await db.invitation.findUnique({
    where: { tokenHash: hashInvitationToken(token) },
    select: {
      id: true,
      organisationId: true,
      email: true,
      role: true,
      scopes: true,
      expiresAt: true,
      acceptedAt: true,
      revokedAt: true,
      invitedById: true,
      organisation: { select: { legalName: true } },
      invitedBy: { select: { name: true } },
    },
  });
  if (!invitation || invitation.acceptedAt || invitation.revokedAt) return null;
  return invitation.expiresAt > clock.now() ? invitation : null;
}

/**
 * Uses up an invitation for a person: the conditional write makes the second of two at once fail.
 * A membership that had ended begins anew.
 * @throws DomainError "invitation_closed", "already_member"
 */
export async function takeInvitation(tx: Tx, token: string, userId: string) {
  const invitation = await findOpenInvitation(tx, token);
  if (!invitation) throw new DomainError("invitation_closed", { status: 410 });
  const { organisationId, role, scopes } = invitation;
  const now = clock.now();
  const { count } = await tx.invitation.updateMany({
    where: { id: invitation.id, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
    data: { acceptedAt: now, acceptedById: userId },
  });
  if (count === 0) throw new DomainError("invitation_closed", { status: 410 });
  const key = { userId_organisationId: { userId, organisationId } };
  const before = await tx.membership.findUnique({ where: key, select: { endedAt: true } });
  if (before && !before.endedAt) throw new DomainError("already_member", { status: 409 });
  await tx.membership.upsert({
    where: key,
    create: { id: newId(), userId, organisationId, role, scopes, createdAt: now },
    update: { role, scopes, endedAt: null, createdAt: now },
  });
  await tellLater(tx, "invitationAccepted", organisationId, { userId });
  return invitation;
}
