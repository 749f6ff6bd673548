import { createPublicKey, verify } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { systemActor } from "~/domain/identity/actor";
import { useTestClock } from "~/domain/shared/clock";
import { amendTender } from "~/domain/tenders/amend-tender.server";
import { amendTenderSchema } from "~/domain/tenders/amendment-schema";
import { answerTenderQuestion } from "~/domain/tenders/answer-tender-question.server";
import { askTenderQuestion } from "~/domain/tenders/ask-tender-question.server";
import { changeBid } from "~/domain/tenders/change-bid.server";
import { moveTender } from "~/domain/tenders/move-tender.server";
import { nameMember } from "~/domain/tenders/name-member.server";
import { noteTenderPayment } from "~/domain/tenders/note-tender-payment.server";
import { requestBond } from "~/domain/tenders/request-bond.server";
import { runTenderDue } from "~/domain/tenders/run-tender-due.server";
import { submitBid } from "~/domain/tenders/submit-bid.server";
import { makeTreasurer, payByTransfer } from "../../factories/payments";
import { actorOf, addMember, makeMember, makeOrganisation, makeUser } from "../../factories/people";
import {
  bidContent,
  bidOf,
  handIn,
  makeBidder,
  makeIssuedTender,
  makeTrader,
  seal,
  submit,
  type TenderScene,
  type TestBidder,
} from "../../factories/tenders";
import { useTestDb } from "../../setup/database";

const t = useTestDb("file");
const DAY_MS = 86_400_000;
let clock: ReturnType<typeof useTestClock>;
beforeEach(() => {
  clock = useTestClock(new Date("2026-12-01T02:00:00Z"));
});
afterEach(() => clock.restore());

const declared = { isRelated: "NO", relatedNote: "", confirmed: "on" } as const;
const amend = (scene: TenderScene, form: Record<string, string>) =>
  amendTender(
    { ...amendTenderSchema.parse({ text: "澄清", ...form }), tenderId: scene.id },
    scene.buyer,
    t.db,
  );

