import { appendAudit } from "~/domain/audit/append-audit.server";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { systemActor } from "./actor";
import { lockContact } from "./contact-code.server";
import { findOpenInvitation, takeInvitation } from "./open-invitation.server";
import { hashPassword, writePassword } from "./password.server";

/**
 * Opens an account for an invited person who has none, and joins. The link from the mail proves the
 * address, so that no code is needed. An account that was never confirmed is taken over.
 * @returns the person, who may be signed in now, and the organisation's name
 * @throws DomainError "invitation_closed", "sign_in_required" when the address has an account
 */
export async function registerInvited(
  input: { token: string; name: string; password: string; locale: string },
  db: Db,
): Promise<{ userId: string; organisationName: string }> {
  const { token, name, locale } = input;
  const hash = await hashPassword(input.password);
  return inTransaction(db, async (tx) => {
    const found = await findOpenInvitation(tx, token);
    if (!found) throw new DomainError("invitation_closed", { status: 410 });
    const { email } = found;
    await lockContact(tx, { kind: "EMAIL", value: email });
    const known = await tx.user.findUnique({
      where: { email },
      select: { id: true, emailVerified: true, deactivatedAt: true },
    });
    if (known?.emailVerified || known?.deactivatedAt) {
      throw new DomainError("sign_in_required", { status: 409 });
    }
    const userId = known?.id ?? newId();
    const facts = { name, locale, emailVerified: true, realNameLevel: 1 };
    await tx.user.upsert({
      where: { id: userId },
      create: { id: userId, email, createdAt: clock.now(), ...facts },
      update: facts,
    });
    await writePassword(tx, userId, hash);
    const invitation = await takeInvitation(tx, token, userId);
    await appendAudit(tx, systemActor("invitation"), [
      {
        action: "identity.user.registered",
        subjectType: "User",
        subjectId: userId,
        detail: { by: "INVITATION", anew: known !== null },
      },
      {
        action: "identity.membership.granted",
        subjectType: "Organisation",
        subjectId: invitation.organisationId,
        detail: {
          userId,
          role: invitation.role,
          scopes: invitation.scopes,
          invitationId: invitation.id,
        },
      },
    ]);
    return { userId, organisationName: invitation.organisation.legalName };
  });
}
