import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { UserActor } from "~/domain/identity/actor";
import { useTestClock } from "~/domain/shared/clock";
import { awardTender } from "~/domain/tenders/award-tender.server";
import { decideBid } from "~/domain/tenders/decide-bid.server";
import { getOfficeTender } from "~/domain/tenders/desk-tender-queries.server";
import { handleTenderObjection } from "~/domain/tenders/handle-tender-objection.server";
import { makeHolderKey } from "~/domain/tenders/holder-key-rules.js";
import { moveTender, type PlainTenderMove } from "~/domain/tenders/move-tender.server";
import { nameKeyHolder } from "~/domain/tenders/name-key-holder.server";
import { objectToTender } from "~/domain/tenders/object-to-tender.server";
import { registerKey } from "~/domain/tenders/register-key.server";
import { reinstateBid } from "~/domain/tenders/reinstate-bid.server";
import { requestBond } from "~/domain/tenders/request-bond.server";
import { runTenderDue } from "~/domain/tenders/run-tender-due.server";
import { getPublicTender } from "~/domain/tenders/tender-page-queries.server";
import { makeFlag } from "../../factories/oversight";
import { payByTransfer } from "../../factories/payments";
import { makeUser } from "../../factories/people";
import { addDeal, type WalkScene } from "../../factories/tender-rows";
import {
  bidContent,
  bidOf,
  handIn,
  makeBidder,
  makeIssuedTender,
  makeOpenedTender,
  makeTender,
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
const move = (scene: TenderScene, name: PlainTenderMove, note = "理由", actor?: UserActor) =>
  moveTender({ tenderId: scene.id, move: name, note }, actor ?? scene.operator, t.db);
const pageOf = (scene: TenderScene) => getPublicTender(t.db, scene.number, null, "zh-CN");

describe("holders and keys", () => {
  it("are fixed when the buyer hands in the call, and are part of what it announces", async () => {
    const bare = await makeTender(t.db, { withKeys: false });
    const submitOf = ({ id, buyer }: TenderScene) =>
      moveTender({ tenderId: id, move: "submit" }, buyer, t.db);
    await expect(submitOf(bare)).rejects.toMatchObject({ code: "tender_keys_missing" });
    const scene = await makeTender(t.db);
    await submitOf(scene);
    const { email } = await makeUser(t.db, { realNameLevel: 2 });
    await expect(
      nameKeyHolder({ tenderId: scene.id, role: "NOTARY", email }, scene.operator, t.db),
    ).rejects.toMatchObject({ code: "wrong_state" });
    const { publicKey } = await makeHolderKey();
    const key = { tenderId: scene.id, publicKey: JSON.stringify(publicKey) };
    await expect(registerKey(key, scene.holders.NOTARY.actor, t.db)).rejects.toMatchObject({
      code: "wrong_state",
    });
  });
});

describe("bids that broke at the opening", () => {
  it("keep their bonds held and ask for a published decision when too few are left", async () => {
    const scene = await makeIssuedTender(t.db, { bond: "20000" });
    const bonds: string[] = [];
    const bidders: TestBidder[] = [];
    const file = { name: "方案.pdf", sha256: "a".repeat(64), sizeBytes: 3 };
    const attachments = [{ ...file, data: "AAAA" }, file];
    for (const yuan of [1_500_000, 1_650_000, 2_500_000]) {
      const bidder = await makeBidder(t.db);
      const { organisationId, actor } = bidder;
      const asked = await requestBond({ tenderId: scene.id, organisationId }, actor, t.db);
      await payByTransfer(t, asked.paymentId);
      await submit(t.db, scene, bidder, bidContent(yuan, { attachments }));
      bonds.push(asked.paymentId);
      bidders.push(bidder);
    }
    pass(22 * DAY_MS);
    await runTenderDue(scene.id, t.db);
    await handIn(t.db, scene, "BUYER");
    await handIn(t.db, scene, "NOTARY");
    const held = await t.db.payment.findMany({ where: { id: { in: bonds } } });
    expect(held.map((one) => one.state)).toEqual(["PAID", "PAID", "PAID"]);

    const members = await seatCommittee(t.db, scene);
    await scoreAll(t.db, scene, members, bidders, [80, 90, 70]);
    const office = await getOfficeTender(scene.id, scene.operator, t.db, "zh-CN");
    expect(office.opened[0]?.content.attachments).toEqual([
      { ...file, isInside: true },
      { ...file, isInside: false },
    ]);
    // Everybody has scored; who leads is known to nobody before it is published.
    expect(office).not.toHaveProperty("ranking");
    await expect(move(scene, "publishCandidates", "")).rejects.toMatchObject({
      code: "tender_few_left",
      field: "note",
    });
    await move(scene, "publishCandidates", "两份有效投标仍有竞争");
    const { tender } = await pageOf(scene);
    expect(tender.fewReasons).toBe("两份有效投标仍有竞争");
    const lines = tender.bids.map((one) => [one.rank, one.durationDays, one.commitment.length]);
    expect(lines).toEqual([
      [1, 180, 64],
      [2, 180, 64],
      [null, null, 64],
    ]);
  });
});

describe("a bid that was wrongly rejected", () => {
  it("takes part again after its bidder's objection was upheld, and everybody scores anew", async () => {
    const { scene, bidders } = await makeOpenedTender(t.db, pass);
    const [first, second] = bidders as [TestBidder, TestBidder];
    const members = await seatCommittee(t.db, scene);
    const { id: bidId } = await bidOf(t.db, scene, second);
    const at = { tenderId: scene.id, bidId, note: "未按要求签章" };
    await decideBid({ ...at, move: "reject" }, scene.operator, t.db);
    await scoreAll(t.db, scene, members, bidders, [80, 90, 70]);
    const reinstate = (id = bidId, by = scene.operator) =>
      reinstateBid({ tenderId: scene.id, bidId: id, note: "签章有效" }, by, t.db);
    await expect(reinstate()).rejects.toMatchObject({ code: "tender_not_upheld" });
    await move(scene, "publishCandidates");
    await objectToTender(
      { tenderId: scene.id, organisationId: second.organisationId, text: "签章有效" },
      second.actor,
      t.db,
    );
    const { id: objectionId } = await t.db.tenderObjection.findFirstOrThrow({
      where: { tenderId: scene.id },
    });
    await handleTenderObjection(
      { tenderId: scene.id, objectionId, outcome: "UPHELD", result: "签章有效" },
      scene.operator,
      t.db,
    );
    await expect(reinstate()).rejects.toMatchObject({ code: "wrong_state" });
    await move(scene, "reEvaluate");
    pass(60_000);
    await expect(reinstate(bidId, scene.buyer)).rejects.toMatchObject({ code: "wrong_actor" });
    const other = await bidOf(t.db, scene, first);
    await expect(reinstate(other.id)).rejects.toMatchObject({ code: "wrong_state" });
    await reinstate();
    await expect(move(scene, "publishCandidates")).rejects.toMatchObject({
      code: "tender_scores_missing",
    });
    await scoreAll(t.db, scene, members, bidders, [80, 90, 70]);
    await move(scene, "publishCandidates");
    expect(await bidOf(t.db, scene, second)).toMatchObject({ rank: 1, invalidReason: "" });
  });
});

describe("an award", () => {
  it("waits for open clues, ends with the winner's contract only, and can be taken back", async () => {
    const { scene, bidders } = await makeOpenedTender(t.db, pass);
    const [first, winner] = bidders as [TestBidder, TestBidder];
    const members = await seatCommittee(t.db, scene);
    await scoreAll(t.db, scene, members, bidders, [80, 90, 70]);
    await move(scene, "publishCandidates");
    for (const days of [10, 15]) {
      pass(days * DAY_MS);
      await runTenderDue(scene.id, t.db);
    }
    const award = async (who: TestBidder, note = "") => {
      const { id: bidId } = await bidOf(t.db, scene, who);
      await awardTender({ tenderId: scene.id, bidId, note }, scene.buyer, t.db);
    };
    const flag = await makeFlag(t.db, [first.organisationId, winner.organisationId], scene.id);
    const about = (caseType: "LOT" | "TENDER") =>
      t.db.tradeFlag.update({ where: { id: flag }, data: { caseType } });
    await about("TENDER");
    await expect(award(winner)).rejects.toMatchObject({ code: "tender_flag_open" });
    await about("LOT");
    const { organisationId } = winner;
    await t.db.tradeBan.create({
      data: {
        id: organisationId,
        organisationId,
        fromAt: new Date("2026-11-01T00:00:00Z"),
        untilAt: new Date("2027-11-01T00:00:00Z"),
        reason: "违约",
      },
    });
    await expect(award(winner)).rejects.toMatchObject({ code: "tender_winner_banned" });
    const untilAt = new Date("2026-12-01T00:00:00Z");
    await t.db.tradeBan.update({ where: { id: organisationId }, data: { untilAt } });
    await award(winner);

    // A contract with somebody else of the same tender is not the award's.
    const walk = { ...scene, bidders } as unknown as WalkScene;
    await addDeal(t.db, walk, scene.id);
    expect(await runTenderDue(scene.id, t.db)).toBeNull();
    await expect(move(scene, "excuseWinner", "x", scene.buyer)).rejects.toMatchObject({
      code: "wrong_actor",
    });
    await expect(move(scene, "excuseWinner", "")).rejects.toMatchObject({ code: "note_required" });
    await move(scene, "excuseWinner", "招标人项目调整");
    expect(await stateOf(scene.id)).toBe("STANDSTILL");
    expect(await bidOf(t.db, scene, winner)).toMatchObject({ state: "EVALUATED", rank: 1 });
    expect(await t.db.tradeStrike.count({ where: { organisationId } })).toBe(0);
    await award(first, "第一名不再等待");
    expect(await runTenderDue(scene.id, t.db)).toBe("contract");
  });
});
