import { afterEach, describe, expect, it } from "vitest";
import { agreeDeal, reopenDeal } from "~/domain/deals/advance-deal.server";
import { getDealAccess, lockDeal } from "~/domain/deals/deal-access.server";
import { getDealFrame } from "~/domain/deals/deal-frame-queries.server";
import { countDealsWaiting, listDeals } from "~/domain/deals/deal-list-queries.server";
import { getConversation, listMessagesAfter } from "~/domain/deals/deal-message-queries.server";
import { markDealOpened } from "~/domain/deals/mark-deal-opened.server";
import { moveDeal } from "~/domain/deals/move-deal.server";
import { openDeal } from "~/domain/deals/open-deal.server";
import { getIntroductionRoom, listOpenablePairs } from "~/domain/deals/opening-queries.server";
import { getPeople } from "~/domain/deals/people-queries.server";
import { postDealMessage } from "~/domain/deals/post-deal-message.server";
import { remindQuietDeal } from "~/domain/deals/remind-quiet-deal.server";
import { settleDispute } from "~/domain/deals/settle-dispute.server";
import { systemActor, type UserActor } from "~/domain/identity/actor";
import { answerIntroduction } from "~/domain/matching/answer-introduction.server";
import { answerMatch } from "~/domain/matching/answer-match.server";
import { useTestClock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { sweepClocks } from "~/domain/shared/procedure/sweep-clocks.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import { makeDeal } from "../../factories/deals";
import { addMember, makeMember, makeStranger, makeUser } from "../../factories/people";
import { codeOf } from "../../setup/code-of";
import { useTestDb } from "../../setup/database";
import { ask, makeScene, toldTo } from "../matching/scene";

const t = useTestDb("file");
const DAY_MS = 86_400_000;
let testClock: ReturnType<typeof useTestClock> | undefined;
afterEach(() => {
  testClock?.restore();
  testClock = undefined;
});

const text = (body: string) => ({ clientKey: newId(), body, upload: null });

describe("openDeal", () => {
  it("opens one room of an accepted introduction, however often and by whom it is asked", async () => {
    const scene = await makeScene(t.db);
    const introductionId = await ask(t.db, scene, { withNeed: true });
    expect(await codeOf(openDeal({ introductionId }, scene.buyer, t.db))).toBe(
      "introduction_not_open",
    );
    await answerIntroduction({ introductionId, answer: "accept" }, scene.supplier, t.db);
    const reader = await makeMember(t.db, scene.firm.id, "MEMBER", []);
    expect(await codeOf(openDeal({ introductionId }, reader, t.db))).toBe("forbidden");
    const stranger = await makeStranger(t.db);
    expect(await codeOf(openDeal({ introductionId }, stranger, t.db))).toBe("not_found");

    const rooms = await Promise.all(
      [scene.buyer, scene.supplier, scene.buyer].map((actor) =>
        openDeal({ introductionId }, actor, t.db),
      ),
    );
    expect(new Set(rooms.map((room) => room.id)).size).toBe(1);
    expect(rooms.filter((room) => room.isNew)).toHaveLength(1);
    const id = rooms[0]?.id ?? "";
    const people = await getPeople(id, scene.buyer, t.db);
    expect(people.people.map((one) => one.role).sort()).toContain("DEMAND");
    expect(people.people.map((one) => one.userId)).toEqual(
      expect.arrayContaining([scene.buyer.userId, scene.supplier.userId]),
    );
    expect(await codeOf(getDealAccess(t.db, id, stranger))).toBe("not_found");
    expect(await codeOf(getDealAccess(t.db, id, reader))).toBe("not_found");
    const room = await getIntroductionRoom(
      { id: introductionId, state: "ACCEPTED" },
      scene.buyer,
      t.db,
    );
    expect(room).toEqual({ dealId: id, canOpen: false });
    const clocks = await t.db.procedureClock.count({ where: { subjectId: id, clock: "quiet" } });
    expect(clocks).toBe(1);
  });

  it("opens on mutual interest, but gives no blinded name away", async () => {
    const scene = await makeScene(t.db);
    const pair = { needId: scene.need.id, achievementId: scene.achievement.id };
    const answer = { ...pair, answer: "INTERESTED" as const, declineCode: null, note: "" };
    await answerMatch(answer, scene.buyer, t.db);
    expect(await codeOf(openDeal(pair, scene.buyer, t.db))).toBe("deal_no_mutual_interest");
    await answerMatch(answer, scene.supplier, t.db);
    await t.db.achievement.update({ where: { id: pair.achievementId }, data: { isBlinded: true } });
    expect(await codeOf(openDeal(pair, scene.buyer, t.db))).toBe("deal_blinded");
    const [shown] = await listOpenablePairs(scene.buyer, t.db);
    expect(shown?.introductionHref).toContain("/desk/introductions/new?kind=achievement");
    // The blinded owner may show itself.
    const opened = await Promise.all([1, 2].map(() => openDeal(pair, scene.supplier, t.db)));
    expect(new Set(opened.map((one) => one.id)).size).toBe(1);
    expect(await listOpenablePairs(scene.buyer, t.db)).toEqual([]);
    const deal = await t.db.deal.findUniqueOrThrow({ where: { id: opened[0]?.id ?? "" } });
    expect(deal).toMatchObject({ origin: "INTEREST", ...pair });
  });
});

describe("conversation", () => {
  it("numbers messages sent at once without gaps and takes a repeated one once", async () => {
    const deal = await makeDeal(t.db);
    const numbers = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        postDealMessage(deal.id, text(`${at}`), at % 2 ? deal.buyer : deal.seller, t.db),
      ),
    );
    expect(numbers.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const twice = text("一次 𬭎");
    const both = await Promise.all(
      [1, 2].map(() => postDealMessage(deal.id, twice, deal.buyer, t.db)),
    );
    expect(both).toEqual([9, 9]);
    const page = await getConversation(deal.id, 9, deal.seller, t.db);
    expect(page.messages).toHaveLength(8);
    expect(page).toMatchObject({ hasOlder: false, hasNewer: true, canWrite: true });
    const after = await listMessagesAfter(deal.id, 7, deal.seller, t.db);
    expect(after.messages.map((one) => one.sequence)).toEqual([8, 9]);

    const stranger = await makeStranger(t.db);
    expect(await codeOf(postDealMessage(deal.id, text("x"), stranger, t.db))).toBe("not_found");
    expect(await codeOf(postDealMessage(deal.id, text(""), deal.buyer, t.db))).toBe(
      "deal_empty_message",
    );
    expect(await codeOf(listMessagesAfter(deal.id, 0, stranger, t.db))).toBe("not_found");
  });

  it("takes files of the kinds people work with and refuses others", async () => {
    const deal = await makeDeal(t.db);
    const png = Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
      "base64",
    );
    const send = (name: string, bytes: Uint8Array) =>
      postDealMessage(deal.id, { ...text(""), upload: { name, bytes } }, deal.buyer, t.db);
    expect(await send("图.png", png)).toBe(1);
    expect(await codeOf(send("图.pdf", png))).toBe("file_kind");
    expect(await codeOf(send("空.png", new Uint8Array()))).toBe("file_empty");
    const { messages } = await getConversation(deal.id, null, deal.seller, t.db);
    expect(messages[0]).toMatchObject({ kind: "FILE", file: { name: "图.png" } });
  });

  it("tells the others once until they have read, and lists what is unread with the next step", async () => {
    const deal = await makeDeal(t.db);
    const [told] = [() => toldTo(t.db, deal.seller.userId)];
    await postDealMessage(deal.id, text("一"), deal.buyer, t.db);
    await postDealMessage(deal.id, text("二"), deal.buyer, t.db);
    expect(await told()).toEqual(["dealMessage"]);
    expect(await countDealsWaiting(deal.seller, t.db)).toBe(1);
    const list = await listDeals({ states: null, skip: 0, take: 10 }, deal.seller, t.db);
    expect(list.items).toMatchObject([{ id: deal.id, unread: 2, step: "reply" }]);
    await markDealOpened(deal.id, 2, deal.seller, t.db);
    expect(await countDealsWaiting(deal.seller, t.db)).toBe(0);
    await postDealMessage(deal.id, text("三"), deal.buyer, t.db);
    expect(await told()).toEqual(["dealMessage", "dealMessage"]);
    // A mark that lies beyond the last message is cut to it.
    await markDealOpened(deal.id, 99, deal.seller, t.db);
    const { readers } = await getConversation(deal.id, null, deal.buyer, t.db);
    const own = readers.find((one) => one.userId === deal.seller.userId);
    expect(own?.readSequence).toBe(3);
  });
});

