import { expect, it } from "vitest";
import { publishTranscript } from "~/domain/bidding/publish-transcript.server";
import { sweepAuctions } from "~/domain/bidding/sweep-auctions.server";
import { findTranscriptText } from "~/domain/bidding/transcript-queries.server";
import { verifyTranscript } from "~/domain/bidding/verify-transcript-rules";
import { withdrawLot } from "~/domain/bidding/withdraw-lot.server";
import { systemActor } from "~/domain/identity/actor";
import { moveLot } from "~/domain/trading/move-lot.server";
import { openAuction } from "../../factories/auctions";
import { lotInBidding } from "../../factories/lots";
import { makeStranger } from "../../factories/people";
import { useTestDb } from "../../setup/database";

const t = useTestDb("file");
const note = "技术秘密有泄露风险";

it("takes a lot back with its run until bidding starts, and only by the seller", async () => {
  const auction = await openAuction(t, { startsInMs: 60_000 });
  const { lotId, seller } = auction;
  await expect(withdrawLot({ lotId, note }, await makeStranger(t.db), t.db)).rejects.toMatchObject({
    status: 404,
  });
  await expect(moveLot({ lotId, move: "withdraw", note }, seller, t.db)).rejects.toMatchObject({
    code: "lot_run_operates",
  });
  await withdrawLot({ lotId, note }, seller, t.db);
  const lot = await t.db.lot.findUniqueOrThrow({
    where: { id: lotId },
    select: { state: true, auctions: { select: { state: true } } },
  });
  expect(lot).toEqual({ state: "WITHDRAWN", auctions: [{ state: "VOID" }] });
  expect(await t.db.payment.count({ where: { caseId: lotId, state: "RETURN_DUE" } })).toBe(3);
  await publishTranscript(auction.auctionId, systemActor("test"), t.db);
  const text = (await findTranscriptText(t.db, auction.number)) ?? "";
  expect(await verifyTranscript(text, null)).toMatchObject({ isValid: true });
});

it("is refused once bidding has begun", async () => {
  const { lotId, seller, auctionId } = await openAuction(t);
  await expect(withdrawLot({ lotId, note }, seller, t.db)).rejects.toMatchObject({
    code: "lot_bidding_started",
  });
  const run = await t.db.auction.findUniqueOrThrow({ where: { id: auctionId } });
  expect(run.state).toBe("OPEN");
});

it("a lot in bidding whose run was never made gets one by the sweep", async () => {
  await lotInBidding(t, 2);
  await t.db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  await sweepAuctions(t.db);
  const [row] = await t.db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM graphile_worker.jobs
    WHERE task_identifier = 'bidding.schedule'`;
  expect(row?.count).toBe(1);
});
