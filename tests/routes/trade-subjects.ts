import { setTimeout as sleep } from "node:timers/promises";
import { scheduleAuction } from "~/domain/bidding/schedule-auction.server";
import { inviteChallengeExpert } from "~/domain/challenges/invite-challenge-expert.server";
import { systemActor, type UserActor } from "~/domain/identity/actor";
import { raiseDispute } from "~/domain/oversight/raise-dispute.server";
import { newId } from "~/domain/shared/ids";
import { advance } from "~/domain/shared/procedure/advance.server";
import { createTender } from "~/domain/tenders/create-tender.server";
import { applyForLot } from "~/domain/trading/apply-for-lot.server";
import { createLot } from "~/domain/trading/create-lot.server";
import { decideLotApplication } from "~/domain/trading/decide-lot-application.server";
import { lotConduct } from "~/domain/trading/lot-conduct.server";
import type { Db } from "~/platform/db.server";
import { publishChallenge, submitIntention } from "../factories/challenges.ts";
import {
  addBidder,
  applicationForm,
  endApplications,
  lotInCheck,
  type TestLot,
} from "../factories/lots.ts";
import { actorOf } from "../factories/people.ts";
import { bidContent, bidOf, makeIssuedTender, submit } from "../factories/tenders.ts";

/** People and organisations that the rows below belong to, as ids, and a file that they all hand in. */
type Cast = {
  university: string;
  firm: string;
  universityOwner: string;
  firmOwner: string;
  scan: string;
};

/** Lots, payments, licences, challenges, tenders, flags and disputes that the paths of the table name. */
export async function findTradeSubjects(db: Db, cast: Cast): Promise<Record<string, string>> {
  const seller = await actorOf(db, cast.universityOwner);
  const buyer = await actorOf(db, cast.firmOwner);
  const offer = await db.licenceOffer.findFirstOrThrow({
    where: {
      state: "OPEN",
      organisationId: cast.university,
      purchases: { some: { fileId: { not: null } } },
    },
    select: {
      id: true,
      number: true,
      purchases: { where: { fileId: { not: null } }, select: { id: true, paymentId: true } },
    },
  });
  const purchase = offer.purchases[0];
  return {
    ...(await announced(db, cast, seller, buyer)),
    ...(await inBidding(db, cast, seller, buyer)),
    ...(await ofChallenges(db, cast, buyer, seller)),
    ...(await ofTenders(db, cast, buyer, seller)),
    sold: await soldLot(db),
    licence: String(offer.number),
    licenceOffer: offer.id,
    licencePurchase: purchase?.id ?? "",
    licencePayment: purchase?.paymentId ?? "",
  };
}

const PAPERS_PATIENCE_MS = 60_000;

/** The demonstration's run that was bid to the end by the firm, once the queue has written its papers. */
async function soldLot(db: Db): Promise<string> {
  for (const deadline = Date.now() + PAPERS_PATIENCE_MS; Date.now() < deadline; await sleep(250)) {
    const sold = await db.lot.findFirst({
      where: { auctions: { some: { confirmationFileId: { not: null } } } },
      orderBy: { number: "asc" },
      select: { number: true },
    });
    if (sold) return String(sold.number);
  }
  throw new Error("the demonstration has no lot whose sale is confirmed on paper");
}

/** The firm has applied with a proof and shown the receipt of its deposit; a flag and a dispute. */
async function announced(db: Db, cast: Cast, seller: UserActor, buyer: UserActor) {
  const lot = await announcedWithPaper(db, cast, { seller });
  const draft = await createLot({ organisationId: cast.university }, seller, db);
  const application = await apply(db, lot, cast.firm, buyer, cast.scan);
  const { depositPaymentId } = await db.lotApplication.findUniqueOrThrow({
    where: { id: application },
    select: { depositPaymentId: true },
  });
  const deposit = depositPaymentId ?? "";
  const proof = await db.transferProof.create({
    data: {
      id: newId(),
      paymentId: deposit,
      amountFen: 10_000_00n,
      paidOn: new Date(),
      bankReference: "ROUTETABLE2",
      fileId: cast.scan,
      submittedById: cast.firmOwner,
    },
    select: { id: true },
  });
  const trade = { caseType: "LOT" as const, caseId: lot.id };
  const dispute = await raiseDispute(
    { ...trade, organisationId: cast.firm, text: "公告的年费状况与登记簿不符。", upload: null },
    buyer,
    db,
  );
  await db.tradeDispute.update({ where: { id: dispute.id }, data: { fileId: cast.scan } });
  const flag = await db.tradeFlag.create({
    data: {
      id: newId(),
      ...trade,
      kind: "RELATED_PARTY",
      organisationIds: [cast.university, cast.firm],
      evidence: { reason: "declared", values: {}, rows: [] },
      rulesVersion: "route-table",
      dedupeKey: "route-table",
    },
    select: { id: true },
  });
  return {
    lot: String(lot.number),
    lotId: lot.id,
    lotDraft: draft.id,
    lotFile: cast.scan,
    lotApplication: application,
    deposit,
    depositProof: proof.id,
    dispute: dispute.id,
    flag: flag.id,
  };
}