describe("a sealed bid", () => {
  it("is taken with a signed receipt, replaced, withdrawn and handed in again", async () => {
    const scene = await makeIssuedTender(t.db);
    const bidder = await makeBidder(t.db);
    const first = await submit(t.db, scene, bidder, bidContent(1_000_000));
    const row = await bidOf(t.db, scene, bidder);
    const receipt: unknown = JSON.parse(row.receipt);
    const { payload, signature, key } = receipt as Record<string, string>;
    const seals = await t.db.sealKey.findUniqueOrThrow({ where: { fingerprint: key ?? "" } });
    const isSigned = verify(
      "sha256",
      Buffer.from(payload ?? ""),
      { key: createPublicKey(seals.publicKeyPem), dsaEncoding: "ieee-p1363" },
      Buffer.from(signature ?? "", "base64url"),
    );
    expect(isSigned).toBe(true);
    expect(JSON.parse(payload ?? "{}")).toMatchObject({
      bid: first.number,
      envelopeHash: first.envelopeHash,
      revision: 1,
      receivedAt: "2026-12-01T02:00:00.000Z",
    });
    expect(first.number).toBeGreaterThan(99_999);

    const second = await submit(t.db, scene, bidder, bidContent(900_000));
    expect(second.number).toBe(first.number);
    const replaced = await bidOf(t.db, scene, bidder);
    expect(replaced).toMatchObject({ revision: 2, envelopeHash: second.envelopeHash });
    const change = (move: "confirm" | "withdraw", by = bidder.actor) =>
      changeBid({ tenderId: scene.id, organisationId: bidder.organisationId, move }, by, t.db);
    await expect(change("withdraw", (await makeBidder(t.db)).actor)).rejects.toMatchObject({
      status: 404,
    });
    await change("withdraw");
    await expect(change("confirm")).rejects.toMatchObject({ code: "wrong_state" });
    await submit(t.db, scene, bidder, bidContent(800_000));
    expect(await bidOf(t.db, scene, bidder)).toMatchObject({ state: "SUBMITTED", revision: 3 });
  });

  it("comes once from an organisation, however often at once, and not at the deadline", async () => {
    const scene = await makeIssuedTender(t.db);
    const bidder = await makeBidder(t.db);
    const all = await Promise.all(
      [1, 2, 3].map((yuan) => submit(t.db, scene, bidder, bidContent(yuan))),
    );
    expect(new Set(all.map((one) => one.bidId)).size).toBe(1);
    expect((await bidOf(t.db, scene, bidder)).revision).toBe(3);
    const { bidsDueAt } = await t.db.tender.findUniqueOrThrow({ where: { id: scene.id } });
    clock.restore();
    clock = useTestClock(bidsDueAt ?? new Date());
    await expect(submit(t.db, scene, bidder, bidContent(1))).rejects.toMatchObject({
      code: "tender_bids_over",
    });
    const withdraw = { organisationId: bidder.organisationId, move: "withdraw" } as const;
    await expect(
      changeBid({ ...withdraw, tenderId: scene.id }, bidder.actor, t.db),
    ).rejects.toMatchObject({ code: "tender_bids_over" });
  });

  it("comes from nobody who may not bid", async () => {
    const scene = await makeIssuedTender(t.db);
    const { organisationId } = await makeBidder(t.db);
    const as = (actor: TenderScene["buyer"], organisation = organisationId) =>
      submit(t.db, scene, { organisationId: organisation, actor }, bidContent(1));
    await expect(as(await makeMember(t.db, organisationId))).rejects.toMatchObject({
      code: "forbidden",
    });
    const lowUser = await makeUser(t.db, { realNameLevel: 1 });
    await addMember(t.db, organisationId, lowUser.id, "MEMBER", ["BID"]);
    await expect(as(await actorOf(t.db, lowUser.id))).rejects.toMatchObject({
      code: "tender_real_name",
    });
    await expect(as(scene.buyer, scene.buyerOrganisationId)).rejects.toMatchObject({
      code: "tender_own",
    });
    const unverified = await makeOrganisation(t.db, { isVerified: false });
    const theirs = await makeTrader(t.db, unverified.id);
    await expect(as(theirs, unverified.id)).rejects.toMatchObject({ code: "forbidden" });
    // A holder's colleague, and an organisation that is barred.
    const holders = await makeBidder(t.db);
    await addMember(t.db, holders.organisationId, scene.holders.NOTARY.actor.userId);
    await expect(as(holders.actor, holders.organisationId)).rejects.toMatchObject({
      code: "tender_involved",
    });
    // Somebody who writes the call, and one person behind two bids.
    const friends = await makeBidder(t.db);
    const writer = await makeUser(t.db, { realNameLevel: 2 });
    await addMember(t.db, scene.buyerOrganisationId, writer.id);
    await addMember(t.db, friends.organisationId, writer.id, "MEMBER", ["BID"]);
    await expect(as(await actorOf(t.db, writer.id), friends.organisationId)).rejects.toMatchObject({
      code: "tender_buyers_person",
    });
    await submit(t.db, scene, friends, bidContent(1));
    await addMember(t.db, organisationId, friends.actor.userId, "MEMBER", ["BID"]);
    await expect(as(await actorOf(t.db, friends.actor.userId))).rejects.toMatchObject({
      code: "tender_two_bidders",
    });
    const barred = await makeBidder(t.db);
    await t.db.tradeBan.create({
      data: {
        id: barred.organisationId,
        organisationId: barred.organisationId,
        fromAt: new Date("2026-11-01T00:00:00Z"),
        untilAt: new Date("2027-11-01T00:00:00Z"),
        reason: "违约",
      },
    });
    await expect(as(barred.actor, barred.organisationId)).rejects.toMatchObject({
      code: "trade_banned",
    });
    const bidder = await makeBidder(t.db);
    const envelope = await seal(t.db, scene.id, bidder.organisationId, bidContent(1));
    const input = { ...declared, tenderId: scene.id, organisationId: bidder.organisationId };
    await expect(
      submitBid(
        { ...input, isRelated: "YES", envelope: JSON.stringify(envelope) },
        bidder.actor,
        t.db,
      ),
    ).rejects.toMatchObject({ code: "tender_related", field: "isRelated" });
  });

  it("does not tell who evaluates, nor naming a member who bids", async () => {
    const scene = await makeIssuedTender(t.db);
    const bidders = [await makeBidder(t.db), await makeBidder(t.db), await makeBidder(t.db)];
    const [first, second, third] = bidders as [TestBidder, TestBidder, TestBidder];
    const colleague = await makeUser(t.db, { realNameLevel: 2 });
    await addMember(t.db, first.organisationId, colleague.id);
    const name = (email: string) =>
      nameMember({ tenderId: scene.id, email, kind: "EXPERT" }, scene.operator, t.db);
    await name(colleague.email);
    for (const one of [first, second]) await submit(t.db, scene, one, bidContent(1000));
    await name(second.actor.email);
    await name(third.actor.email);
    await expect(submit(t.db, scene, third, bidContent(1000))).rejects.toMatchObject({
      code: "tender_involved",
    });
    await submit(t.db, scene, await makeBidder(t.db), bidContent(1000));
    clock.advance(22 * DAY_MS);
    await runTenderDue(scene.id, t.db);
    for (const role of ["BUYER", "NOTARY"] as const) await handIn(t.db, scene, role);
    const members = await t.db.tenderMember.findMany({ where: { tenderId: scene.id } });
    const gone = members.filter((one) => one.recusedAt).map((one) => one.userId);
    expect(gone.sort()).toEqual([colleague.id, second.actor.userId].sort());
  });

  it("is refused when it is none, another's, or sealed to other keys", async () => {
    const scene = await makeIssuedTender(t.db);
    const other = await makeIssuedTender(t.db);
    const bidder = await makeBidder(t.db);
    const rival = await makeBidder(t.db);
    const { organisationId } = bidder;
    const hand = (envelope: unknown) =>
      submitBid(
        { ...declared, tenderId: scene.id, organisationId, envelope: JSON.stringify(envelope) },
        bidder.actor,
        t.db,
      );
    const good = await seal(t.db, scene.id, organisationId, bidContent(1));
    for (const bad of [null, "x", { ...good, extra: 1 }, { ...good, shares: [] }]) {
      await expect(hand(bad)).rejects.toMatchObject({ code: "bid_not_an_envelope" });
    }
    const copied = await seal(t.db, scene.id, rival.organisationId, bidContent(1));
    const elsewhere = await seal(t.db, other.id, organisationId, bidContent(1));
    for (const bad of [copied, elsewhere]) {
      await expect(hand(bad)).rejects.toMatchObject({ code: "bid_other_tender" });
    }
    await expect(hand({ ...elsewhere, tenderId: scene.id })).rejects.toMatchObject({
      code: "bid_old_call",
    });
    const foreign = { ...good, shares: elsewhere.shares };
    await expect(hand(foreign)).rejects.toMatchObject({ code: "bid_wrong_keys" });
    const [a] = good.shares;
    await expect(hand({ ...good, shares: [a, a, a] })).rejects.toMatchObject({
      code: "bid_wrong_keys",
    });
  });

  it("wants the bond held, and gives it back to whoever did not bid", async () => {
    const scene = await makeIssuedTender(t.db, { bond: "20000" });
    const bidder = await makeBidder(t.db);
    const idle = await makeBidder(t.db);
    await expect(submit(t.db, scene, bidder, bidContent(1))).rejects.toMatchObject({
      code: "tender_bond_missing",
    });
    const ask = (who: typeof bidder) =>
      requestBond({ tenderId: scene.id, organisationId: who.organisationId }, who.actor, t.db);
    const [{ paymentId }, again] = await Promise.all([ask(bidder), ask(bidder)]);
    expect(again.paymentId).toBe(paymentId);
    await payByTransfer(t, paymentId);
    await submit(t.db, scene, bidder, bidContent(1));
    expect((await bidOf(t.db, scene, bidder)).bondPaymentId).toBe(paymentId);
    const idlePayment = await ask(idle);
    await payByTransfer(t, idlePayment.paymentId);
    await noteTenderPayment(idlePayment.paymentId, systemActor("test"), t.db);
    const notes = await t.db.notification.count({
      where: { userId: idle.actor.userId, kind: "tenderBondHeld" },
    });
    expect(notes).toBe(1);
    const money = await makeTreasurer(t.db, bidder.organisationId);
    await expect(
      requestBond({ tenderId: scene.id, organisationId: bidder.organisationId }, money, t.db),
    ).rejects.toMatchObject({ status: 403 });
    clock.advance(22 * DAY_MS);
    expect(await runTenderDue(scene.id, t.db)).toBe("failUnopened");
    const states = await t.db.payment.findMany({ where: { caseId: scene.id } });
    expect(states.map((one) => one.state)).toEqual(["RETURN_DUE", "RETURN_DUE"]);
  });
});

