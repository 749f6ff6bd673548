import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { UserActor } from "~/domain/identity/actor";
import { useTestClock } from "~/domain/shared/clock";
import { acceptSeat } from "~/domain/tenders/accept-seat.server";
import { answerPrice } from "~/domain/tenders/answer-price.server";
import { awardTender } from "~/domain/tenders/award-tender.server";
import { decideBid } from "~/domain/tenders/decide-bid.server";
import { getEvaluation } from "~/domain/tenders/evaluation-queries.server";
import { handleTenderObjection } from "~/domain/tenders/handle-tender-objection.server";
import { moveTender, type PlainTenderMove } from "~/domain/tenders/move-tender.server";
import { nameMember } from "~/domain/tenders/name-member.server";
import { objectToTender } from "~/domain/tenders/object-to-tender.server";
import { recuseMember } from "~/domain/tenders/recuse-member.server";
import { refuseAward } from "~/domain/tenders/refuse-award.server";
import { requestBond } from "~/domain/tenders/request-bond.server";
import { runTenderDue } from "~/domain/tenders/run-tender-due.server";
import { saveScores } from "~/domain/tenders/save-scores.server";
import { getPublicTender } from "~/domain/tenders/tender-page-queries.server";
import { payByTransfer } from "../../factories/payments";
import { actorOf, makeUser } from "../../factories/people";
import {
  bidContent,
  bidOf,
  handIn,
  makeBidder,
  makeIssuedTender,
  makeOpenedTender,
  scoreAll,
  seatCommittee,
  submit,
  type TenderScene,
  type TestBidder,
} from "../../factories/tenders";
import { useTestDb } from "../../setup/database";

const t = useTestDb("file");
const DAY_MS = 86_400_000;
let clock: ReturnType<typeof useTestClock>;
const pass = (ms: number) => clock.advance(ms);
beforeEach(() => {
  clock = useTestClock(new Date("2026-12-01T02:00:00Z"));
});
afterEach(() => clock.restore());

const stateOf = async (id: string) =>
  (await t.db.tender.findUniqueOrThrow({ where: { id } })).state;
const move = (scene: TenderScene, name: PlainTenderMove, actor?: UserActor) =>
  moveTender({ tenderId: scene.id, move: name, note: "理由" }, actor ?? scene.operator, t.db);
const pageOf = (scene: TenderScene) => getPublicTender(t.db, scene.number, null, "zh-CN");

/** Candidates published: the second bidder leads with 94.2 points, the first follows, the third is last. */
async function ranked() {
  const { scene, bidders } = await makeOpenedTender(t.db, pass);
  const members = await seatCommittee(t.db, scene);
  await scoreAll(t.db, scene, members, bidders, [80, 90, 70]);
  await move(scene, "publishCandidates");
  const [first, second, third] = bidders;
  if (!first || !second || !third) throw new Error("three bidders");
  return { scene, members, bidders: [first, second, third] as const };
}

