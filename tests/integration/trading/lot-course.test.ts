import { describe, expect, it } from "vitest";
import { systemActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { advance } from "~/domain/shared/procedure/advance.server";
import { fireLotDue } from "~/domain/trading/fire-lot-due.server";
import { lotConduct } from "~/domain/trading/lot-conduct.server";
import { recordLotOutcome } from "~/domain/trading/record-lot-outcome.server";
import {
  addBidder,
  announcedLot,
  endApplications,
  lotInBidding,
  lotWithBidders,
} from "../../factories/lots";
import { useTestDb } from "../../setup/database";

const t = useTestDb();
const market = systemActor("test");

const stateOf = async (id: string) => (await t.db.lot.findUniqueOrThrow({ where: { id } })).state;
const noticesOf = async (lotId: string) =>
  (await t.db.lotNotice.findMany({ where: { lotId }, orderBy: { number: "asc" } })).map(
    (one) => one.kind,
  );
const paymentState = async (id: string | null | undefined) =>
  (await t.db.payment.findUniqueOrThrow({ where: { id: id ?? "" } })).state;
const jobs = async (name: string) => {
  const [row] = await t.db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM graphile_worker.jobs WHERE task_identifier = ${name}`;
  return row?.count ?? 0;
};

describe("the end of applications", () => {
  it("extends while extensions are left, then fails; a due that fires twice does nothing more", async () => {
    const lot = await announcedLot(t, { plan: { extensionsMax: 1 } });
    await endApplications(t, lot);
    const extended = await t.db.lot.findUniqueOrThrow({ where: { id: lot.id } });
    expect(extended).toMatchObject({ state: "ANNOUNCED", extensionCount: 1 });
    expect(extended.applicationsEndAt?.getTime()).toBeGreaterThan(clock.now().getTime());
    await fireLotDue(lot.id, market, t.db);
    await endApplications(t, lot);
    await fireLotDue(lot.id, market, t.db);
    expect(await stateOf(lot.id)).toBe("FAILED");
    expect(await noticesOf(lot.id)).toEqual(["ANNOUNCED", "EXTENDED", "FAILED"]);
  });

  it("leads one buyer into a negotiation with a room, its deposit held", async () => {
    const lot = await announcedLot(t);
    const bidder = await addBidder(t, lot);
    await endApplications(t, lot);
    const after = await t.db.lot.findUniqueOrThrow({ where: { id: lot.id } });
    expect(after).toMatchObject({
      state: "NEGOTIATION",
      winnerApplicationId: bidder.applicationId,
    });
    expect(await paymentState(bidder.paymentId)).toBe("PAID");
    expect(await jobs("deals.fromTrade")).toBe(1);
  });

  it("lets two bid and leaves out whoever has not paid", async () => {
    const lot = await lotWithBidders(t, 2, {});
    const late = await addBidder(t, lot, { isPaid: false });
    await Promise.all([endApplications(t, lot), fireLotDue(lot.id, market, t.db)]);
    expect(await stateOf(lot.id)).toBe("BIDDING");
    const left = await t.db.lotApplication.findUniqueOrThrow({
      where: { id: late.applicationId },
    });
    expect(left.state).toBe("EXCLUDED");
    expect(await paymentState(late.paymentId)).toBe("CANCELLED");
    expect(await jobs("bidding.schedule")).toBe(1);
  });
});

describe("the outcome of a run", () => {
  it("lets the winner confirm and sends the others' deposits back", async () => {
    const lot = await lotInBidding(t, 2, {});
    const [winner, loser] = lot.bidders;
    const applicationId = winner?.applicationId ?? "";
    const outcome = { kind: "WON", applicationId, priceFen: 120_000_00n } as const;
    await t.db.$transaction((tx) => recordLotOutcome(tx, lot.id, outcome, market));
    expect(await paymentState(loser?.paymentId)).toBe("RETURN_DUE");
    await advance(t.db, lotConduct, lot.id, "confirm", winner?.actor ?? market);
    expect(await stateOf(lot.id)).toBe("SOLD");
    // Until the contract is signed the deposit secures the sale.
    expect(await paymentState(winner?.paymentId)).toBe("PAID");
    expect(await jobs("deals.fromTrade")).toBe(1);
    await advance(t.db, lotConduct, lot.id, "contract", market);
    expect(await paymentState(winner?.paymentId)).toBe("APPLIED");
    const note = "签约后六个月未付款";
    await advance(t.db, lotConduct, lot.id, "defaultUnpaid", lot.operator, { note });
    expect(await t.db.tradeStrike.findMany()).toMatchObject([{ kind: "NOT_PAID" }]);
  });

  it("keeps the deposit of a winner who does not confirm, once", async () => {
    const lot = await lotInBidding(t, 2, {});
    const [winner] = lot.bidders;
    const applicationId = winner?.applicationId ?? "";
    const outcome = { kind: "WON", applicationId, priceFen: 120_000_00n } as const;
    await t.db.$transaction((tx) => recordLotOutcome(tx, lot.id, outcome, market));
    await t.db.lot.update({ where: { id: lot.id }, data: { confirmDueAt: clock.now() } });
    await Promise.all([fireLotDue(lot.id, market, t.db), fireLotDue(lot.id, market, t.db)]);
    expect(await stateOf(lot.id)).toBe("DEFAULTED");
    expect(await paymentState(winner?.paymentId)).toBe("FORFEITED");
    expect(await t.db.tradeStrike.count()).toBe(1);
  });

  it("opens the reserve and sends all deposits back when nobody has won", async () => {
    const reserve = { kind: "SECRET", amountFen: 987_654_00n } as const;
    const lot = await lotInBidding(t, 2, { reserve });
    const before = await t.db.lot.findUniqueOrThrow({ where: { id: lot.id } });
    expect(before.reserveFen).toBeNull();
    const outcome = { kind: "FAILED", reason: "RESERVE" } as const;
    await t.db.$transaction((tx) => recordLotOutcome(tx, lot.id, outcome, market));
    const after = await t.db.lot.findUniqueOrThrow({ where: { id: lot.id } });
    expect(after).toMatchObject({ state: "FAILED", reserveFen: 987_654_00n });
    for (const bidder of lot.bidders) {
      expect(await paymentState(bidder.paymentId)).toBe("RETURN_DUE");
    }
  });
});
