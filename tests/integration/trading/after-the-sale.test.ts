import { describe, expect, it } from "vitest";
import { openDealFromTrade } from "~/domain/deals/open-deal-from-trade.server";
import { systemActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { advance } from "~/domain/shared/procedure/advance.server";
import { fireLotDue } from "~/domain/trading/fire-lot-due.server";
import { lotConduct } from "~/domain/trading/lot-conduct.server";
import { noteLotContract } from "~/domain/trading/note-lot-contract.server";
import { recordLotOutcome } from "~/domain/trading/record-lot-outcome.server";
import { lotInBidding, lotInCheck } from "../../factories/lots";
import { useTestDb } from "../../setup/database";

const t = useTestDb("file");
const market = systemActor("test");
const note = "出让方未配合签约";

const stateOf = async (id: string) => (await t.db.lot.findUniqueOrThrow({ where: { id } })).state;
const tellings = (lotId: string) =>
  t.db.notification.count({ where: { kind: "lotUnsigned", href: { contains: lotId } } });

/** A lot whose winner has confirmed, with the deposit held. */
async function soldLot() {
  const lot = await lotInBidding(t, 2, {});
  const [winner] = lot.bidders;
  const applicationId = winner?.applicationId ?? "";
  const outcome = { kind: "WON", applicationId, priceFen: 120_000_00n } as const;
  await t.db.$transaction((tx) => recordLotOutcome(tx, lot.id, outcome, market));
  await advance(t.db, lotConduct, lot.id, "confirm", winner?.actor ?? market);
  const deposit = async () =>
    (await t.db.payment.findUniqueOrThrow({ where: { id: winner?.paymentId ?? "" } })).state;
  return { ...lot, deposit };
}

describe("a sale without a contract", () => {
  it("gives the deposit back where the buyer is not at fault, and no strike", async () => {
    const [ended, voided] = [await soldLot(), await soldLot()];
    await advance(t.db, lotConduct, ended.id, "endSale", ended.operator, { note });
    expect(await stateOf(ended.id)).toBe("FAILED");
    await advance(t.db, lotConduct, voided.id, "void", voided.operator, { note });
    for (const lot of [ended, voided]) expect(await lot.deposit()).toBe("RETURN_DUE");
    expect(await t.db.tradeStrike.count()).toBe(0);
  });

  it("is told to the operators once when it is overdue; the buyer's default keeps the deposit", async () => {
    const lot = await soldLot();
    await t.db.lot.update({ where: { id: lot.id }, data: { contractDueAt: clock.now() } });
    await fireLotDue(lot.id, market, t.db);
    const told = await tellings(lot.id);
    expect(told).toBeGreaterThan(0);
    await fireLotDue(lot.id, market, t.db);
    expect(await tellings(lot.id)).toBe(told);
    await advance(t.db, lotConduct, lot.id, "defaultUnsigned", lot.operator, { note });
    expect(await lot.deposit()).toBe("FORFEITED");
  });

  it("is told to the operators when its room was closed; one performed is signed and closed at once", async () => {
    const [left, kept] = [await soldLot(), await soldLot()];
    const room = async (id: string) =>
      (await openDealFromTrade({ caseType: "LOT", id }, market, t.db)) ?? "";
    const dealId = await room(left.id);
    await noteLotContract({ dealId, kind: "ENDED" }, market, t.db);
    expect(await stateOf(left.id)).toBe("SOLD");
    const told = await tellings(left.id);
    expect(told).toBeGreaterThan(0);
    await noteLotContract({ dealId, kind: "SIGNED" }, market, t.db);
    await noteLotContract({ dealId, kind: "TERMINATED" }, market, t.db);
    expect(await stateOf(left.id)).toBe("CONTRACTED");
    expect(await tellings(left.id)).toBe(2 * told);
    await noteLotContract({ dealId: await room(kept.id), kind: "COMPLETED" }, market, t.db);
    expect(await stateOf(kept.id)).toBe("CLOSED");
  });
});

describe("what was sold", () => {
  it("is not put up again, but a training run may be held with it; that takes no deposit", async () => {
    const sold = await soldLot();
    await advance(t.db, lotConduct, sold.id, "contract", market);
    const { achievementIds, seller, sellerId } = sold;
    const same = { achievementIds, seller: { organisationId: sellerId, actor: seller } };
    const again = await lotInCheck(t, same);
    await expect(
      advance(t.db, lotConduct, again.id, "announce", again.operator),
    ).rejects.toMatchObject({ code: "lot_items_sold" });
    const training = { ...same, isTraining: true };
    const paid = await lotInCheck(t, { ...training, depositFen: 10_000_00n });
    await expect(
      advance(t.db, lotConduct, paid.id, "announce", paid.operator),
    ).rejects.toMatchObject({ code: "lot_deposit_training" });
    // Its own achievements are held by no sale.
    await t.db.lot.update({ where: { id: paid.id }, data: { depositFen: 0n } });
    await advance(t.db, lotConduct, paid.id, "announce", paid.operator);
    expect(await stateOf(paid.id)).toBe("ANNOUNCED");
  });
});
