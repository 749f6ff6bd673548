import type { DbOrTx } from "~/platform/db.server";
import type { Scope, UserActor } from "./actor";
import { findOpenInvitation } from "./open-invitation.server";
import { SCOPES } from "./organisation-schema";

/** Who looks at an invitation: the invited person, somebody else, or a visitor with or without account. */
export type InvitationVisitor = "INVITED" | "OTHER" | "HAS_ACCOUNT" | "NEW";

/** An invitation as its page shows it; null when it is closed. */
export async function findInvitationView(db: DbOrTx, token: string, actor: UserActor | null) {
  const invitation = await findOpenInvitation(db, token);
  if (!invitation) return null;
  const holder = await db.user.findUnique({
    where: { email: invitation.email },
    select: { id: true, emailVerified: true },
  });
  const account = holder?.emailVerified ? holder.id : null;
  const visitor: InvitationVisitor = actor
    ? account === actor.userId
      ? "INVITED"
      : "OTHER"
    : account
      ? "HAS_ACCOUNT"
      : "NEW";
  return {
    organisationName: invitation.organisation.legalName,
    inviterName: invitation.invitedBy.name,
    email: invitation.email,
    role: invitation.role,
    scopes: SCOPES.filter((scope: Scope) => invitation.scopes.includes(scope)),
    expiresAt: invitation.expiresAt,
    currentName: actor?.name ?? null,
    visitor,
  };
}
