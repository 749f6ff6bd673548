import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { type HolderRole, makeHolderKey } from "~/domain/tenders/holder-key-rules.js";
import { openShare, type SealedEnvelope, sealBid } from "~/domain/tenders/sealing-rules.js";
import { type TenderCriterion, tenderRulesSchema } from "~/domain/tenders/tender-schema";
import type { Db } from "~/platform/db.server";
import { makeSignedContract, termSheet } from "./deals";
import { actorOf, makeOfficer, makeOrganisation, makeUser } from "./people";
import { bidContent, HOLDER_ROLES, makeBidder, makeTrader, type TestBidder } from "./tenders";

const DAY_MS = 86_400_000;
const HASH = "a".repeat(64);

export type WalkScene = {
  buyerOrganisationId: string;
  otherId: string;
  buyer: UserActor;
  operator: UserActor;
  notary: UserActor;
  bidders: [TestBidder, TestBidder, TestBidder];
  experts: string[];
  keys: Record<HolderRole, Awaited<ReturnType<typeof makeHolderKey>>>;
  /** One sealed bid and its opened shares of each bidder, made once: a walk inserts hundreds. */
  sealed: { envelope: SealedEnvelope; shares: { role: string; share: string }[] }[];
};

const CRITERIA: TenderCriterion[] = [
  { id: "c1", title: "价格", kind: "PRICE", weightBp: 4000, maximum: 100, guidance: "" },
  { id: "c3", title: "方案", kind: "SCORE", weightBp: 6000, maximum: 100, guidance: "" },
];

const RULES = tenderRulesSchema.parse({
  bidsMinimum: 3,
  committeeMinimum: 5,
  expertShareBp: 6667,
  candidatesMaximum: 3,
  candidatesDays: 3,
  standstillDays: 5,
  contractDays: 30,
  amendmentDays: 15,
  abnormalBp: 0,
});

/** The people of many tenders that a walk inserts in the middle of their lives. */
export async function walkScene(db: Db): Promise<WalkScene> {
  const buyerOrganisation = await makeOrganisation(db, { kind: "ENTERPRISE" });
  const [first, second, third] = [await makeBidder(db), await makeBidder(db), await makeBidder(db)];
  const experts: string[] = [];
  for (let at = 0; at < 5; at += 1) experts.push((await makeUser(db, { realNameLevel: 2 })).id);
  const [BUYER, MARKET, NOTARY] = await Promise.all(HOLDER_ROLES.map(() => makeHolderKey()));
  if (!BUYER || !MARKET || !NOTARY) throw new Error("no keys");
  const keys = { BUYER, MARKET, NOTARY };
  const bidders = [first, second, third] as const;
  return {
    sealed: await Promise.all(bidders.map((one, at) => sealOne(one.organisationId, at, keys))),
    buyerOrganisationId: buyerOrganisation.id,
    otherId: (await makeOrganisation(db)).id,
    buyer: await makeTrader(db, buyerOrganisation.id),
    operator: await makeOfficer(db, "MARKET_OPERATOR", null),
    notary: await actorOf(db, (await makeUser(db, { realNameLevel: 2 })).id),
    bidders: [first, second, third],
    experts,
    keys,
  };
}

async function sealOne(organisationId: string, at: number, keys: WalkScene["keys"]) {
  const holders = HOLDER_ROLES.map((role) => {
    const { publicKey, fingerprint } = keys[role];
    return { role, publicKey, fingerprint };
  });
  const call = { tenderId: newId(), organisationId, rulesHash: HASH, holders };
  const { envelope } = await sealBid(bidContent(1000 + at), call);
  const shares = await Promise.all(
    envelope.shares.slice(0, 2).map(async (one) => {
      const share = await openShare(envelope, one, keys[one.role].privateKey);
      return { role: one.role, share };
    }),
  );
  return { envelope, shares };
}

const BID_STATES: Record<string, string> = {
  ISSUED: "SUBMITTED",
  OPENING: "SUBMITTED",
  EVALUATION: "OPENED",
  CANDIDATES: "EVALUATED",
  STANDSTILL: "EVALUATED",
  AWARDED: "EVALUATED",
};

