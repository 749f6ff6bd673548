import { checkListing } from "~/domain/catalogue/check-listing.server";
import { hashPassword, writePassword } from "~/domain/identity/password.server";
import { answerPath } from "~/domain/matching/answer-link.server";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { actorOf, makeUser } from "../factories/people.ts";
import { findDealSubjects } from "./deal-subjects.ts";
import { findRoadshowSubjects } from "./roadshow-subjects.ts";
import { findTradeSubjects } from "./trade-subjects.ts";

export const NEWCOMER_PASSWORD = "a password of nobody";

/** Somebody who confirmed an address and has done nothing else. */
export async function makeNewcomer(db: Db): Promise<string> {
  const user = await makeUser(db, { name: "无单位用户" });
  const hash = await hashPassword(NEWCOMER_PASSWORD);
  await inTransaction(db, (tx) => writePassword(tx, user.id, hash));
  return user.email;
}

/**
 * The things that the paths of the table name, by their names there, as ids: what the demonstration
 * has, and what it does not have written here.
 */
export async function findSubjects(db: Db): Promise<Record<string, string>> {
  const university = await organisationOf(db, "university@demo.example");
  const firm = await organisationOf(db, "firm@demo.example");
  const universityOwner = await userOf(db, "university@demo.example");
  const researcher = await userOf(db, "researcher@demo.example");
  const firmOwner = await userOf(db, "firm@demo.example");
  const operator = await userOf(db, "operator@demo.example");

  const achievementIn = (state: string, organisationId?: string, region?: string) =>
    db.achievement.findFirstOrThrow({
      where: { state, organisationId, regionCode: region ? { startsWith: region } : undefined },
      orderBy: { id: "asc" },
      select: { id: true },
    });
  const achievement = await achievementIn("PUBLISHED", university);
  const need = await db.need.findFirstOrThrow({
    where: { state: "PUBLISHED", organisationId: firm },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  const blank = { organisationId: university, createdById: researcher };
  const draft = await db.achievement.create({
    data: { ...blank, id: newId(), title: "路由表草稿" },
    select: { id: true },
  });
  const needDraft = await db.need.create({
    data: { id: newId(), organisationId: firm, createdById: firmOwner, title: "路由表需求草稿" },
    select: { id: true },
  });
  const introduction = await db.introduction.create({
    data: {
      id: newId(),
      needId: need.id,
      achievementId: achievement.id,
      fromOrganisationId: firm,
      toOrganisationId: university,
      requestedById: firmOwner,
      message: "希望了解中试数据。",
    },
    select: { id: true },
  });
  const savedSearch = await db.savedSearch.create({
    data: { id: newId(), userId: firmOwner, name: "钠电池", kind: "achievements", query: "q=钠" },
    select: { id: true },
  });
  const file = await db.storedFile.create({
    data: {
      id: newId(),
      organisationId: university,
      uploadedById: researcher,
      name: "未公开.pdf",
      contentType: "application/pdf",
      sizeBytes: 4n,
      sha256: "0".repeat(64),
      storageKey: "test/none",
      purpose: "ATTACHMENT",
    },
    select: { id: true },
  });
  const importRun = await db.importRun.create({
    data: {
      id: newId(),
      kind: "ACHIEVEMENT",
      organisationId: university,
      startedById: researcher,
      fileId: file.id,
      fileName: "目录.csv",
      format: "CSV",
      source: "route-table",
    },
    select: { id: true },
  });
  const unverified = await db.organisation.findFirstOrThrow({
    where: { state: { notIn: ["VERIFIED"] } },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  const firmMembership = await db.membership.findFirstOrThrow({
    where: { organisationId: firm, role: "MEMBER", endedAt: null },
    select: { id: true },
  });
  const notification = await db.notification.findFirstOrThrow({
    where: { userId: researcher },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  const showing = await db.matchShowing.create({
    data: {
      id: newId(),
      needId: need.id,
      achievementId: achievement.id,
      organisationId: firm,
      userId: firmOwner,
      side: "DEMAND",
      surface: "DIGEST",
      position: 1,
      rankerVersion: "route-table",
      ...{ score: 1, relevance: 0.5, fit: 0.5, related: 0.9, inputs: {} },
      shownOn: new Date(),
    },
    select: { id: true },
  });
  const deals = await findDealSubjects(db, { university, firm, researcher, firmOwner });
  const answerLink = answerPath({ showingId: showing.id, userId: firmOwner });
  return {
    answerToken: answerLink.slice("/answers/".length),
    firmMembership: firmMembership.id,
    notification: notification.id,
    achievement: achievement.id,
    need: need.id,
    draft: draft.id,
    needDraft: needDraft.id,
    inJinan: (await achievementIn("MARKET_REVIEW", undefined, "3701")).id,
    elsewhere: await sendToReview(db),
    introduction: introduction.id,
    savedSearch: savedSearch.id,
    file: file.id,
    importRun: importRun.id,
    university,
    firm,
    unverified: unverified.id,
    firmOwner,
    researcherUser: researcher,
    operatorUser: operator,
    nothing: newId(),
    ...deals,
    ...(await findTradeSubjects(db, {
      ...{ university, firm, universityOwner, firmOwner },
      scan: deals.scan ?? "",
    })),
    ...(await findRoadshowSubjects(db, { university, firm, universityOwner, firmOwner })),
  };
}

/** A need of a firm outside Jinan, checked by its owner: the reviewer of its own city has it now. */
async function sendToReview(db: Db): Promise<string> {
  const need = await db.need.findFirstOrThrow({
    where: { state: "ORG_CHECK", NOT: { regionCode: { startsWith: "3701" } } },
    orderBy: { id: "asc" },
    select: { id: true, organisationId: true },
  });
  const { userId } = await db.membership.findFirstOrThrow({
    where: { organisationId: need.organisationId, role: "OWNER" },
    select: { userId: true },
  });
  const input = { kind: "need", id: need.id, isPassed: true } as const;
  await checkListing(input, await actorOf(db, userId), db);
  return need.id;
}

async function userOf(db: Db, email: string): Promise<string> {
  return (await db.user.findUniqueOrThrow({ where: { email }, select: { id: true } })).id;
}

async function organisationOf(db: Db, email: string): Promise<string> {
  const { organisationId } = await db.membership.findFirstOrThrow({
    where: { user: { email }, endedAt: null },
    select: { organisationId: true },
  });
  return organisationId;
}
