import { createHash } from "node:crypto";
import type { OrganisationKind } from "#prisma/client/enums";
import { canonicalJson } from "~/domain/audit/canonical-json";
import type { TermSheetContent } from "~/domain/deals/term-sheet-schema";
import { termSheetSchema } from "~/domain/deals/term-sheet-schema";
import type { Scope, UserActor } from "~/domain/identity/actor";
import { calendarDate, clock, dateColumn } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import type { Db } from "~/platform/db.server";
import { actorOf, addMember, makeOrganisation, makeUser } from "./people";
import { makeAchievement, makeNeed } from "./published-listings";

const ALL: Scope[] = ["PUBLISH", "SIGN", "BID", "MONEY"];

export type TestDeal = {
  id: string;
  supply: { id: string; legalName: string };
  demand: { id: string; legalName: string };
  /** Owner of the supply side with every scope, taking part. */
  seller: UserActor;
  /** Owner of the demand side with every scope, taking part. */
  buyer: UserActor;
  achievementId: string;
  needId: string;
};

async function makeSpeaker(db: Db, organisationId: string): Promise<UserActor> {
  const user = await makeUser(db, { realNameLevel: 2 });
  await addMember(db, organisationId, user.id, "OWNER", ALL);
  return actorOf(db, user.id);
}

/** A person who takes part in a room in an organisation's name. */
export async function addParticipant(
  db: Db,
  dealId: string,
  userId: string,
  values: { role: string; organisationId?: string | null; brokerId?: string | null },
): Promise<void> {
  await db.dealParticipant.create({
    data: {
      id: newId(),
      dealId,
      userId,
      role: values.role,
      organisationId: values.organisationId ?? null,
      brokerId: values.brokerId ?? null,
      invitedById: userId,
      joinedAt: clock.now(),
    },
  });
}

/** An open room between two verified organisations with one speaker each, inserted directly. */
export async function makeDeal(
  db: Db,
  values: {
    supplyKind?: OrganisationKind;
    demandKind?: OrganisationKind;
    regionCode?: string;
  } = {},
): Promise<TestDeal> {
  const regionCode = values.regionCode ?? "370102";
  const supply = await makeOrganisation(db, {
    kind: values.supplyKind ?? "ENTERPRISE",
    regionCode,
  });
  const demand = await makeOrganisation(db, {
    kind: values.demandKind ?? "ENTERPRISE",
    regionCode,
  });
  const seller = await makeSpeaker(db, supply.id);
  const buyer = await makeSpeaker(db, demand.id);
  const achievement = await makeAchievement(db, supply.id);
  const need = await makeNeed(db, demand.id);
  const introduction = await db.introduction.create({
    data: {
      id: newId(),
      needId: need.id,
      achievementId: achievement.id,
      fromOrganisationId: demand.id,
      toOrganisationId: supply.id,
      requestedById: buyer.userId,
      state: "ACCEPTED",
      message: "{}",
      answeredAt: clock.now(),
    },
  });
  const id = newId();
  await db.deal.create({
    data: {
      id,
      title: achievement.title,
      origin: "INTRODUCTION",
      introductionId: introduction.id,
      achievementId: achievement.id,
      needId: need.id,
      supplyOrganisationId: supply.id,
      demandOrganisationId: demand.id,
      openedById: buyer.userId,
    },
  });
  await addParticipant(db, id, seller.userId, { role: "SUPPLY", organisationId: supply.id });
  await addParticipant(db, id, buyer.userId, { role: "DEMAND", organisationId: demand.id });
  return { id, supply, demand, seller, buyer, achievementId: achievement.id, needId: need.id };
}

type Input = Parameters<typeof termSheetSchema.parse>[0] & object;

