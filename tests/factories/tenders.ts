import type { UserActor } from "~/domain/identity/actor";
import { calendarDate, clock } from "~/domain/shared/clock";
import { acceptSeat } from "~/domain/tenders/accept-seat.server";
import { createTender } from "~/domain/tenders/create-tender.server";
import { handInShares } from "~/domain/tenders/hand-in-shares.server";
import { type HolderRole, makeHolderKey } from "~/domain/tenders/holder-key-rules.js";
import { moveTender } from "~/domain/tenders/move-tender.server";
import { nameKeyHolder } from "~/domain/tenders/name-key-holder.server";
import { nameMember } from "~/domain/tenders/name-member.server";
import { registerKey } from "~/domain/tenders/register-key.server";
import { runTenderDue } from "~/domain/tenders/run-tender-due.server";
import { saveScores } from "~/domain/tenders/save-scores.server";
import { saveTender } from "~/domain/tenders/save-tender.server";
import { getSealingCall } from "~/domain/tenders/sealing-call-queries.server";
import { openShare, sealBid } from "~/domain/tenders/sealing-rules.js";
import { submitBid } from "~/domain/tenders/submit-bid.server";
import { parseEnvelope, type TenderBidContent } from "~/domain/tenders/tender-bid-schema";
import { tenderFormSchema } from "~/domain/tenders/tender-schema";
import type { Db } from "~/platform/db.server";
import { actorOf, addMember, makeOfficer, makeOrganisation, makeUser } from "./people";

const DAY_MS = 86_400_000;
export const HOLDER_ROLES = ["BUYER", "MARKET", "NOTARY"] as const;

export type TenderScene = {
  id: string;
  number: number;
  buyerOrganisationId: string;
  buyer: UserActor;
  operator: UserActor;
  holders: Record<HolderRole, { actor: UserActor; privateKey: CryptoKey }>;
};

export type TestBidder = { organisationId: string; actor: UserActor };

/** Somebody who may do everything for an organisation, with a checked real name. */
export async function makeTrader(db: Db, organisationId: string): Promise<UserActor> {
  const user = await makeUser(db, { realNameLevel: 2 });
  await addMember(db, organisationId, user.id, "OWNER", ["PUBLISH", "SIGN", "BID", "MONEY"]);
  return actorOf(db, user.id);
}

export async function makeBidder(db: Db): Promise<TestBidder> {
  const organisation = await makeOrganisation(db, { kind: "ENTERPRISE" });
  return { organisationId: organisation.id, actor: await makeTrader(db, organisation.id) };
}

/** Fields of a complete call, due in 21 days. */
export function tenderFields(overrides: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    title: "高盐废水零排放中试装置开发",
    description: "开发处理能力 5 吨/天的高盐废水零排放中试装置，连续运行 72 小时以上。",
    categoryCode: "11",
    qualification: "独立法人，近三年有类似项目。",
    contractTerms: "分三期付款，知识产权归双方共有。",
    budget: "2000000",
    bond: "",
    dueDate: calendarDate(new Date(clock.now().getTime() + 21 * DAY_MS)),
    dueTime: "10:00",
    criteria: [
      { id: "c1", title: "投标报价", kind: "PRICE", weight: "30" },
      { id: "c2", title: "完成期限", kind: "DURATION", weight: "10" },
      { id: "c3", title: "技术方案", kind: "SCORE", weight: "60", maximum: "100" },
    ],
    budgetIsCeiling: "on",
    ...overrides,
  };
}

/** A complete draft with its three holders named and, unless asked otherwise, their keys registered. */
export async function makeTender(
  db: Db,
  values: { fields?: Record<string, unknown>; withKeys?: boolean; buyer?: TestBidder } = {},
): Promise<TenderScene> {
  const { organisationId, actor: buyer } = values.buyer ?? (await makeBidder(db));
  const operator = await makeOfficer(db, "MARKET_OPERATOR", null);
  const notary = await actorOf(db, (await makeUser(db, { realNameLevel: 2 })).id);
  const input = { organisationId, needId: null };
  const { id } = await createTender(input, buyer, db);
  const form = tenderFormSchema.parse(tenderFields(values.fields));
  await saveTender({ ...form, tenderId: id }, buyer, db);
  const people = { BUYER: buyer, MARKET: operator, NOTARY: notary };
  const holders = {} as TenderScene["holders"];
  for (const role of HOLDER_ROLES) {
    const actor = people[role];
    const namedBy = role === "BUYER" ? buyer : operator;
    await nameKeyHolder({ tenderId: id, role, email: actor.email }, namedBy, db);
    const key = await makeHolderKey();
    holders[role] = { actor, privateKey: key.privateKey };
    if (values.withKeys === false) continue;
    const publicKey = JSON.stringify(key.publicKey);
    await registerKey({ tenderId: id, publicKey }, actor, db);
  }
  const { number } = await db.tender.findUniqueOrThrow({ where: { id }, select: { number: true } });
  return { id, number, buyerOrganisationId: organisationId, buyer, operator, holders };
}

