import { createHash, randomBytes } from "node:crypto";
import { appendAudit } from "~/domain/audit/append-audit.server";
import { calendarDate, clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { appUrl } from "~/platform/env.server";
import type { Role, Scope, UserActor } from "./actor";
import { lettersIn } from "./letters";
import { assertMayGrant } from "./membership-guards.server";
import { assertCan, membershipOf } from "./permission-rules";
import { sendLetter } from "./send-code.server";

const VALID_DAYS = 14;
const MAX_OPEN = 50;

/** What is kept of an invitation's token: whoever reads the database cannot accept it. */
export function hashInvitationToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/**
 * Invites somebody by mail. One open invitation per address and organisation.
 * @throws DomainError "forbidden", "owner_only", "already_member", "already_invited" (field
 * `email`), "too_many_invitations"
 */
export async function inviteMember(
  input: { organisationId: string; email: string; role: Role; scopes: readonly Scope[] },
  actor: UserActor,
  db: Db,
): Promise<void> {
  const { organisationId, email, role, scopes } = input;
  assertCan(actor, "membership.invite", { organisationId });
  assertMayGrant(actor, organisationId, role);
  const token = randomBytes(24).toString("base64url");
  await inTransaction(db, async (tx) => {
    // Invitations of one organisation are made one after the other: counts and uniqueness hold.
    await tx.$executeRaw`SELECT 1 FROM "Organisation" WHERE id = ${organisationId}::uuid FOR NO KEY UPDATE`;
    const now = clock.now();
    await tx.invitation.updateMany({
      where: { organisationId, acceptedAt: null, revokedAt: null, expiresAt: { lte: now } },
      data: { revokedAt: now },
    });
    const open = { organisationId, acceptedAt: null, revokedAt: null };
    const member = await tx.membership.findFirst({
      where: { organisationId, endedAt: null, user: { email, emailVerified: true } },
      select: { id: true },
    });
    if (member) throw new DomainError("already_member", { field: "email", status: 409 });
    if (await tx.invitation.findFirst({ where: { ...open, email }, select: { id: true } })) {
      throw new DomainError("already_invited", { field: "email", status: 409 });
    }
    if ((await tx.invitation.count({ where: open })) >= MAX_OPEN) {
      throw new DomainError("too_many_invitations", { status: 429 });
    }
    const expiresAt = new Date(now.getTime() + VALID_DAYS * 86_400_000);
    const id = newId();
    await tx.invitation.create({
      data: {
        id,
        organisationId,
        email,
        role,
        scopes: [...scopes],
        tokenHash: hashInvitationToken(token),
        invitedById: actor.userId,
        createdAt: now,
        expiresAt,
      },
    });
    const known = await tx.user.findUnique({ where: { email }, select: { locale: true } });
    await sendLetter(
      tx,
      { kind: "EMAIL", value: email },
      lettersIn(known?.locale ?? actor.locale).invitation,
      {
        inviter: actor.name,
        organisation: membershipOf(actor, organisationId)?.organisationName ?? "",
        date: calendarDate(expiresAt),
        link: `${appUrl()}/invitations/${token}`,
      },
    );
    await appendAudit(tx, actor, {
      action: "identity.invitation.sent",
      subjectType: "Organisation",
      subjectId: organisationId,
      detail: { invitationId: id, role, scopes: [...scopes] },
    });
  });
}
