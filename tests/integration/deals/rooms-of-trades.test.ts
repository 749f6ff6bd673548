import { describe, expect, it } from "vitest";
import { offerTerms } from "~/domain/deals/offer-terms.server";
import { openDealFromTrade } from "~/domain/deals/open-deal-from-trade.server";
import { prefillTerms } from "~/domain/deals/terms-prefill-queries.server";
import { systemActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { moveLot } from "~/domain/trading/move-lot.server";
import { termSheet } from "../../factories/deals";
import { endApplications, lotWithBidders } from "../../factories/lots";
import { makeOfficer, makeStranger } from "../../factories/people";
import { useTestDb } from "../../setup/database";

const t = useTestDb();
const market = systemActor("test");

async function lotWithOneBuyer() {
  const lot = await lotWithBidders(t, 1);
  await endApplications(t, lot);
  const trade = { caseType: "LOT" as const, id: lot.id };
  return { lot, trade, buyer: lot.bidders[0] };
}

const stateOf = async (id: string) => (await t.db.deal.findUniqueOrThrow({ where: { id } })).state;

const offered = (dealId: string, totalFen: string) => ({
  dealId,
  note: "",
  answersId: null,
  content: termSheet({
    price: {
      kind: "INSTALMENTS",
      totalFen,
      technicalFen: totalFen,
      instalments: [{ title: "一次付清", amountFen: totalFen, dueOn: "2026-12-31" }],
    },
  }),
});

describe("the room of a trade", () => {
  it("is opened once for the seller and the only buyer, with the announced price as its draft", async () => {
    const { lot, trade, buyer } = await lotWithOneBuyer();
    const [first, second] = await Promise.allSettled([
      openDealFromTrade(trade, market, t.db),
      openDealFromTrade(trade, market, t.db),
    ]);
    const again = await openDealFromTrade(trade, market, t.db);
    const opened = [first, second].flatMap((one) =>
      one.status === "fulfilled" ? [one.value] : [],
    );
    expect(new Set(opened)).toEqual(new Set([again]));
    const deal = await t.db.deal.findFirstOrThrow({
      where: { lotId: lot.id },
      include: { participants: true },
    });
    expect(deal).toMatchObject({
      origin: "LOT",
      supplyOrganisationId: lot.sellerId,
      demandOrganisationId: buyer?.organisationId,
    });
    expect(deal.participants.map((one) => one.role).sort()).toEqual(["DEMAND", "SUPPLY"]);
    const form = await prefillTerms(t.db, deal.id, "SUPPLY");
    expect(form.values).toMatchObject({ "price.totalFen": "100000", categoryCode: "21" });
    expect(form.values.special).toContain(lot.rulesHash);
  });

  it("keeps the start price where one buyer came, and the winner's price after bidding", async () => {
    const { lot, trade, buyer } = await lotWithOneBuyer();
    const dealId = (await openDealFromTrade(trade, market, t.db)) ?? "";
    const actor = lot.seller;
    await expect(offerTerms(offered(dealId, "9999900"), actor, t.db)).rejects.toMatchObject({
      code: "terms_trade_minimum",
      field: "price.totalFen",
    });
    await t.db.lot.update({
      where: { id: lot.id },
      data: { winnerApplicationId: buyer?.applicationId ?? null, priceFen: 120_000_00n },
    });
    await expect(offerTerms(offered(dealId, "11999900"), actor, t.db)).rejects.toMatchObject({
      code: "terms_trade_price",
    });
    await expect(offerTerms(offered(dealId, "12000000"), actor, t.db)).resolves.toMatchObject({
      number: 1,
    });
  });

  it("is not opened before the trade has two sides, nor by a person", async () => {
    const lot = await lotWithBidders(t, 2);
    const trade = { caseType: "LOT" as const, id: lot.id };
    expect(await openDealFromTrade(trade, market, t.db)).toBeNull();
    const stranger = await makeStranger(t.db);
    await expect(openDealFromTrade(trade, stranger, t.db)).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it("stays through a suspension and is closed when the talks end; later talks get a room of their own", async () => {
    const { lot, trade, buyer } = await lotWithOneBuyer();
    const move = { lotId: lot.id, note: "理由" };
    const operator = await makeOfficer(t.db, "MARKET_OPERATOR", null);
    const first = (await openDealFromTrade(trade, market, t.db)) ?? "";
    await moveLot({ ...move, move: "suspend" }, operator, t.db);
    await openDealFromTrade(trade, market, t.db);
    expect(await stateOf(first)).toBe("OPEN");
    await moveLot({ ...move, move: "resumeNegotiation" }, operator, t.db);
    await moveLot({ ...move, move: "endNegotiation" }, lot.seller, t.db);
    expect(await openDealFromTrade(trade, market, t.db)).toBeNull();
    expect(await stateOf(first)).toBe("CLOSED");
    const late = offerTerms(offered(first, "10000000"), lot.seller, t.db);
    await expect(late).rejects.toMatchObject({ status: 409 });
    const again = { ...move, applicationId: buyer?.applicationId ?? "" };
    await moveLot({ ...again, move: "negotiateAfterFailure" }, lot.seller, t.db);
    const second = (await openDealFromTrade(trade, market, t.db)) ?? "";
    expect(second).not.toBe(first);
    expect(await openDealFromTrade(trade, market, t.db)).toBe(second);
    expect(await stateOf(second)).toBe("OPEN");
  });

  it("takes in who publishes when who acted has left", async () => {
    const { lot, trade, buyer } = await lotWithOneBuyer();
    await t.db.membership.updateMany({
      where: { userId: buyer?.actor.userId ?? "" },
      data: { endedAt: clock.now() },
    });
    expect(await openDealFromTrade(trade, market, t.db)).not.toBeNull();
    const people = await t.db.dealParticipant.findMany({ where: { role: "SUPPLY" } });
    expect(people).toHaveLength(1);
    expect(lot.seller.userId).toBe(people[0]?.userId);
  });
});

describe("the room of an awarded tender", () => {
  it("joins buyer and bidder at the price of the bid", async () => {
    const buyer = await lotWithBidders(t, 1);
    const bidder = buyer.bidders[0];
    const tenderId = newId();
    const bidId = newId();
    const now = clock.now();
    await t.db.tender.create({
      data: {
        id: tenderId,
        title: "委托开发",
        state: "AWARDED",
        organisationId: buyer.sellerId,
        createdById: buyer.seller.userId,
        categoryCode: "11",
        rulesHash: "0".repeat(64),
        issuedAt: new Date(now.getTime() - 1000),
        bidsDueAt: now,
        awardedBidId: bidId,
      },
    });
    await t.db.tenderBid.create({
      data: {
        id: bidId,
        tenderId,
        number: 1,
        state: "AWARDED",
        organisationId: bidder?.organisationId ?? "",
        userId: bidder?.actor.userId ?? "",
        envelope: {},
        envelopeHash: "0".repeat(64),
        receipt: "",
        submittedAt: now,
        openedAt: now,
        priceFen: 880_000_00n,
      },
    });
    const trade = { caseType: "TENDER" as const, id: tenderId };
    const dealId = (await openDealFromTrade(trade, market, t.db)) ?? "";
    const deal = await t.db.deal.findUniqueOrThrow({ where: { id: dealId } });
    expect(deal).toMatchObject({
      supplyOrganisationId: bidder?.organisationId,
      demandOrganisationId: buyer.sellerId,
    });
    const form = await prefillTerms(t.db, dealId, "DEMAND");
    expect(form.values["price.totalFen"]).toBe("880000");
  });
});
