import { expect, it } from "vitest";
import { EXAMPLE_RULES } from "~/domain/bidding/example-auctions";
import { placeBid } from "~/domain/bidding/place-bid.server";
import { listFlags } from "~/domain/oversight/flag-queries.server";
import { lookAtTrade } from "~/jobs/oversight/watch.server";
import { logger } from "~/platform/logger.server";
import { clientKey, finishAuction, openAuction } from "../../factories/auctions";
import { useTestDb } from "../../setup/database";

const t = useTestDb();

it("leads from what a real run has marked to flags for a person, once", async () => {
  const auction = await openAuction(t, {
    bidders: 2,
    rules: {
      ...EXAMPLE_RULES.ASCENDING,
      abnormalBp: 20_000,
      freeSeconds: 1,
      closing: { kind: "SOFT", softCloseSeconds: 1, extensionSeconds: 1 },
    },
  });
  const { auctionId, lotId, bidders, operator } = auction;
  const ids = bidders.map((one) => one.organisationId);
  await t.db.organisation.updateMany({
    where: { id: { in: ids } },
    data: { legalRepresentative: "王建国" },
  });
  // Each bids three times in the last seconds; the last bid is three times the one before it.
  const amounts = [100_000n, 101_000n, 102_000n, 103_000n, 104_000n, 312_000n];
  for (const [turn, amountFen] of amounts.entries()) {
    const bidder = bidders[turn % 2];
    if (!bidder) throw new Error("no such bidder");
    const bid = { auctionId, amountFen, clientKey: clientKey(), isConfirmed: true };
    expect(await placeBid(bid, bidder.actor, t.db)).toMatchObject({ outcome: "ACCEPTED" });
  }
  await finishAuction(t, auction);
  const marked = await t.db.auctionEvent.findMany({ where: { auctionId, kind: "FLAGGED" } });
  expect(marked).toHaveLength(1);
  const jump = await t.db.auctionEvent.findFirstOrThrow({
    where: { auctionId, kind: "BID", amountFen: 312_000n },
  });

  const [job] = await t.db.$queryRaw<{ payload: { caseType: "LOT"; caseId: string } }[]>`
    SELECT p.payload FROM graphile_worker._private_jobs p
    JOIN graphile_worker._private_tasks k ON k.id = p.task_id
    WHERE k.identifier = 'trading.watch'`;
  expect(job?.payload).toEqual({ caseType: "LOT", caseId: lotId });
  const context = { db: t.db, logger } as unknown as Parameters<typeof lookAtTrade>[1];
  await lookAtTrade({ caseType: "LOT", caseId: lotId }, context);
  await lookAtTrade({ caseType: "LOT", caseId: lotId }, context);

  const flags = await t.db.tradeFlag.findMany({ where: { caseId: lotId } });
  const reasonOf = (flag: (typeof flags)[number]) => (flag.evidence as { reason: string }).reason;
  expect(flags.map(reasonOf).sort()).toEqual(["lastSecondPair", "priceJump", "sameRepresentative"]);
  const leap = flags.find((flag) => reasonOf(flag) === "priceJump");
  expect(leap?.organisationIds).toEqual([bidders[1]?.organisationId]);
  expect(JSON.stringify(leap?.evidence)).toContain(`${auctionId}/${jump.sequence}`);
  const page = { skip: 0, size: 20 };
  const open = await listFlags({ state: "OPEN", kind: null }, page, operator, t.db);
  expect(JSON.stringify(open)).toContain(leap?.id);
  const told = await t.db.notification.findMany({ where: { userId: operator.userId } });
  expect(told.map((row) => row.kind)).toContain("tradeFlagFound");
});
