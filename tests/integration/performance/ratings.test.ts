import { afterEach, describe, expect, it } from "vitest";
import { getDealAccess } from "~/domain/deals/deal-access.server";
import type { UserActor } from "~/domain/identity/actor";
import { giveRating } from "~/domain/performance/give-rating.server";
import { getDealRatings, getRatingSummary } from "~/domain/performance/rating-queries.server";
import { replyToRating } from "~/domain/performance/reply-to-rating.server";
import { clock, useTestClock } from "~/domain/shared/clock";
import {
  makeColleague,
  makeRunningDeal,
  performAll,
  type RunningDeal,
} from "../../factories/performance.ts";
import { useTestDb } from "../../setup/database.ts";

describe("ratings after a deal", () => {
  const t = useTestDb("file");
  let restore = () => {};
  afterEach(() => restore());
  const code = (code: string) => expect.objectContaining({ code });

  const rate = (deal: RunningDeal, actor: UserActor, rateeId: string, stars = 5) =>
    giveRating(
      {
        ...{ dealId: deal.id, rateeKind: "ORGANISATION", rateeId, comment: "合作顺利" },
        ...{ reliability: stars, communication: stars, quality: stars },
      },
      actor,
      t.db,
    );
  const seen = async (deal: RunningDeal, actor: UserActor) =>
    getDealRatings(t.db, await getDealAccess(t.db, deal.id, actor), actor);

  it("are given once each, and shown when both have given them", async () => {
    const deal = await makeRunningDeal(t.db);
    await expect(rate(deal, deal.seller, deal.demand.id)).rejects.toEqual(code("rating_not_open"));
    await performAll(t.db, deal);
    await expect(rate(deal, deal.seller, deal.supply.id)).rejects.toEqual(
      code("rating_wrong_party"),
    );
    await expect(rate(deal, deal.first, deal.demand.id)).rejects.toEqual(code("not_found"));
    const twice = await Promise.allSettled([
      rate(deal, deal.seller, deal.demand.id),
      rate(deal, deal.seller, deal.demand.id, 1),
    ]);
    expect(twice.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    // The other side neither sees it nor can answer it before it has rated.
    expect(await seen(deal, deal.buyer)).toMatchObject({ areShown: false, ratings: [] });
    expect(await getRatingSummary(t.db, "ORGANISATION", deal.demand.id)).toMatchObject({
      votes: 0,
    });
    const given = await t.db.rating.findFirstOrThrow({ where: { dealId: deal.id } });
    const reply = { dealId: deal.id, ratingId: given.id, reply: "谢谢" };
    await expect(replyToRating(reply, deal.buyer, t.db)).rejects.toEqual(code("not_found"));
    await rate(deal, deal.buyer, deal.supply.id, 4);
    const shown = await seen(deal, deal.buyer);
    expect(shown).toMatchObject({ areShown: true, toRate: [] });
    expect(shown?.ratings.map((one) => one.mayReply)).toEqual([true, false]);
    await expect(replyToRating(reply, deal.seller, t.db)).rejects.toEqual(code("forbidden"));
    await replyToRating(reply, deal.buyer, t.db);
    await expect(replyToRating(reply, deal.buyer, t.db)).rejects.toEqual(code("already_replied"));
    const summary = await getRatingSummary(t.db, "ORGANISATION", deal.demand.id);
    expect(summary).toMatchObject({ votes: 1, minimum: 3, averages: null });
    expect(summary.latest).toMatchObject([{ comment: "合作顺利", reply: "谢谢" }]);
  });

  it("are shown after the days even when one side keeps silent, and averaged from three votes", async () => {
    const test = useTestClock(clock.now());
    restore = test.restore;
    const deal = await makeRunningDeal(t.db);
    await performAll(t.db, deal);
    await rate(deal, deal.buyer, deal.supply.id, 3);
    const observer = await makeColleague(t.db, deal.supply.id, ["PUBLISH"]);
    await expect(rate(deal, observer, deal.demand.id)).rejects.toEqual(code("not_found"));
    expect(await getRatingSummary(t.db, "ORGANISATION", deal.supply.id)).toMatchObject({
      votes: 0,
    });
    test.advance(14 * 86_400_000);
    expect((await seen(deal, deal.seller))?.ratings).toHaveLength(1);
    expect(await getRatingSummary(t.db, "ORGANISATION", deal.supply.id)).toMatchObject({
      votes: 1,
    });
    for (let at = 0; at < 2; at += 1) {
      const other = await makeRunningDeal(t.db);
      await t.db.rating.create({
        data: {
          ...{ id: crypto.randomUUID(), dealId: other.id, rateeKind: "ORGANISATION" },
          ...{ rateeId: deal.supply.id, raterOrganisationId: other.demand.id },
          ...{ raterUserId: other.buyer.userId, reliability: 5, communication: 4, quality: 5 },
        },
      });
      await performAll(t.db, other);
    }
    test.advance(14 * 86_400_000);
    expect(await getRatingSummary(t.db, "ORGANISATION", deal.supply.id)).toMatchObject({
      ...{ votes: 3, averages: { reliability: 4.3, communication: 3.7, quality: 4.3 } },
    });
  });
});