/** A tender in any state with all that its moves look at, inserted directly. */
export async function insertTender(
  db: Db,
  scene: WalkScene,
  values: {
    state: string;
    suspendedFrom?: string | null;
    isDue: boolean;
    bids: number;
    bidState?: string;
    hasUpheld?: boolean;
    /** The move will be refused anyway: only the winner's bid is there. */
    isBare?: boolean;
  },
): Promise<{ id: string; bidIds: string[] }> {
  const { state } = values;
  const id = newId();
  const now = clock.now().getTime();
  const past = new Date(now - DAY_MS);
  const future = new Date(now + 40 * DAY_MS);
  const inState = values.suspendedFrom ?? state;
  const people = { BUYER: scene.experts[4], MARKET: scene.experts[3], NOTARY: scene.notary.userId };
  const bidIds: string[] = [];
  const bids = [];
  for (const [at, bidder] of scene.bidders.slice(0, values.isBare ? 1 : values.bids).entries()) {
    const sealed = scene.sealed[at];
    if (!sealed) throw new Error("no envelope");
    const bidId = newId();
    bidIds.push(bidId);
    const isWinner = state === "AWARDED" && at === 0;
    const bidState = isWinner ? "AWARDED" : (values.bidState ?? BID_STATES[inState] ?? "OPENED");
    const isSealed = ["SUBMITTED", "UNCONFIRMED", "WITHDRAWN"].includes(bidState);
    const opened = { content: bidContent(1000 + at), priceFen: 100_000n, openedAt: past };
    const shares = values.isBare
      ? []
      : sealed.shares.map((one) => ({ ...one, createdById: scene.notary.userId }));
    bids.push({
      id: bidId,
      organisationId: bidder.organisationId,
      userId: bidder.actor.userId,
      number: at + 1,
      state: bidState,
      envelope: sealed.envelope,
      envelopeHash: HASH,
      receipt: "",
      submittedAt: past,
      rank: bidState === "EVALUATED" || isWinner ? at + 1 : null,
      ...(isSealed ? {} : opened),
      shares: { create: shares },
    });
  }
  await db.tender.create({
    data: {
      id,
      state,
      suspendedFrom: values.suspendedFrom ?? null,
      organisationId: scene.buyerOrganisationId,
      createdById: scene.buyer.userId,
      title: "t",
      description: "d",
      categoryCode: "11",
      qualification: "q",
      contractTerms: "c",
      budgetFen: 200_000n,
      criteria: CRITERIA,
      rules: RULES,
      rulesHash: HASH,
      issuedAt: new Date(now - 30 * DAY_MS),
      bidsDueAt: values.isDue ? past : future,
      candidatesAt: past,
      candidatesEndAt: past,
      standstillEndsAt: past,
      awardedBidId: bidIds[0],
      keyHolders: {
        create: (values.isBare ? (["NOTARY"] as const) : HOLDER_ROLES).map((role) => ({
          id: newId(),
          role,
          userId: people[role] ?? "",
          publicKey: scene.keys[role].publicKey,
          fingerprint: scene.keys[role].fingerprint,
          registeredAt: past,
          openedAt: past,
        })),
      },
      members: {
        create: (values.isBare ? [] : scene.experts).map((userId) => ({
          id: newId(),
          userId,
          kind: "EXPERT",
          invitedById: scene.operator.userId,
          acceptedAt: past,
          submittedAt: past,
        })),
      },
    },
  });
  for (const bid of bids) await db.tenderBid.create({ data: { ...bid, tenderId: id } });
  if (values.hasUpheld) {
    await db.tenderObjection.create({
      data: {
        id: newId(),
        tenderId: id,
        number: 1,
        organisationId: scene.bidders[0].organisationId,
        raisedById: scene.bidders[0].actor.userId,
        text: "t",
        outcome: "UPHELD",
        result: "r",
        handledAt: clock.now(),
      },
    });
  }
  return { id, bidIds };
}

/** The deal room of an awarded tender with a signed contract. */
export async function addDeal(db: Db, scene: WalkScene, tenderId: string): Promise<void> {
  const [winner] = scene.bidders;
  const dealId = newId();
  const supply = { id: winner.organisationId, legalName: "" };
  const demand = { id: scene.buyerOrganisationId, legalName: "" };
  await db.deal.create({
    data: {
      id: dealId,
      title: "t",
      origin: "TENDER",
      tenderId,
      supplyOrganisationId: supply.id,
      demandOrganisationId: demand.id,
      openedById: scene.buyer.userId,
    },
  });
  const deal = { id: dealId, supply, demand, seller: winner.actor, buyer: scene.buyer };
  const whole = { ...deal, achievementId: "", needId: "" };
  const content = termSheet();
  const terms = { id: newId(), content };
  await db.termSheet.create({
    data: {
      id: terms.id,
      dealId,
      number: 1,
      state: "ACCEPTED",
      content,
      contentHash: HASH,
      side: "SUPPLY",
      proposedById: winner.actor.userId,
      answeredAt: clock.now(),
      answeredById: scene.buyer.userId,
    },
  });
  await makeSignedContract(db, whole, terms);
}