describe("an amendment", () => {
  it("moves a near deadline and leaves bids to be confirmed or replaced", async () => {
    const scene = await makeIssuedTender(t.db);
    const [confirming, silent] = [await makeBidder(t.db), await makeBidder(t.db)];
    for (const one of [confirming, silent]) await submit(t.db, scene, one, bidContent(1));
    const sealedBefore = await seal(t.db, scene.id, silent.organisationId, bidContent(2));
    clock.advance(16 * DAY_MS);
    const { bidsDueAt } = await amend(scene, { qualification: "独立法人即可。" });
    expect(bidsDueAt.toISOString()).toBe("2027-01-01T02:00:00.000Z");
    expect(await bidOf(t.db, scene, silent)).toMatchObject({ state: "UNCONFIRMED" });
    const told = { userId: silent.actor.userId, kind: "tenderAmended" };
    expect(await t.db.notification.count({ where: told })).toBe(1);
    const stored = await t.db.tenderAmendment.findFirstOrThrow({ where: { tenderId: scene.id } });
    expect(stored.changes).toEqual([
      { field: "qualification", before: "独立法人，近三年有类似项目。", after: "独立法人即可。" },
    ]);
    const envelope = JSON.stringify(sealedBefore);
    const { organisationId, actor } = silent;
    await expect(
      submitBid({ ...declared, tenderId: scene.id, organisationId, envelope }, actor, t.db),
    ).rejects.toMatchObject({ code: "bid_old_call" });
    await changeBid(
      { tenderId: scene.id, organisationId: confirming.organisationId, move: "confirm" },
      confirming.actor,
      t.db,
    );
    expect(await bidOf(t.db, scene, confirming)).toMatchObject({
      state: "SUBMITTED",
      amendmentNumber: 1,
    });
    // A later deadline alone asks nobody.
    await amend(scene, { dueDate: "2027-01-05", dueTime: "10:00" });
    expect((await bidOf(t.db, scene, confirming)).state).toBe("SUBMITTED");
    clock.advance(30 * DAY_MS);
    expect(await runTenderDue(scene.id, t.db)).toBe("failUnopened");
    expect((await bidOf(t.db, scene, silent)).state).toBe("WITHDRAWN");
  });

  it("is the buyer's alone, changes something, and only moves the deadline on", async () => {
    const scene = await makeIssuedTender(t.db);
    await expect(amend(scene, {})).rejects.toMatchObject({ code: "tender_no_change" });
    await expect(amend(scene, { dueDate: "2026-12-10" })).rejects.toMatchObject({
      code: "tender_later",
    });
    await expect(
      amendTender(
        { ...amendTenderSchema.parse({ text: "修改资格" }), tenderId: scene.id },
        (await makeBidder(t.db)).actor,
        t.db,
      ),
    ).rejects.toMatchObject({ status: 404 });
  });
});

describe("questions", () => {
  it("are answered once, to everybody, by the buyer", async () => {
    const scene = await makeIssuedTender(t.db);
    const { actor } = await makeBidder(t.db);
    const ask = () => askTenderQuestion({ tenderId: scene.id, text: "进水电导率？" }, actor, t.db);
    await Promise.all([ask(), ask()]);
    const [question] = await t.db.tenderQuestion.findMany({ where: { tenderId: scene.id } });
    const answer = { tenderId: scene.id, questionId: question?.id ?? "", answer: "约 80 mS/cm。" };
    await expect(answerTenderQuestion(answer, actor, t.db)).rejects.toMatchObject({ status: 404 });
    await answerTenderQuestion(answer, scene.buyer, t.db);
    await expect(answerTenderQuestion(answer, scene.buyer, t.db)).rejects.toMatchObject({
      code: "wrong_state",
    });
    for (const _ of [3, 4, 5]) await ask();
    await expect(ask()).rejects.toMatchObject({ code: "tender_questions_max", status: 429 });
    await moveTender({ tenderId: scene.id, move: "cancel", note: "终止" }, scene.operator, t.db);
    await expect(ask()).rejects.toMatchObject({ code: "tender_questions_closed" });
  });
});