describe("evaluation", () => {
  it("is done by a whole committee whose members do not see each other's scores", async () => {
    const { scene, bidders } = await makeOpenedTender(t.db, pass);
    await expect(move(scene, "publishCandidates")).rejects.toMatchObject({
      code: "tender_committee",
    });
    const members = await seatCommittee(t.db, scene);
    const [first, second] = members;
    if (!first || !second) throw new Error("no members");
    await expect(move(scene, "publishCandidates")).rejects.toMatchObject({
      code: "tender_scores_missing",
    });
    await scoreAll(t.db, scene, [first], bidders, [81, 90, 70]);
    const sheet = async (actor: UserActor) =>
      JSON.stringify(await getEvaluation(scene.id, actor, t.db));
    expect(await sheet(first)).toContain("8100");
    expect(await sheet(second)).not.toContain("8100");
    await expect(getEvaluation(scene.id, scene.buyer, t.db)).rejects.toMatchObject({
      status: 404,
    });
    await expect(getEvaluation(scene.id, bidders[0]?.actor ?? first, t.db)).rejects.toThrow();
    expect(JSON.stringify(await pageOf(scene))).not.toContain(first.name);
    const entries: Parameters<typeof saveScores>[0]["entries"] = [];
    const save = (actor: UserActor, list = entries) =>
      saveScores({ tenderId: scene.id, entries: list, isFinal: true }, actor, t.db);
    await expect(save(first)).rejects.toMatchObject({ code: "wrong_state" });
    await expect(save(second)).rejects.toMatchObject({ code: "tender_score_missing" });
    const bid = await t.db.tenderBid.findFirstOrThrow({ where: { tenderId: scene.id } });
    const tooMuch = { bidId: bid.id, criterionId: "c3", hundredths: 10_001, comment: "" };
    await expect(
      saveScores({ tenderId: scene.id, entries: [tooMuch], isFinal: false }, second, t.db),
    ).rejects.toMatchObject({ code: "tender_score_range" });
    await scoreAll(t.db, scene, members.slice(1), bidders, [81, 90, 70]);
    await move(scene, "publishCandidates");
    const { tender } = await pageOf(scene);
    expect(tender.bids.map((one) => [one.rank, one.total])).toEqual([
      [1, "94.00"],
      [2, "83.60"],
      [3, "79.272727"],
    ]);
    expect(tender.committee).toEqual([]);
  });

  it("takes nobody of a side, and replaces who steps down", async () => {
    const { scene, bidders } = await makeOpenedTender(t.db, pass);
    const [bidder] = bidders;
    if (!bidder) throw new Error("no bidder");
    const name = (email: string, kind: "EXPERT" | "BUYER", by = scene.operator) =>
      nameMember({ tenderId: scene.id, email, kind }, by, t.db);
    await expect(name(bidder.actor.email, "EXPERT")).rejects.toMatchObject({
      code: "tender_member_side",
    });
    await expect(name(scene.buyer.email, "EXPERT")).rejects.toMatchObject({
      code: "tender_member_side",
    });
    await expect(name("nobody@test.example", "EXPERT")).rejects.toMatchObject({
      code: "tender_person_unknown",
    });
    await expect(name(bidder.actor.email, "EXPERT", scene.buyer)).rejects.toMatchObject({
      status: 403,
    });
    const members = await seatCommittee(t.db, scene);
    const [leaving] = members;
    if (!leaving) throw new Error("no member");
    await scoreAll(t.db, scene, members, bidders, [80, 90, 70]);
    const own = { tenderId: scene.id, memberId: null, note: "与投标人有师生关系" };
    await recuseMember(own, leaving, t.db);
    await expect(recuseMember(own, leaving, t.db)).rejects.toMatchObject({ code: "wrong_state" });
    await expect(move(scene, "publishCandidates")).rejects.toMatchObject({
      code: "tender_committee",
    });
    const substitute = await makeUser(t.db, { realNameLevel: 2 });
    await name(substitute.email, "EXPERT");
    const actor = await actorOf(t.db, substitute.id);
    await expect(scoreAll(t.db, scene, [actor], bidders, [1, 1, 1])).rejects.toMatchObject({
      code: "tender_not_declared",
    });
    await acceptSeat({ tenderId: scene.id }, actor, t.db);
    await scoreAll(t.db, scene, [actor], bidders, [80, 90, 70]);
    await move(scene, "publishCandidates");
    expect(await stateOf(scene.id)).toBe("CANDIDATES");
  });

  it("asks for the reasons of a price far below the others", async () => {
    const { scene, bidders } = await makeOpenedTender(t.db, pass, [1_800_000, 600_000, 1_700_000]);
    const [, low, usual] = bidders;
    if (!low || !usual) throw new Error("no bidder");
    const members = await seatCommittee(t.db, scene);
    await scoreAll(t.db, scene, members, bidders, [80, 90, 70]);
    await expect(move(scene, "publishCandidates")).rejects.toMatchObject({
      code: "tender_price_open",
    });
    const explain = (who: TestBidder) =>
      answerPrice(
        { tenderId: scene.id, organisationId: who.organisationId, note: "自有中试基地" },
        who.actor,
        t.db,
      );
    await expect(explain(usual)).rejects.toMatchObject({ code: "tender_not_asked" });
    await explain(low);
    const bid = await bidOf(t.db, scene, low);
    const accept = { tenderId: scene.id, bidId: bid.id, move: "acceptPrice" } as const;
    await expect(decideBid({ ...accept, note: "成立" }, scene.buyer, t.db)).rejects.toMatchObject({
      code: "wrong_actor",
    });
    await decideBid({ ...accept, note: "委员会认为说明成立" }, scene.operator, t.db);
    await move(scene, "publishCandidates");
    expect((await bidOf(t.db, scene, low)).rank).toBe(1);
  });
});