/** A complete term sheet of a commissioned development over 600,000 yuan; overrides replace members. */
export function termSheet(overrides: Partial<Input> = {}): TermSheetContent {
  return termSheetSchema.parse({
    title: "耐高温无纺布锂电池隔膜涂覆工艺委托开发",
    categoryCode: "11",
    object: {
      description:
        "开发一种适用于动力锂离子电池的耐高温无纺布复合隔膜涂覆工艺，形成可放大的工艺包。",
      targets: "热收缩率（180℃，1 h）≤ 2%；透气度 ≤ 250 s/100 mL；涂层厚度偏差 ≤ 0.5 μm",
      deliverables: "工艺包文件 1 套、样品 200 m²、测试报告 1 份",
      plan: "在受托方实验室完成小试和中试，在委托方产线完成验证。",
    },
    price: {
      kind: "INSTALMENTS",
      totalFen: "60000000",
      technicalFen: "50000000",
      nonTechnical: [{ kind: "EQUIPMENT", description: "中试涂布模头", amountFen: "10000000" }],
      instalments: [
        { title: "首付款", amountFen: "20000000", dueOn: "2026-12-31", milestone: null },
        { title: "验收款", amountFen: "40000000", dueOn: "2027-11-30", milestone: 0 },
      ],
    },
    term: { fromOn: "2026-12-01", toOn: "2027-11-30", place: "济南市" },
    milestones: [
      {
        title: "中试验收",
        dueOn: "2027-10-31",
        acceptance: "按技术指标逐项检测，全部达到为合格。",
      },
    ],
    acceptance: {
      standard: "技术指标逐项达到",
      method: "双方共同委托有资质的机构检测",
      dispute: "双方对结果有异议的，委托另一家机构复检",
    },
    results: { ownership: "JOINT", applicationRight: "双方共同申请专利", sharing: "收益各半" },
    improvements: { ownership: "JOINT", note: "" },
    confidentiality: { scope: "工艺参数、配方和测试数据", years: 5 },
    liability: "逾期每日按合同额的万分之五支付违约金",
    dispute: { way: "ARBITRATION", body: "济南仲裁委员会" },
    special: "",
    ...overrides,
  });
}

/** A term sheet of the room that the other side has accepted, inserted directly. */
export async function makeAcceptedTerms(
  db: Db,
  deal: TestDeal,
  content: TermSheetContent = termSheet(),
): Promise<{ id: string; content: TermSheetContent; contentHash: string }> {
  const contentHash = createHash("sha256").update(canonicalJson(content)).digest("hex");
  const id = newId();
  await db.termSheet.create({
    data: {
      id,
      dealId: deal.id,
      number: 1,
      state: "ACCEPTED",
      content,
      contentHash,
      side: "SUPPLY",
      proposedById: deal.seller.userId,
      answeredAt: clock.now(),
      answeredById: deal.buyer.userId,
    },
  });
  return { id, content, contentHash };
}

/** A signed main contract of the room with both signatures, inserted directly. */
export async function makeSignedContract(
  db: Db,
  deal: TestDeal,
  terms: { id: string; content: TermSheetContent },
): Promise<{ id: string; sealedSha256: string }> {
  const now = clock.now();
  const sealedSha256 = createHash("sha256").update(newId()).digest("hex");
  const file = await db.storedFile.create({
    data: {
      id: newId(),
      organisationId: deal.supply.id,
      uploadedById: deal.seller.userId,
      name: "合同.pdf",
      contentType: "application/pdf",
      sizeBytes: 1000n,
      sha256: sealedSha256,
      storageKey: `sealed/${newId()}.pdf`,
      purpose: "SEALED",
    },
  });
  const id = newId();
  await db.contract.create({
    data: {
      id,
      state: "SIGNED",
      dealId: deal.id,
      termSheetId: terms.id,
      categoryCode: terms.content.categoryCode,
      title: terms.content.title,
      templateVersion: "1",
      finalFileId: file.id,
      finalSha256: sealedSha256,
      finalPageCount: 5,
      sealedFileId: file.id,
      sealedSha256,
      signedOn: dateColumn(calendarDate(now)),
      signedAt: now,
      finalAt: now,
      createdById: deal.seller.userId,
    },
  });
  const sides = [
    { side: "SUPPLY", organisationId: deal.supply.id, userId: deal.seller.userId },
    { side: "DEMAND", organisationId: deal.demand.id, userId: deal.buyer.userId },
  ];
  for (const [sort, one] of sides.entries()) {
    await db.contractSigner.create({
      data: {
        id: newId(),
        contractId: id,
        sort,
        ...one,
        capacity: "LEGAL_REPRESENTATIVE",
        factor: "TOTP",
        documentSha256: sealedSha256,
        signedAt: now,
        agreedAt: now,
      },
    });
  }
  return { id, sealedSha256 };
}
