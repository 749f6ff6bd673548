import { expect, it } from "vitest";
import { onAuctionNews } from "~/domain/bidding/auction-news.server";
import { findAuctionView } from "~/domain/bidding/auction-queries.server";
import type { AuctionNews } from "~/domain/bidding/auction-view";
import { EXAMPLE_RULES } from "~/domain/bidding/example-auctions";
import { placeBid } from "~/domain/bidding/place-bid.server";
import { setProxyBid } from "~/domain/bidding/set-proxy-bid.server";
import { clientKey, openAuction, passPhase, type TestAuction } from "../../factories/auctions";
import { makeStranger } from "../../factories/people";
import { useTestDb } from "../../setup/database";

const t = useTestDb("file");
const view = (auction: TestAuction, actor: Parameters<typeof findAuctionView>[2]) =>
  findAuctionView(t.db, auction.auctionId, actor);

it("shows everybody the same, nobody a secret, and a bidder its own", async () => {
  const reserve = { kind: "SECRET", amountFen: 777_000n } as const;
  const auction = await openAuction(t, { reserve });
  const [one, two] = auction.bidders;
  if (!one || !two) throw new Error("no bidder");
  const wish = (amountFen: bigint) => ({
    auctionId: auction.auctionId,
    clientKey: clientKey(),
    amountFen,
  });
  const told: AuctionNews[] = [];
  const stop = onAuctionNews((news) => told.push(news));
  await setProxyBid(wish(555_000n), one.actor, t.db);
  await placeBid(wish(102_000n), two.actor, t.db);
  stop();
  const spectator = await view(auction, null);
  const own = await view(auction, one.actor);
  const operator = await view(auction, auction.operator);
  expect(own?.you).toMatchObject({
    number: 1,
    isBest: true,
    isQualified: true,
    proxyFen: "555000",
    can: { bid: false, setProxy: true, dropProxy: true, match: false },
  });
  expect((await view(auction, two.actor))?.you).toMatchObject({ can: { bid: true } });
  expect(spectator).toMatchObject({
    you: null,
    canOperate: false,
    board: { best: { bidder: 1, amountFen: "103000" }, minimumFen: "104000" },
  });
  expect(operator).toMatchObject({ you: null, canOperate: true });
  expect((await view(auction, await makeStranger(t.db)))?.you).toBeNull();
  const names = auction.bidders.map((bidder) => bidder.actor.memberships[0]?.organisationName);
  for (const seen of [spectator, operator, await view(auction, two.actor), told]) {
    const { you: _own, ...text } = { you: null, ...(Array.isArray(seen) ? { seen } : seen) };
    expect(JSON.stringify(text)).not.toMatch(/777000|555000/);
    for (const name of names) expect(JSON.stringify(text)).not.toContain(name);
  }
  const kinds = told.flatMap((news) => news.lines.map((line) => line.kind));
  expect(kinds).toEqual(["BID", "BID", "BID"]);
  expect(told[1]?.previousSequence).toBe(told[0]?.board.sequence);
});

it("writes down what time has done when it is looked at, and names the bidders after the end", async () => {
  const rules = { ...EXAMPLE_RULES.ASCENDING, timeFactor: 1440 };
  const auction = await openAuction(t, { rules, startsInMs: 700 });
  expect((await view(auction, null))?.board.status).toBe("SCHEDULED");
  await passPhase(t, auction);
  await new Promise((resolve) => setTimeout(resolve, 430));
  const seen = await view(auction, null);
  expect(seen?.board.result).toEqual({ outcome: "FAILED", reason: "no_bid" });
  expect(seen?.bidders.every((bidder) => bidder.name !== null)).toBe(true);
  expect(await findAuctionView(t.db, auction.lotId, null)).toBeNull();
  expect(await findAuctionView(t.db, "nothing", null)).toBeNull();
});