export async function makeIssuedTender(
  db: Db,
  fields: Record<string, unknown> = {},
  buyer?: TestBidder,
): Promise<TenderScene> {
  const scene = await makeTender(db, { fields, buyer });
  await moveTender({ tenderId: scene.id, move: "submit" }, scene.buyer, db);
  await moveTender({ tenderId: scene.id, move: "issue" }, scene.operator, db);
  return scene;
}

export function bidContent(
  yuan: number,
  overrides: Partial<TenderBidContent> = {},
): TenderBidContent {
  return {
    priceFen: String(BigInt(Math.round(yuan * 100))),
    durationDays: 180,
    answers: [{ criterionId: "c3", text: "采用正渗透与机械蒸汽再压缩耦合的路线。" }],
    statement: "承诺按招标文件执行。",
    attachments: [],
    ...overrides,
  };
}

/** Seals as the bidder's browser does. */
export async function seal(db: Db, tenderId: string, organisationId: string, content: unknown) {
  const call = await getSealingCall(db, tenderId, organisationId);
  const { envelope } = await sealBid(content, call);
  return envelope;
}

export async function submit(
  db: Db,
  scene: Pick<TenderScene, "id">,
  bidder: TestBidder,
  content: unknown,
) {
  const envelope = await seal(db, scene.id, bidder.organisationId, content);
  const declared = { isRelated: "NO", relatedNote: "", confirmed: "on" } as const;
  return submitBid(
    {
      ...declared,
      tenderId: scene.id,
      organisationId: bidder.organisationId,
      envelope: JSON.stringify(envelope),
    },
    bidder.actor,
    db,
  );
}

/** Shares of every standing bid as one holder's browser opens them. */
export async function openShares(db: Db, scene: TenderScene, role: HolderRole) {
  const bids = await db.tenderBid.findMany({
    where: { tenderId: scene.id, state: "SUBMITTED" },
    select: { id: true, envelope: true },
  });
  return Promise.all(
    bids.map(async ({ id, envelope: stored }) => {
      const envelope = parseEnvelope(JSON.stringify(stored));
      const sealed = envelope?.shares.find((one) => one.role === role);
      if (!envelope || !sealed) throw new Error("no share");
      const { privateKey } = scene.holders[role];
      return { bidId: id, share: await openShare(envelope, sealed, privateKey).catch(() => "") };
    }),
  );
}

export async function handIn(db: Db, scene: TenderScene, role: HolderRole) {
  const shares = await openShares(db, scene, role);
  return handInShares({ tenderId: scene.id, shares }, scene.holders[role].actor, db);
}

/** Three bids, the deadline passed through `pass`, and two keys: ready to be evaluated. */
export async function makeOpenedTender(
  db: Db,
  pass: (ms: number) => void,
  yuan: readonly number[] = [1_800_000, 1_500_000, 1_650_000],
  fields: Record<string, unknown> = {},
): Promise<{ scene: TenderScene; bidders: TestBidder[] }> {
  const scene = await makeIssuedTender(db, fields);
  const bidders: TestBidder[] = [];
  for (const price of yuan) {
    const bidder = await makeBidder(db);
    await submit(db, scene, bidder, bidContent(price));
    bidders.push(bidder);
  }
  pass(22 * DAY_MS);
  await runTenderDue(scene.id, db);
  await handIn(db, scene, "BUYER");
  await handIn(db, scene, "NOTARY");
  return { scene, bidders };
}

/** Five members, four of them experts, who have declared themselves. */
export async function seatCommittee(db: Db, scene: TenderScene): Promise<UserActor[]> {
  const members: UserActor[] = [];
  for (const kind of ["EXPERT", "EXPERT", "EXPERT", "EXPERT", "BUYER"] as const) {
    const user = await makeUser(db, { realNameLevel: 2 });
    if (kind === "BUYER") await addMember(db, scene.buyerOrganisationId, user.id);
    await nameMember({ tenderId: scene.id, email: user.email, kind }, scene.operator, db);
    const actor = await actorOf(db, user.id);
    await acceptSeat({ tenderId: scene.id }, actor, db);
    members.push(actor);
  }
  return members;
}

/** Every member gives each bid the same score, by the order of the bidders. */
export async function scoreAll(
  db: Db,
  scene: TenderScene,
  members: readonly UserActor[],
  bidders: readonly TestBidder[],
  points: readonly number[],
): Promise<void> {
  const bids = await db.tenderBid.findMany({ where: { tenderId: scene.id, state: "OPENED" } });
  const entries = bids.map((bid) => {
    const at = bidders.findIndex((one) => one.organisationId === bid.organisationId);
    const hundredths = (points[at] ?? 0) * 100;
    return { bidId: bid.id, criterionId: "c3", hundredths, comment: "" };
  });
  for (const member of members) {
    await saveScores({ tenderId: scene.id, entries, isFinal: true }, member, db);
  }
}

export async function bidOf(db: Db, scene: Pick<TenderScene, "id">, bidder: TestBidder) {
  const { organisationId } = bidder;
  const where = { tenderId_organisationId: { tenderId: scene.id, organisationId } };
  return db.tenderBid.findUniqueOrThrow({ where });
}
