import { describe, expect, it } from "vitest";
import { EXAMPLE_RULES } from "~/domain/bidding/example-auctions";
import { makeAuctionPapers } from "~/domain/bidding/make-auction-papers.server";
import { findAuctionPaper } from "~/domain/bidding/paper-source-queries.server";
import { placeBid } from "~/domain/bidding/place-bid.server";
import { publishTranscript } from "~/domain/bidding/publish-transcript.server";
import { resumeAuction } from "~/domain/bidding/resume-auction.server";
import { scheduleAuction } from "~/domain/bidding/schedule-auction.server";
import { suspendAuction } from "~/domain/bidding/suspend-auction.server";
import { sweepAuctions } from "~/domain/bidding/sweep-auctions.server";
import { findTranscriptText } from "~/domain/bidding/transcript-queries.server";
import { usePreemption } from "~/domain/bidding/use-preemption.server";
import { verifyTranscript } from "~/domain/bidding/verify-transcript-rules";
import { voidAuction } from "~/domain/bidding/void-auction.server";
import { systemActor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import { lotConduct } from "~/domain/trading/lot-conduct.server";
import {
  clientKey,
  finishAuction,
  openAuction,
  passPhase,
  type TestAuction,
} from "../../factories/auctions";
import { makeOfficer, makeStranger } from "../../factories/people";
import { useTestDb } from "../../setup/database";

const t = useTestDb("file");
const market = systemActor("test");
const note = "设备故障，暂停处理";

const bidderOf = (auction: TestAuction, n: number) => {
  const found = auction.bidders[n - 1]?.actor;
  if (!found) throw new Error("no such bidder");
  return found;
};
const bid = (auction: TestAuction, n: number, amountFen: bigint) => {
  const { auctionId } = auction;
  return placeBid({ auctionId, amountFen, clientKey: clientKey() }, bidderOf(auction, n), t.db);
};
const lotOf = ({ lotId }: TestAuction) =>
  t.db.lot.findUniqueOrThrow({ where: { id: lotId }, select: { state: true } });
const rowOf = ({ auctionId }: TestAuction) =>
  t.db.auction.findUniqueOrThrow({ where: { id: auctionId } });

async function verified(auction: TestAuction) {
  await publishTranscript(auction.auctionId, market, t.db);
  return verifyTranscript((await findTranscriptText(t.db, auction.number)) ?? "", null);
}

describe("an operator", () => {
  it("stops the time of a run and of its lot, and lets both go on", async () => {
    const auction = await openAuction(t);
    const input = { auctionId: auction.auctionId, note };
    await bid(auction, 1, 100_000n);
    const before = await rowOf(auction);
    await suspendAuction(input, auction.operator, t.db);
    expect(await rowOf(auction)).toMatchObject({ state: "SUSPENDED", nextAt: null });
    expect(await lotOf(auction)).toEqual({ state: "SUSPENDED" });
    // Nothing is wrong with the bidder, and the record must not say so.
    const answer = await bid(auction, 2, 101_000n);
    expect(answer).toMatchObject({ outcome: "REFUSED", reason: "suspended" });
    await expect(suspendAuction(input, auction.operator, t.db)).rejects.toThrow("wrong_state");
    await resumeAuction(input, auction.operator, t.db);
    const after = await rowOf(auction);
    expect(after.state).toBe("OPEN");
    expect(after.nextAt?.getTime()).toBeGreaterThan(before.nextAt?.getTime() ?? 0);
    expect(await lotOf(auction)).toEqual({ state: "BIDDING" });
    expect(await bid(auction, 2, 101_000n)).toMatchObject({ outcome: "ACCEPTED" });
  });

  it("voids a run, whose record is published and verified too", async () => {
    const auction = await openAuction(t);
    const input = { auctionId: auction.auctionId, note };
    await bid(auction, 1, 100_000n);
    await voidAuction(input, auction.operator, t.db);
    expect(await rowOf(auction)).toMatchObject({ state: "VOID", winnerBidderId: null });
    expect(await lotOf(auction)).toEqual({ state: "VOID" });
    expect(await verified(auction)).toMatchObject({ isValid: true, result: { outcome: "VOID" } });
  });

  it("is one of the lot's region; nobody else has a hand in it", async () => {
    const auction = await openAuction(t);
    const input = { auctionId: auction.auctionId, note };
    const others = [
      await makeStranger(t.db),
      auction.seller,
      bidderOf(auction, 1),
      await makeOfficer(t.db, "REVIEWER", null),
      await makeOfficer(t.db, "MARKET_OPERATOR", "370200"),
    ];
    for (const actor of others) {
      for (const act of [suspendAuction, resumeAuction, voidAuction]) {
        await expect(act(input, actor, t.db)).rejects.toThrow("forbidden");
      }
    }
    await expect(
      suspendAuction({ auctionId: auction.lotId, note }, auction.operator, t.db),
    ).rejects.toThrow("not_found");
    const again = await Promise.all([1, 2].map(() => scheduleAuction(auction.lotId, market, t.db)));
    expect(again).toEqual([auction.auctionId, auction.auctionId]);
    await expect(scheduleAuction(auction.lotId, auction.operator, t.db)).rejects.toThrow();
  });
});

describe("after the end", () => {
  it("the holder of a pre-emptive right matches; papers follow, the second when it is confirmed", async () => {
    const rules = { ...EXAMPLE_RULES.ASCENDING, timeFactor: 400, preemptionSeconds: 3600 };
    const auction = await openAuction(t, { rules, preemptiveRanks: { 1: 1, 2: 1, 3: 1 } });
    await bid(auction, 1, 100_000n);
    await finishAuction(t, auction);
    // Equal ranks: nobody goes before who bid first.
    expect(await rowOf(auction)).toMatchObject({ state: "ENDED", priceFen: 100_000n });
    expect(await verified(auction)).toMatchObject({ result: { bidder: 1, isPreemptive: false } });
    await makeAuctionPapers(auction.auctionId, market, t.db);
    await makeAuctionPapers(auction.auctionId, market, t.db);
    const { resultFileId, confirmationFileId } = await rowOf(auction);
    expect(resultFileId).not.toBeNull();
    expect(confirmationFileId).toBeNull();
    await advance(t.db, lotConduct, auction.lotId, "confirm", bidderOf(auction, 1));
    await t.db.$executeRaw`UPDATE "Auction" SET "endedAt" = now() - interval '1 minute'`;
    await sweepAuctions(t.db);
    await makeAuctionPapers(auction.auctionId, market, t.db);
    const find = (actor: Parameters<typeof findAuctionPaper>[3]) =>
      findAuctionPaper(t.db, auction.number, "SALE_CONFIRMATION", actor);
    expect(await find(null)).toBeNull();
    expect(await find(bidderOf(auction, 2))).toBeNull();
    expect(await find(bidderOf(auction, 1))).not.toBeNull();
    expect(await find(auction.seller)).not.toBeNull();
    expect(await findAuctionPaper(t.db, auction.number, "AUCTION_RESULT", null)).not.toBeNull();
    const seals = await t.db.documentSeal.findMany({ where: { subjectId: auction.auctionId } });
    expect(seals.map((one) => one.kind).sort()).toEqual(["AUCTION_RESULT", "SALE_CONFIRMATION"]);
  });

  it("only who holds the right may match, once, in its time", async () => {
    const rules = { ...EXAMPLE_RULES.ASCENDING, timeFactor: 400, preemptionSeconds: 3600 };
    const auction = await openAuction(t, { rules, preemptiveRanks: { 1: 2 } });
    const holder = await t.db.auctionBidder.findFirstOrThrow({
      where: { auctionId: auction.auctionId, preemptiveRank: 2 },
    });
    const other = [1, 2, 3].find((n) => n !== holder.number) ?? 0;
    const match = (n: number) => {
      const { auctionId } = auction;
      const input = { auctionId, clientKey: clientKey(), isMatch: true };
      return usePreemption(input, bidderOf(auction, n), t.db);
    };
    await bid(auction, other, 100_000n);
    expect(await match(holder.number)).toMatchObject({ reason: "not_open" });
    await passPhase(t, auction);
    expect(await match(other)).toMatchObject({ reason: "no_right" });
    expect(await match(holder.number)).toMatchObject({ outcome: "ACCEPTED" });
    expect(await rowOf(auction)).toMatchObject({ state: "ENDED", winnerBidderId: holder.id });
    expect(await verified(auction)).toMatchObject({
      isValid: true,
      result: { isPreemptive: true },
    });
  });
});

describe("a run in rounds", () => {
  it("keeps a bid of a turn secret until the turn ends, and is verified", async () => {
    const rules = { ...EXAMPLE_RULES.ROUNDS, rounds: 1, timeFactor: 30 };
    const auction = await openAuction(t, { rules, bidders: 2 });
    await passPhase(t, auction);
    expect(await bid(auction, 2, 123_000n)).toMatchObject({ outcome: "ACCEPTED" });
    const stored = await t.db.$queryRaw<{ text: string }[]>`
      SELECT (SELECT coalesce(string_agg(e::text, ''), '') FROM "AuctionEvent" e)
        || (SELECT string_agg(a::text, '') FROM "Auction" a)
        || (SELECT coalesce(string_agg(p::text, ''), '') FROM "ProxyBid" p) AS text`;
    expect(stored[0]?.text).not.toContain("123000");
    await finishAuction(t, auction);
    expect(await rowOf(auction)).toMatchObject({ priceFen: 123_000n });
    expect(await verified(auction)).toMatchObject({ isValid: true, bids: 1 });
  });
});
