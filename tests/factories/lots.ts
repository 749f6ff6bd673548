import { createHash } from "node:crypto";
import type { Prisma } from "#prisma/client/client";
import type { UserActor } from "~/domain/identity/actor";
import { systemActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { advance } from "~/domain/shared/procedure/advance.server";
import { applyForLot } from "~/domain/trading/apply-for-lot.server";
import { decideLotApplication } from "~/domain/trading/decide-lot-application.server";
import { fireLotDue } from "~/domain/trading/fire-lot-due.server";
import { lotConduct } from "~/domain/trading/lot-conduct.server";
import { type LotPlan, lotTermsSchema } from "~/domain/trading/lot-terms-schema";
import { noteLotPayment } from "~/domain/trading/note-lot-payment.server";
import { sealReserve } from "~/domain/trading/reserve-cipher.server";
import { reserveCommitmentText } from "~/domain/trading/reserve-commitment-rules";
import type { Db } from "~/platform/db.server";
import { payByTransfer } from "./payments";
import { actorOf, addMember, makeOfficer, makeOrganisation, makeUser } from "./people";
import { makeAchievement } from "./published-listings";

type T = { readonly db: Db };

export type LotValues = {
  mode?: "ASCENDING" | "ROUNDS" | "DESCENDING" | "AGREE_OR_RAISE";
  startPriceFen?: bigint;
  stepFen?: bigint;
  depositFen?: bigint;
  /** A secret reserve, or a public one. */
  reserve?: { kind: "SECRET" | "PUBLIC"; amountFen: bigint };
  isTraining?: boolean;
  plan?: Partial<LotPlan>;
  /** A seller that exists already: its organisation and a person with PUBLISH. */
  seller?: { organisationId: string; actor: UserActor };
  achievementIds?: string[];
  earlierLotId?: string;
};

export type TestLot = {
  id: string;
  number: number;
  sellerId: string;
  seller: UserActor;
  operator: UserActor;
  achievementIds: string[];
  rulesHash: string;
};

const ANSWERS = {
  coOwners: "NONE",
  licences: "NONE",
  pledge: "NONE",
  annuities: "PAID",
  dispute: "NONE",
  openLicence: "NONE",
  ownPractice: "STOPS",
  completers: "WAIVED",
  abroad: "NO",
  stateSecret: "NO",
};

/** A person who owns an organisation and has every scope, L2. */
export async function makeTrader(
  db: Db,
  kind: "ENTERPRISE" | "UNIVERSITY" = "ENTERPRISE",
): Promise<{ organisationId: string; actor: UserActor }> {
  const organisation = await makeOrganisation(db, { kind });
  const user = await makeUser(db, { realNameLevel: 2 });
  await addMember(db, organisation.id, user.id, "OWNER", ["PUBLISH", "SIGN", "BID", "MONEY"]);
  return { organisationId: organisation.id, actor: await actorOf(db, user.id) };
}

/** Columns of a complete lot; its reserve is sealed for the id. */
export function lotColumns(
  id: string,
  values: LotValues,
): Omit<Prisma.LotUncheckedCreateInput, "organisationId" | "createdById"> {
  const { reserve } = values;
  const secret =
    reserve?.kind === "SECRET" ? { amountFen: reserve.amountFen, nonce: "0".repeat(32) } : null;
  return {
    id,
    regionCode: "370102",
    title: "耐高温隔膜涂覆工艺专利权",
    description: "发明专利一件，含工艺文件和技术培训。",
    categoryCode: "21",
    conditions: lotTermsSchema.parse({ plan: { ...values.plan } }),
    mode: values.mode ?? "ASCENDING",
    startPriceFen: values.startPriceFen ?? 100_000_00n,
    stepFen: values.stepFen ?? 1_000_00n,
    depositFen: values.depositFen ?? (values.isTraining ? 0n : 10_000_00n),
    priceBasis: "INQUIRY",
    qualification: "具备相应生产条件的企业",
    isTraining: values.isTraining ?? false,
    checks: { answers: ANSWERS },
    earlierLotId: values.earlierLotId ?? null,
    runNumber: values.earlierLotId ? 2 : 1,
    ...(secret
      ? {
          reserveEncrypted: sealReserve(secret, id),
          reserveHash: createHash("sha256")
            .update(
              reserveCommitmentText({
                amountFen: secret.amountFen.toString(),
                nonce: secret.nonce,
              }),
            )
            .digest("hex"),
        }
      : {}),
    ...(reserve?.kind === "PUBLIC" ? { reserveIsPublic: true, reserveFen: reserve.amountFen } : {}),
  };
}

/** A complete lot that waits for the market's check. */
export async function lotInCheck(t: T, values: LotValues = {}): Promise<TestLot> {
  const { db } = t;
  const { organisationId, actor } = values.seller ?? (await makeTrader(db));
  const achievementIds = values.achievementIds ?? [(await makeAchievement(db, organisationId)).id];
  const id = newId();
  const { number } = await db.lot.create({
    data: { ...lotColumns(id, values), state: "CHECK", organisationId, createdById: actor.userId },
    select: { number: true },
  });
  await db.lotItem.createMany({
    data: achievementIds.map((achievementId, sort) => ({ lotId: id, achievementId, sort })),
  });
  const operator = await makeOfficer(db, "MARKET_OPERATOR", null);
  return {
    id,
    number,
    sellerId: organisationId,
    seller: actor,
    operator,
    achievementIds,
    rulesHash: "",
  };
}

/** An announced lot with frozen rules and its first notice; open for applications. */
export async function announcedLot(t: T, values: LotValues = {}): Promise<TestLot> {
  const lot = await lotInCheck(t, values);
  await advance(t.db, lotConduct, lot.id, "announce", lot.operator);
  const { rulesHash } = await t.db.lot.findUniqueOrThrow({ where: { id: lot.id } });
  return { ...lot, rulesHash: rulesHash ?? "" };
}

export type TestBidder = {
  applicationId: string;
  organisationId: string;
  actor: UserActor;
  paymentId: string | null;
};

/** The form of an application as a client fills it in. */
export function applicationForm(lot: TestLot, organisationId: string, values: object = {}) {
  return {
    number: lot.number,
    organisationId,
    contactName: "张三",
    contactPhone: "0531-88880000",
    isRelated: "NO" as const,
    relatedNote: "",
    preemptiveClaim: "",
    rulesHash: lot.rulesHash,
    accept: "on" as const,
    ...values,
  };
}

/** One more admitted bidder of an announced lot, its deposit paid by transfer where one is asked. */
export async function addBidder(
  t: T,
  lot: TestLot,
  values: { preemptiveRank?: number; isPaid?: boolean } = {},
): Promise<TestBidder> {
  const { organisationId, actor } = await makeTrader(t.db);
  const { id } = await applyForLot(applicationForm(lot, organisationId), actor, t.db);
  const preemptiveRank = values.preemptiveRank ?? null;
  const decision = { applicationId: id, decision: "qualify", preemptiveRank } as const;
  await decideLotApplication(decision, lot.operator, t.db);
  const row = await t.db.lotApplication.findUniqueOrThrow({ where: { id } });
  if (row.depositPaymentId && values.isPaid !== false) {
    await payByTransfer(t, row.depositPaymentId);
    await noteLotPayment(row.depositPaymentId, systemActor("test"), t.db);
  }
  return { applicationId: id, organisationId, actor, paymentId: row.depositPaymentId };
}

/** An announced lot with n admitted bidders; a training run, and so no deposit, unless told otherwise. */
export async function lotWithBidders(
  t: T,
  n: number,
  values: LotValues = { isTraining: true },
): Promise<TestLot & { bidders: TestBidder[] }> {
  const lot = await announcedLot(t, values);
  const bidders: TestBidder[] = [];
  for (let index = 0; index < n; index += 1) bidders.push(await addBidder(t, lot));
  return { ...lot, bidders };
}

/** Ends applications now: the lot goes where its number of admitted bidders leads. */
export async function endApplications(t: T, lot: { id: string }): Promise<void> {
  const now = clock.now();
  await t.db.lot.update({
    where: { id: lot.id },
    data: {
      announcedAt: new Date(now.getTime() - 60_000),
      applicationsEndAt: now,
    },
  });
  await fireLotDue(lot.id, systemActor("test"), t.db);
}

/** A lot in bidding with n admitted bidders; its run is not scheduled yet. */
export async function lotInBidding(
  t: T,
  n: number,
  values: LotValues = { isTraining: true },
): Promise<TestLot & { bidders: TestBidder[] }> {
  const lot = await lotWithBidders(t, n, values);
  await endApplications(t, lot);
  return lot;
}