describe("candidates and award", () => {
  it("waits for objections, evaluates anew when one is upheld, and then stands still", async () => {
    const { scene, members, bidders } = await ranked();
    const [first, second, third] = bidders;
    const object = (who: TestBidder) =>
      objectToTender(
        { tenderId: scene.id, organisationId: who.organisationId, text: "评分有误" },
        who.actor,
        t.db,
      );
    await expect(object(await makeBidder(t.db))).rejects.toMatchObject({
      code: "tender_not_bidder",
    });
    await object(third);
    expect((await pageOf(scene)).tender.objections[0]?.text).toBeNull();
    pass(10 * DAY_MS);
    expect(await runTenderDue(scene.id, t.db)).toBeNull();
    await expect(object(first)).rejects.toMatchObject({ code: "tender_objection_closed" });
    const objection = await t.db.tenderObjection.findFirstOrThrow({
      where: { tenderId: scene.id },
    });
    const decide = { tenderId: scene.id, objectionId: objection.id, result: "漏评一项" } as const;
    await expect(
      handleTenderObjection({ ...decide, outcome: "UPHELD" }, scene.buyer, t.db),
    ).rejects.toMatchObject({ status: 403 });
    await handleTenderObjection({ ...decide, outcome: "UPHELD" }, scene.operator, t.db);
    expect(await runTenderDue(scene.id, t.db)).toBeNull();
    await move(scene, "reEvaluate");
    expect((await bidOf(t.db, scene, second)).rank).toBeNull();
    pass(60_000);
    await scoreAll(t.db, scene, members, bidders, [80, 70, 95]);
    await move(scene, "publishCandidates");
    expect((await bidOf(t.db, scene, third)).rank).toBe(1);
    await expect(move(scene, "reEvaluate")).rejects.toMatchObject({ code: "tender_none_upheld" });
    pass(10 * DAY_MS);
    await Promise.all([runTenderDue(scene.id, t.db), runTenderDue(scene.id, t.db)]);
    expect(await stateOf(scene.id)).toBe("STANDSTILL");
    const { id: bidId } = await bidOf(t.db, scene, third);
    await expect(
      awardTender({ tenderId: scene.id, bidId, note: "" }, scene.buyer, t.db),
    ).rejects.toMatchObject({ code: "tender_standstill" });
  });

  it("goes to the first candidate or another with reasons, by the buyer's signer", async () => {
    const { scene, bidders } = await ranked();
    const [first, second, third] = bidders;
    pass(10 * DAY_MS);
    await runTenderDue(scene.id, t.db);
    pass(15 * DAY_MS);
    await runTenderDue(scene.id, t.db);
    const award = async (who: TestBidder, note = "", by = scene.buyer) => {
      const { id: bidId } = await bidOf(t.db, scene, who);
      await awardTender({ tenderId: scene.id, bidId, note }, by, t.db);
    };
    await expect(award(second, "", scene.operator)).rejects.toMatchObject({ code: "wrong_actor" });
    await expect(award(second, "", third.actor)).rejects.toMatchObject({ status: 404 });
    await expect(award(first)).rejects.toMatchObject({ code: "tender_reasons_needed" });
    const both = await Promise.allSettled([award(first, "第一名在建项目过多"), award(second)]);
    expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await stateOf(scene.id)).toBe("AWARDED");
    const jobs = await t.db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM graphile_worker._private_jobs AS job
      JOIN graphile_worker._private_tasks AS task ON task.id = job.task_id
      WHERE task.identifier = 'deals.fromTrade' AND job.payload->>'id' = ${scene.id}`;
    expect(jobs[0]?.count).toBe(1);
    const { tender } = await pageOf(scene);
    expect(tender.committee).toHaveLength(5);
    expect((await bidOf(t.db, scene, third)).state).toBe("NOT_AWARDED");
  });

  it("passes to the next candidate when the winner refuses, and keeps the bond", async () => {
    const scene = await makeIssuedTender(t.db, { bond: "20000" });
    const bidders: TestBidder[] = [];
    const payments: string[] = [];
    for (const yuan of [1_800_000, 1_500_000, 1_650_000]) {
      const bidder = await makeBidder(t.db);
      const { organisationId, actor } = bidder;
      const asked = await requestBond({ tenderId: scene.id, organisationId }, actor, t.db);
      await payByTransfer(t, asked.paymentId);
      await submit(t.db, scene, bidder, bidContent(yuan));
      bidders.push(bidder);
      payments.push(asked.paymentId);
    }
    pass(22 * DAY_MS);
    await runTenderDue(scene.id, t.db);
    await handIn(t.db, scene, "BUYER");
    await handIn(t.db, scene, "MARKET");
    const members = await seatCommittee(t.db, scene);
    await scoreAll(t.db, scene, members, bidders, [80, 90, 70]);
    await move(scene, "publishCandidates");
    for (const days of [10, 15]) {
      pass(days * DAY_MS);
      await runTenderDue(scene.id, t.db);
    }
    const [next, winner] = bidders;
    if (!next || !winner) throw new Error("no bidders");
    const award = async (who: TestBidder) => {
      const { id: bidId } = await bidOf(t.db, scene, who);
      await awardTender({ tenderId: scene.id, bidId, note: "" }, scene.buyer, t.db);
    };
    const bonds = async () =>
      Promise.all(
        payments.map(async (id) => (await t.db.payment.findUniqueOrThrow({ where: { id } })).state),
      );
    await award(winner);
    expect(await bonds()).toEqual(["PAID", "PAID", "RETURN_DUE"]);
    const refuse = (by: UserActor, note: string) =>
      refuseAward({ tenderId: scene.id, note }, by, t.db);
    await expect(refuse(next.actor, "x")).rejects.toMatchObject({ status: 404 });
    await expect(refuse(winner.actor, "")).rejects.toMatchObject({ code: "note_required" });
    await refuse(winner.actor, "产能不足");
    expect(await bonds()).toEqual(["PAID", "FORFEITED", "RETURN_DUE"]);
    expect(await bidOf(t.db, scene, winner)).toMatchObject({ state: "REJECTED", rank: 1 });
    const strikes = { organisationId: winner.organisationId, kind: "NOT_SIGNED" };
    expect(await t.db.tradeStrike.count({ where: strikes })).toBe(1);
    expect(await stateOf(scene.id)).toBe("STANDSTILL");
    await expect(award(winner)).rejects.toMatchObject({ code: "tender_not_a_candidate" });
    await award(next);
    expect(await bidOf(t.db, scene, next)).toMatchObject({ state: "AWARDED" });
  });

  it("ends for everybody when the market cancels", async () => {
    const { scene, bidders } = await ranked();
    const cancel = (by: UserActor) => move(scene, "cancel", by);
    await expect(cancel(scene.buyer)).rejects.toMatchObject({ code: "wrong_actor" });
    await expect(cancel(bidders[0].actor)).rejects.toMatchObject({ status: 404 });
    await cancel(scene.operator);
    expect(await stateOf(scene.id)).toBe("CANCELLED");
    expect((await bidOf(t.db, scene, bidders[0])).state).toBe("NOT_AWARDED");
    expect((await pageOf(scene)).tender.closeNote).toBe("理由");
  });
});
