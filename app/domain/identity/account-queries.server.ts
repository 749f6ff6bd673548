import { clock } from "~/domain/shared/clock";
import type { DbOrTx } from "~/platform/db.server";
import type { UserActor } from "./actor";
import { isPlaceholderEmail } from "./contact-rules";
import { assertCan } from "./permission-rules";
import { realNameProcedure } from "./real-name-procedure";

/** One's own account as the account pages show it. */
export async function getAccount(db: DbOrTx, actor: UserActor) {
  assertCan(actor, "account.manage", { userId: actor.userId });
  const user = await db.user.findUniqueOrThrow({
    where: { id: actor.userId },
    select: {
      name: true,
      email: true,
      emailVerified: true,
      phoneNumber: true,
      phoneNumberVerified: true,
      twoFactorEnabled: true,
      locale: true,
      realNameLevel: true,
      createdAt: true,
    },
  });
  return { ...user, email: isPlaceholderEmail(user.email) ? null : user.email };
}

/** Sessions that are still valid, the present one marked, newest first. */
export async function listSessions(db: DbOrTx, actor: UserActor) {
  assertCan(actor, "account.manage", { userId: actor.userId });
  const sessions = await db.session.findMany({
    where: { userId: actor.userId, expiresAt: { gt: clock.now() } },
    orderBy: { createdAt: "desc" },
    take: 100,
    select: { id: true, ipAddress: true, userAgent: true, createdAt: true },
  });
  return sessions.map((session) => ({ ...session, isThis: session.id === actor.sessionId }));
}

/** One's latest real-name application with its deadline; never the number. */
export async function findOwnRealName(db: DbOrTx, actor: UserActor) {
  const application = await db.realNameApplication.findFirst({
    where: { userId: actor.userId },
    orderBy: { createdAt: "desc" },
    select: {
      id: true,
      state: true,
      legalName: true,
      documentKind: true,
      documentNumberLast4: true,
      createdAt: true,
      decidedAt: true,
      decisionNote: true,
    },
  });
  if (!application) return null;
  const running = await db.procedureClock.findFirst({
    where: {
      procedure: realNameProcedure.name,
      subjectId: application.id,
      firedAt: null,
      stoppedAt: null,
    },
    select: { dueAt: true },
  });
  return { ...application, dueAt: running?.dueAt ?? null };
}
