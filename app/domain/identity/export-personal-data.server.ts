import { appendAudit } from "~/domain/audit/append-audit.server";
import { clock } from "~/domain/shared/clock";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import type { UserActor } from "./actor";
import { openDocumentNumber } from "./document-cipher.server";
import { assertCan } from "./permission-rules";
import { readRoadshowData } from "./roadshow-data-queries.server";

/**
 * Everything the market keeps about a person, for that person (PIPL arts. 44–45). Secrets that only
 * protect the account (password hash, tokens, two-step secret) are not data about the person.
 */
export async function exportPersonalData(actor: UserActor, db: Db) {
  const { userId } = actor;
  assertCan(actor, "account.manage", { userId });
  const [user, applications, events, messages, answers, showings, judgements] = await Promise.all([
    db.user.findUniqueOrThrow({
      where: { id: userId },
      select: {
        id: true,
        name: true,
        legalName: true,
        email: true,
        phoneNumber: true,
        locale: true,
        realNameLevel: true,
        twoFactorEnabled: true,
        createdAt: true,
        sessions: {
          select: { createdAt: true, expiresAt: true, ipAddress: true, userAgent: true },
        },
        memberships: {
          select: {
            role: true,
            scopes: true,
            title: true,
            createdAt: true,
            endedAt: true,
            organisation: { select: { id: true, legalName: true } },
          },
        },
        offices: { select: { office: true, regionCode: true, validFrom: true, validTo: true } },
        notificationPreference: {
          select: {
            mail: true,
            matchMail: true,
            quietFrom: true,
            quietTo: true,
            nonPersonal: true,
          },
        },
        notifications: {
          orderBy: { createdAt: "desc" },
          take: 5000,
          select: { kind: true, params: true, href: true, createdAt: true, readAt: true },
        },
        savedSearches: { select: { name: true, kind: true, query: true, frequency: true } },
        files: {
          where: { deletedAt: null },
          select: { id: true, name: true, contentType: true, purpose: true, createdAt: true },
        },
        invitationsSent: { select: { email: true, role: true, createdAt: true } },
      },
    }),
    db.realNameApplication.findMany({ where: { userId }, orderBy: { createdAt: "asc" } }),
    db.auditEvent.findMany({
      where: { actorUserId: userId },
      orderBy: { sequence: "desc" },
      take: 10_000,
      select: { at: true, action: true, subjectType: true, subjectId: true },
    }),
    db.introductionMessage.findMany({
      where: { authorId: userId },
      orderBy: { createdAt: "asc" },
      take: 10_000,
      select: { introductionId: true, body: true, createdAt: true },
    }),
    db.matchAnswer.findMany({
      where: { userId },
      orderBy: { createdAt: "asc" },
      take: 10_000,
      select: {
        needId: true,
        achievementId: true,
        answer: true,
        declineCode: true,
        note: true,
        createdAt: true,
        updatedAt: true,
      },
    }),
    db.matchShowing.findMany({
      where: { userId },
      orderBy: { shownAt: "desc" },
      take: 10_000,
      select: {
        needId: true,
        achievementId: true,
        surface: true,
        position: true,
        rankerVersion: true,
        shownAt: true,
        digest: { select: { frequency: true, isPersonal: true } },
      },
    }),
    db.matchJudgement.findMany({
      where: { judgeId: userId },
      orderBy: { createdAt: "asc" },
      take: 10_000,
      select: { needId: true, achievementId: true, level: true, reason: true, updatedAt: true },
    }),
  ]);
  const roadshows = await readRoadshowData(db, userId);
  await inTransaction(db, (tx) =>
    appendAudit(tx, actor, {
      action: "identity.personal-data.exported",
      subjectType: "User",
      subjectId: userId,
    }),
  );
  return {
    exportedAt: clock.now(),
    account: user,
    realNameApplications: applications.map((one) => ({
      legalName: one.legalName,
      documentKind: one.documentKind,
      documentNumber: one.documentNumberEncrypted
        ? openDocumentNumber(one.documentNumberEncrypted, userId)
        : null,
      state: one.state,
      decisionNote: one.decisionNote,
      createdAt: one.createdAt,
      decidedAt: one.decidedAt,
    })),
    messages,
    matchAnswers: answers,
    matchesShown: showings,
    matchJudgements: judgements,
    roadshows,
    actions: events,
  };
}
