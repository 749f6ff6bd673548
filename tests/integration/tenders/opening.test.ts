import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { UserActor } from "~/domain/identity/actor";
import { queueWatching } from "~/domain/oversight/queue-watching.server";
import { useTestClock } from "~/domain/shared/clock";
import { handInShares } from "~/domain/tenders/hand-in-shares.server";
import { moveTender } from "~/domain/tenders/move-tender.server";
import { recallTender } from "~/domain/tenders/recall-tender.server";
import { runTenderDue } from "~/domain/tenders/run-tender-due.server";
import { makeOfficer, makeStranger } from "../../factories/people";
import {
  bidContent,
  bidOf,
  handIn,
  makeBidder,
  makeIssuedTender,
  openShares,
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

const PRICES = [1_876_543.21, 1_500_000, 1_650_000];

/** Three sealed bids of an issued tender. */
async function sealedTender(prices = PRICES) {
  const scene = await makeIssuedTender(t.db);
  const bidders: TestBidder[] = [];
  for (const yuan of prices) {
    const bidder = await makeBidder(t.db);
    await submit(t.db, scene, bidder, bidContent(yuan));
    bidders.push(bidder);
  }
  return { scene, bidders };
}

async function closeBids(scene: TenderScene) {
  clock.advance(22 * DAY_MS);
  return runTenderDue(scene.id, t.db);
}

const stateOf = async (id: string) =>
  (await t.db.tender.findUniqueOrThrow({ where: { id } })).state;

/** Every row of every table as text, as a dump of the database has it. */
async function dump(): Promise<string> {
  const tables = await t.db.$queryRaw<{ name: string }[]>`
    SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
    WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`;
  const texts: string[] = [];
  for (const { name } of tables) {
    const rows = await t.db.$queryRawUnsafe<{ text: string }[]>(
      `SELECT one::text AS text FROM ${name} AS one`,
    );
    texts.push(...rows.map((row) => row.text));
  }
  return texts.join("\n");
}

describe("opening", () => {
  it("keeps amounts out of the database until two of three keys open the bids", async () => {
    const { scene, bidders } = await sealedTender();
    const hidden = /187654321|1876543\.21|1,876,543|正渗透/;
    expect(await dump()).not.toMatch(hidden);
    expect(await runTenderDue(scene.id, t.db)).toBeNull();
    await expect(handIn(t.db, scene, "BUYER")).rejects.toMatchObject({ code: "wrong_state" });
    expect(await closeBids(scene)).toBe("beginOpening");

    expect(await handIn(t.db, scene, "MARKET")).toEqual({ isOpened: false, handedIn: 1 });
    expect(await stateOf(scene.id)).toBe("OPENING");
    expect(await dump()).not.toMatch(hidden);
    await expect(handIn(t.db, scene, "MARKET")).rejects.toMatchObject({
      code: "tender_shares_handed",
    });
    await expect(
      moveTender({ tenderId: scene.id, move: "concludeOpening", note: "x" }, scene.operator, t.db),
    ).rejects.toMatchObject({ code: "tender_second_key" });

    expect(await handIn(t.db, scene, "NOTARY")).toEqual({ isOpened: true, handedIn: 2 });
    expect(await stateOf(scene.id)).toBe("EVALUATION");
    const opened = await t.db.tenderBid.findMany({ where: { tenderId: scene.id } });
    expect(opened.map((one) => one.state)).toEqual(["OPENED", "OPENED", "OPENED"]);
    const [first] = bidders;
    if (!first) throw new Error("no bidder");
    const bid = await bidOf(t.db, scene, first);
    expect(bid).toMatchObject({ priceFen: 187_654_321n, content: bidContent(1_876_543.21) });
    expect(await dump()).toMatch(hidden);
    // A third key has nothing left to open.
    await expect(handIn(t.db, scene, "BUYER")).rejects.toMatchObject({ code: "wrong_state" });
  });

  it("never opens fewer bids than the law wants, and calls again", async () => {
    const { scene } = await sealedTender([1_000_000, 1_200_000]);
    expect(await closeBids(scene)).toBe("failUnopened");
    expect(await runTenderDue(scene.id, t.db)).toBeNull();
    const bids = await t.db.tenderBid.findMany({ where: { tenderId: scene.id } });
    expect(bids.map((one) => [one.state, one.priceFen])).toEqual([
      ["SUBMITTED", null],
      ["SUBMITTED", null],
    ]);
    await expect(handIn(t.db, scene, "BUYER")).rejects.toMatchObject({ code: "wrong_state" });
    const { id } = await recallTender({ tenderId: scene.id }, scene.buyer, t.db);
    const again = await t.db.tender.findUniqueOrThrow({
      where: { id },
      include: { keyHolders: true },
    });
    expect(again).toMatchObject({ earlierTenderId: scene.id, runNumber: 2, state: "DRAFT" });
    expect(again.keyHolders).toEqual([]);
    await expect(recallTender({ tenderId: scene.id }, scene.buyer, t.db)).rejects.toMatchObject({
      code: "tender_not_recallable",
    });
  });

  it("refuses shares of other bids, of nobody, and of half the bids", async () => {
    const { scene } = await sealedTender();
    await closeBids(scene);
    const shares = await openShares(t.db, scene, "BUYER");
    const [a, b, c] = shares;
    if (!a || !b || !c) throw new Error("three bids");
    const { actor } = scene.holders.BUYER;
    const hand = (list: typeof shares, by = actor) =>
      handInShares({ tenderId: scene.id, shares: list }, by, t.db);
    const swapped = [{ ...a, share: b.share }, { ...b, share: a.share }, c];
    await expect(hand(swapped)).rejects.toMatchObject({ code: "tender_share_foreign" });
    await expect(hand(shares, scene.holders.MARKET.actor)).rejects.toMatchObject({
      code: "tender_share_foreign",
    });
    for (const list of [
      [a, b],
      [a, a, b],
      [a, b, { ...c, bidId: scene.id }],
    ]) {
      await expect(hand(list)).rejects.toMatchObject({ code: "tender_shares_incomplete" });
    }
    await expect(hand(shares, await makeStranger(t.db))).rejects.toMatchObject({ status: 404 });
    expect(await t.db.tenderOpenedShare.count()).toBe(
      await t.db.tenderOpenedShare.count({ where: { bid: { tenderId: { not: scene.id } } } }),
    );
    // Both at once: one opens first, the other with it; nothing is opened twice.
    const market = await openShares(t.db, scene, "MARKET");
    const both = await Promise.all([hand(shares), hand(market, scene.holders.MARKET.actor)]);
    expect(both.filter((one) => one.isOpened)).toHaveLength(1);
    expect(await stateOf(scene.id)).toBe("EVALUATION");
  });

  it("says which bid cannot be opened and why, and opens the others", async () => {
    const { scene, bidders } = await sealedTender([1_800_000, 1_500_000, 1_650_000, 1_700_000]);
    const [first, second] = bidders;
    if (!first || !second) throw new Error("no bidders");
    // Not what a browser seals: more than the ceiling, no answer.
    await submit(t.db, scene, second, bidContent(2_000_000.01));
    const silent = await makeBidder(t.db);
    await submit(t.db, scene, silent, bidContent(1_000_000, { answers: [] }));
    const odd = await makeBidder(t.db);
    await submit(t.db, scene, odd, { hello: "world" });
    // What the database cannot keep stops nobody else's opening.
    const poisoned: TestBidder[] = [];
    for (const statement of ["a\u0000b", "\ud842"]) {
      const bidder = await makeBidder(t.db);
      await submit(t.db, scene, bidder, bidContent(1_000_000, { statement }));
      poisoned.push(bidder);
    }
    const tampered = await bidOf(t.db, scene, first);
    const envelope = tampered.envelope as { cipher: string };
    const flip = envelope.cipher.startsWith("A") ? "B" : "A";
    await t.db.tenderBid.update({
      where: { id: tampered.id },
      data: { envelope: { ...envelope, cipher: flip + envelope.cipher.slice(1) } },
    });
    await closeBids(scene);
    await handIn(t.db, scene, "BUYER");
    await handIn(t.db, scene, "MARKET");
    const reasons = async (bidder: TestBidder) => {
      const bid = await bidOf(t.db, scene, bidder);
      return [bid.state, bid.invalidReason, bid.priceFen];
    };
    expect(await reasons(first)).toEqual(["INVALID", "cipher_changed", null]);
    expect(await reasons(second)).toEqual(["INVALID", "over_ceiling", null]);
    expect(await reasons(silent)).toEqual(["INVALID", "answer_missing", null]);
    for (const one of [odd, ...poisoned]) {
      expect(await reasons(one)).toEqual(["INVALID", "not_a_bid", null]);
    }
    expect(await t.db.tenderBid.count({ where: { tenderId: scene.id, state: "OPENED" } })).toBe(2);
  });

  it("asks for the third key when a share cannot be read, and lets no holder shut a bid out", async () => {
    const { scene } = await sealedTender();
    await closeBids(scene);
    const shares = await openShares(t.db, scene, "BUYER");
    const unreadable = shares.map((one) => ({ ...one, share: "" }));
    const { actor } = scene.holders.BUYER;
    await handInShares({ tenderId: scene.id, shares: unreadable }, actor, t.db);
    expect(await handIn(t.db, scene, "MARKET")).toEqual({ isOpened: false, handedIn: 2 });
    expect(await stateOf(scene.id)).toBe("OPENING");
    // Who hands in nothing readable is none of the two, however long everybody waits.
    clock.advance(4 * DAY_MS);
    const keyless = await makeOfficer(t.db, "MARKET_OPERATOR", null);
    await expect(
      moveTender({ tenderId: scene.id, move: "concludeOpening", note: "x" }, keyless, t.db),
    ).rejects.toMatchObject({ code: "tender_second_key" });
    expect(await handIn(t.db, scene, "NOTARY")).toEqual({ isOpened: true, handedIn: 3 });
    const opened = await t.db.tenderBid.count({ where: { tenderId: scene.id, state: "OPENED" } });
    expect(opened).toBe(3);
  });

  it("is concluded without a lost key by somebody who holds none, once the third has had time", async () => {
    const { scene } = await sealedTender();
    await closeBids(scene);
    const [lost, ...rest] = await openShares(t.db, scene, "BUYER");
    if (!lost) throw new Error("no share");
    const { actor } = scene.holders.BUYER;
    const shares = [{ ...lost, share: "" }, ...rest];
    await handInShares({ tenderId: scene.id, shares }, actor, t.db);
    await handIn(t.db, scene, "MARKET");
    const keyless = await makeOfficer(t.db, "MARKET_OPERATOR", null);
    const conclude = (by: UserActor, note = "公证角色密钥遗失") =>
      moveTender({ tenderId: scene.id, move: "concludeOpening", note }, by, t.db);
    await expect(conclude(keyless, "")).rejects.toMatchObject({ code: "note_required" });
    await expect(conclude(keyless)).rejects.toMatchObject({ code: "tender_third_waits" });
    clock.advance(3 * DAY_MS);
    await expect(conclude(scene.operator)).rejects.toMatchObject({
      code: "tender_conclude_holder",
    });
    await conclude(keyless);
    const bid = await t.db.tenderBid.findUniqueOrThrow({ where: { id: lost.bidId } });
    expect([bid.state, bid.invalidReason]).toEqual(["INVALID", "shares_missing"]);
  });

  it("stands still while suspended and moves its dates by that time", async () => {
    const { scene } = await sealedTender();
    const before = await t.db.tender.findUniqueOrThrow({ where: { id: scene.id } });
    const move = (name: "suspend" | "resume") =>
      moveTender({ tenderId: scene.id, move: name, note: "核实投诉" }, scene.operator, t.db);
    await move("suspend");
    // Nobody looks at who has bid while the bids are sealed, whatever moves the tender makes.
    await queueWatching(t.db);
    const looks = await t.db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM graphile_worker.jobs
      WHERE key = ${`trading.watch:TENDER:${scene.id}`}`;
    expect(looks).toEqual([{ count: 0 }]);
    clock.advance(3 * DAY_MS);
    const bidder = await makeBidder(t.db);
    await expect(submit(t.db, scene, bidder, bidContent(1))).rejects.toMatchObject({
      code: "tender_bids_over",
    });
    await move("resume");
    const after = await t.db.tender.findUniqueOrThrow({ where: { id: scene.id } });
    expect(after.state).toBe("ISSUED");
    const later = (after.bidsDueAt?.getTime() ?? 0) - (before.bidsDueAt?.getTime() ?? 0);
    expect(later).toBe(3 * DAY_MS);
    await expect(move("resume")).rejects.toMatchObject({ code: "wrong_state" });
  });
});