describe("course of a room", () => {
  it("pauses, disputes, settles by both sides, and closes with a coded reason", async () => {
    const deal = await makeDeal(t.db);
    const state = async () => (await t.db.deal.findUniqueOrThrow({ where: { id: deal.id } })).state;
    const pause = { move: "pause" as const, note: "等预算" };
    expect(await codeOf(moveDeal(deal.id, { ...pause, note: " " }, deal.buyer, t.db))).toBe(
      "note_required",
    );
    const paused = await Promise.all(
      [deal.buyer, deal.seller].map((actor) => codeOf(moveDeal(deal.id, pause, actor, t.db))),
    );
    expect(paused.sort()).toEqual(["done", "wrong_state"]);
    await moveDeal(deal.id, { move: "resume" }, deal.seller, t.db);
    await moveDeal(deal.id, { move: "dispute", note: "样品不符" }, deal.buyer, t.db);
    expect(await settleDispute(deal.id, deal.buyer, t.db)).toBe(false);
    expect(await settleDispute(deal.id, deal.buyer, t.db)).toBe(false);
    expect((await getDealFrame(deal.id, deal.seller, t.db)).step).toBe("settle");
    const settled = await Promise.all(
      [deal.seller, deal.seller].map((actor) => codeOf(settleDispute(deal.id, actor, t.db))),
    );
    expect(settled.sort()).toEqual(["done", "wrong_state"]);
    expect(await state()).toBe("OPEN");
    // An offer to settle an earlier dispute does not count for the next.
    await moveDeal(deal.id, { move: "dispute", note: "又有问题" }, deal.seller, t.db);
    expect(await settleDispute(deal.id, deal.seller, t.db)).toBe(false);
    const close = { move: "close" as const, note: "价格差太多", closeCode: "PRICE" as const };
    await moveDeal(deal.id, close, deal.buyer, t.db);
    expect(await state()).toBe("CLOSED");
    expect(await codeOf(postDealMessage(deal.id, text("x"), deal.seller, t.db))).toBe(
      "deal_not_open",
    );
    const { messages } = await getConversation(deal.id, null, deal.seller, t.db);
    expect(messages.map((one) => one.event?.code)).toEqual([
      "pause",
      "resume",
      "dispute",
      "settleOffered",
      "settleOffered",
      "settle",
      "dispute",
      "settleOffered",
      "close",
    ]);
  });

  it("follows term sheets by the market's hand", async () => {
    const deal = await makeDeal(t.db);
    await inTransaction(t.db, async (tx) => {
      await lockDeal(tx, deal.id);
      await agreeDeal(tx, deal.id);
    });
    expect((await getDealFrame(deal.id, deal.seller, t.db)).step).toBe("draftContract");
    await inTransaction(t.db, (tx) => reopenDeal(tx, deal.id));
    const row = await t.db.deal.findUniqueOrThrow({ where: { id: deal.id } });
    expect(row).toMatchObject({ state: "OPEN", agreedAt: null });
  });

  it("asks what is to become of a quiet room, and of a lively one nothing", async () => {
    testClock = useTestClock(new Date("2026-11-23T02:00:00Z"));
    const scene = await makeScene(t.db);
    const introductionId = await ask(t.db, scene);
    await answerIntroduction({ introductionId, answer: "accept" }, scene.supplier, t.db);
    const { id } = await openDeal({ introductionId }, scene.buyer, t.db);
    const quiet = async (actor: UserActor) =>
      (await toldTo(t.db, actor.userId)).filter((kind) => kind === "dealQuiet").length;
    testClock.advance(10 * DAY_MS);
    await postDealMessage(id, text("还在准备"), scene.buyer, t.db);
    testClock.advance(8 * DAY_MS);
    const firings = { deal: remindQuietDeal };
    await sweepClocks(t.db, firings);
    expect(await quiet(scene.supplier)).toBe(0);
    testClock.advance(10 * DAY_MS);
    await sweepClocks(t.db, firings);
    await sweepClocks(t.db, firings);
    expect([await quiet(scene.supplier), await quiet(scene.buyer)]).toEqual([1, 1]);
  });
});

it("the market alone makes the market's moves", async () => {
  const deal = await makeDeal(t.db);
  await addMember(t.db, deal.supply.id, (await makeUser(t.db)).id, "OWNER");
  const access = await getDealAccess(t.db, deal.id, deal.seller);
  expect(access.side).toBe("SUPPLY");
  await expect(getDealAccess(t.db, deal.id, systemActor("x"))).rejects.toMatchObject({
    code: "not_found",
  });
});