/** A training lot whose run waits for its start; the firm is one of two admitted. */
async function inBidding(db: Db, cast: Cast, seller: UserActor, buyer: UserActor) {
  const lot = await announcedWithPaper(db, cast, { seller, isTraining: true });
  await apply(db, lot, cast.firm, buyer, null);
  await addBidder({ db }, lot);
  await endApplications({ db }, lot);
  const auction = await scheduleAuction(lot.id, systemActor("bidding"), db);
  return { run: String(lot.number), runLot: lot.id, auction };
}

/** A lot of the university, whose own decision about the sale only the office may read. */
async function announcedWithPaper(
  db: Db,
  cast: Cast,
  { seller, ...values }: { seller: UserActor; isTraining?: boolean },
): Promise<TestLot> {
  const by = { organisationId: cast.university, actor: seller };
  const lot = await lotInCheck({ db }, { ...values, seller: by });
  await db.lotFile.create({
    data: {
      id: newId(),
      lotId: lot.id,
      fileId: cast.scan,
      purpose: "DECISION",
      visibility: "OFFICE",
    },
  });
  await advance(db, lotConduct, lot.id, "announce", lot.operator);
  const { rulesHash } = await db.lot.findUniqueOrThrow({ where: { id: lot.id } });
  return { ...lot, rulesHash: rulesHash ?? "" };
}

async function apply(
  db: Db,
  lot: TestLot,
  organisationId: string,
  by: UserActor,
  proofFileId: string | null,
): Promise<string> {
  const form = applicationForm(lot, organisationId);
  const { id: applicationId } = await applyForLot({ ...form, proofFileId }, by, db);
  await decideLotApplication({ applicationId, decision: "qualify" }, lot.operator, db);
  return applicationId;
}

/**
 * The firm asks for solutions; the university has handed in an intention and works as a taker; the
 * outsider is invited to appraise.
 */
async function ofChallenges(db: Db, cast: Cast, buyer: UserActor, seller: UserActor) {
  const poster = { id: cast.firm, name: "", actor: buyer };
  const taker = { id: cast.university, name: "", actor: seller };
  const challenge = await publishChallenge(db, { poster });
  const file = await db.challengeFile.create({
    data: { id: newId(), challengeId: challenge.id, fileId: cast.scan, visibility: "AGREED" },
    select: { id: true },
  });
  const intentionId = await submitIntention(db, challenge, taker);
  const invited = { challengeId: challenge.id, email: "broker@demo.example" };
  await inviteChallengeExpert(invited, challenge.office, db);
  const work = await db.challengeTaker.create({
    data: {
      id: newId(),
      challengeId: challenge.id,
      intentionId,
      organisationId: cast.university,
      milestones: {
        create: { id: newId(), sort: 1, title: "小试", state: "REPORTED", fileId: cast.scan },
      },
    },
    select: { id: true, milestones: { select: { id: true } } },
  });
  return {
    challenge: String(challenge.number),
    challengeId: challenge.id,
    challengeFile: file.id,
    intention: intentionId,
    taker: work.id,
    takerMilestone: work.milestones[0]?.id ?? "",
  };
}

/** The firm invites tenders; the university's sealed bid is among them, and a draft has no bids yet. */
async function ofTenders(db: Db, cast: Cast, buyer: UserActor, seller: UserActor) {
  const scene = await makeIssuedTender(db, {}, { organisationId: cast.firm, actor: buyer });
  const bidder = { organisationId: cast.university, actor: seller };
  await submit(db, scene, bidder, bidContent(1_800_000));
  const { id: bid } = await bidOf(db, scene, bidder);
  await db.tenderFile.create({
    data: { id: newId(), tenderId: scene.id, fileId: cast.scan, title: "招标文件" },
  });
  const draft = await createTender({ organisationId: cast.firm, needId: null }, buyer, db);
  return {
    tender: String(scene.number),
    tenderId: scene.id,
    tenderDraft: draft.id,
    tenderBid: bid,
    tenderFile: cast.scan,
  };
}
