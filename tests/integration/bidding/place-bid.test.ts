import { describe, expect, it } from "vitest";
import { EXAMPLE_RULES } from "~/domain/bidding/example-auctions";
import { placeBid } from "~/domain/bidding/place-bid.server";
import { tickAuction } from "~/domain/bidding/tick-auction.server";
import { useTestClock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { clientKey, openAuction, passPhase, type TestAuction } from "../../factories/auctions";
import { actorOf, addMember, makeStranger, makeUser } from "../../factories/people";
import { useTestDb } from "../../setup/database";

const t = useTestDb("file");

const bid = (auction: TestAuction, bidder: number, amountFen: bigint, key = clientKey()) => {
  const actor = auction.bidders[bidder - 1]?.actor;
  if (!actor) throw new Error("no such bidder");
  return placeBid({ auctionId: auction.auctionId, amountFen, clientKey: key }, actor, t.db);
};
const eventsOf = (auctionId: string) =>
  t.db.auctionEvent.findMany({ where: { auctionId }, orderBy: { sequence: "asc" } });

describe("a bid", () => {
  it("is accepted, or refused with its reason, in the order of arrival", async () => {
    const auction = await openAuction(t);
    expect(await bid(auction, 1, 100_000n)).toMatchObject({ outcome: "ACCEPTED", sequence: 3 });
    expect(await bid(auction, 2, 100_000n)).toMatchObject({
      outcome: "REFUSED",
      reason: "not_above_best",
      minimumFen: "101000",
    });
    expect(await bid(auction, 2, 101_500n)).toMatchObject({ reason: "not_multiple" });
    expect(await bid(auction, 2, 103_000n)).toMatchObject({ outcome: "ACCEPTED" });
    const events = await eventsOf(auction.auctionId);
    expect(events.map((one) => one.kind)).toEqual([
      "SCHEDULED",
      "PHASE",
      "BID",
      "REFUSED",
      "REFUSED",
      "BID",
    ]);
  });

  it("of two equal ones that come at once takes the first", async () => {
    const auction = await openAuction(t, { bidders: 5 });
    const answers = await Promise.all([1, 2, 3, 4, 5].map((n) => bid(auction, n, 100_000n)));
    expect(answers.filter((one) => one.outcome === "ACCEPTED")).toHaveLength(1);
    expect(answers[0]?.outcome).toBe("ACCEPTED");
  });

  it("that is repeated is answered as the first time, also at once", async () => {
    const auction = await openAuction(t);
    const key = clientKey();
    const [first, second] = await Promise.all([
      bid(auction, 1, 100_000n, key),
      bid(auction, 1, 100_000n, key),
    ]);
    expect(second).toEqual(first);
    await bid(auction, 2, 101_000n);
    expect(await bid(auction, 1, 100_000n, key)).toEqual(first);
    const events = await eventsOf(auction.auctionId);
    expect(events.filter((one) => one.kind === "BID")).toHaveLength(2);
  });

  it("of strangers, the seller and people without the scope or the level gets nowhere", async () => {
    const auction = await openAuction(t);
    const input = { auctionId: auction.auctionId, amountFen: 100_000n, clientKey: clientKey() };
    const by = (actor: Parameters<typeof placeBid>[1]) => placeBid(input, actor, t.db);
    await expect(by(await makeStranger(t.db))).rejects.toThrow("forbidden");
    await expect(by(auction.operator)).rejects.toThrow("forbidden");
    await expect(by(auction.seller)).rejects.toThrow("not_a_bidder");
    const [first] = auction.bidders;
    if (!first) throw new Error("no bidder");
    const colleague = await makeUser(t.db, { realNameLevel: 2 });
    await addMember(t.db, first.organisationId, colleague.id, "ADMIN", ["PUBLISH", "SIGN"]);
    await expect(by(await actorOf(t.db, colleague.id))).rejects.toThrow("forbidden");
    const shallow = await makeUser(t.db, { realNameLevel: 1 });
    await addMember(t.db, first.organisationId, shallow.id, "MEMBER", ["BID"]);
    await expect(by(await actorOf(t.db, shallow.id))).rejects.toThrow("bid_real_name");
    const unknown = { ...input, auctionId: auction.lotId };
    await expect(placeBid(unknown, first.actor, t.db)).rejects.toThrow("not_found");
    expect(await eventsOf(auction.auctionId)).toHaveLength(2);
  });

  it("is refused, on the record, once deposit, admission or membership is gone", async () => {
    const auction = await openAuction(t, { bidders: 4 });
    const [one, two, three] = auction.bidders;
    if (!one || !two || !three) throw new Error("no bidder");
    await change("Payment", "RETURN_DUE", one.paymentId);
    await change("LotApplication", "EXCLUDED", two.applicationId);
    await t.db.membership.updateMany({
      where: { userId: three.actor.userId },
      data: { endedAt: new Date() },
    });
    for (const n of [1, 2, 3]) {
      expect(await bid(auction, n, 100_000n)).toMatchObject({ reason: "not_qualified" });
    }
    expect(await bid(auction, 4, 100_000n)).toMatchObject({ outcome: "ACCEPTED" });
    await t.db.lotApplication.updateMany({
      where: { lotId: auction.lotId },
      data: { isRelated: true },
    });
    expect(await bid(auction, 4, 101_000n)).toMatchObject({ reason: "not_qualified" });
  });

  it("is refused, on the record, once the bidder turns out to be related", async () => {
    const auction = await openAuction(t, { bidders: 4 });
    const [one, two, three] = auction.bidders;
    if (!one || !two || !three) throw new Error("no bidder");
    const { organisationId: sellerId } = await t.db.lot.findUniqueOrThrow({
      where: { id: auction.lotId },
    });
    await addMember(t.db, sellerId, one.actor.userId, "MEMBER", ["PUBLISH"]);
    await t.db.auctionBidder.updateMany({
      where: { auctionId: auction.auctionId, organisationId: three.organisationId },
      data: { userId: two.actor.userId },
    });
    await flagRelated(auction.lotId, [sellerId, three.organisationId], "CONFIRMED");
    for (const n of [1, 2, 3]) {
      expect(await bid(auction, n, 100_000n)).toMatchObject({ reason: "not_qualified" });
    }
    const [, , , four] = auction.bidders;
    await flagRelated(auction.lotId, [sellerId, four?.organisationId ?? ""], "DISMISSED");
    expect(await bid(auction, 4, 100_000n)).toMatchObject({ outcome: "ACCEPTED" });
  });

  it("counts by the database's clock: late ticks and a wrong clock of the process change nothing", async () => {
    const rules = {
      ...EXAMPLE_RULES.ASCENDING,
      freeSeconds: 1,
      closing: { kind: "SOFT", softCloseSeconds: 1, extensionSeconds: 1 },
    } as const;
    const auction = await openAuction(t, { startsInMs: 700, rules });
    expect(await bid(auction, 1, 100_000n)).toMatchObject({ reason: "not_open" });
    await passPhase(t, auction);
    const clock = useTestClock(new Date(Date.now() - 3_600_000));
    try {
      expect(await bid(auction, 1, 100_000n)).toMatchObject({ outcome: "ACCEPTED" });
      // Nobody has to tick: the request itself lets time pass.
      await new Promise((resolve) => setTimeout(resolve, 1050));
      expect(await bid(auction, 2, 101_000n)).toMatchObject({ reason: "ended", sequence: null });
    } finally {
      clock.restore();
    }
    expect(await tickAuction(auction.auctionId, t.db)).toBeNull();
    const row = await t.db.auction.findUniqueOrThrow({ where: { id: auction.auctionId } });
    expect(row).toMatchObject({ state: "ENDED", priceFen: 100_000n });
    const lot = await t.db.lot.findUniqueOrThrow({ where: { id: auction.lotId } });
    expect(lot).toMatchObject({ state: "PENDING_CONFIRM", priceFen: 100_000n });
    const extended = (await eventsOf(auction.auctionId)).filter((one) => one.kind === "EXTENDED");
    expect(extended).toHaveLength(1);
  });

  it("records no more refusals of one bidder in a minute than announced, and counts the rest", async () => {
    const rules = { ...EXAMPLE_RULES.ASCENDING, refusedPerMinute: 3 };
    const auction = await openAuction(t, { rules });
    const answers = await Promise.all(Array.from({ length: 8 }, () => bid(auction, 1, 1n)));
    expect(answers.every((one) => one.reason === "below_start")).toBe(true);
    const events = await eventsOf(auction.auctionId);
    expect(events.filter((one) => one.kind === "REFUSED")).toHaveLength(3);
    const { engineState } = await t.db.auction.findUniqueOrThrow({
      where: { id: auction.auctionId },
    });
    expect(engineState).toMatchObject({ unrecorded: { 1: 5 } });
  });
});

/** As the payment's or application's own use case would. */
async function change(table: "Payment" | "LotApplication", state: string, id: string) {
  await t.db.$transaction([
    t.db.$executeRaw`SELECT set_config('market.procedure', ${table}, true)`,
    t.db.$executeRawUnsafe(`UPDATE "${table}" SET state = $1 WHERE id = $2::uuid`, state, id),
  ]);
}

/** What a person found of a suspicion that a bidder belongs to the seller. */
async function flagRelated(lotId: string, organisationIds: string[], state: string) {
  const id = newId();
  await t.db.tradeFlag.create({
    data: {
      id,
      kind: "RELATED_PARTY",
      caseType: "LOT",
      caseId: lotId,
      organisationIds,
      state,
      evidence: {},
      rulesVersion: "test",
      dedupeKey: id,
      decidedAt: new Date(),
    },
  });
}
