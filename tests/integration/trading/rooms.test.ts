import { expect, it } from "vitest";
import { openDealFromTrade } from "~/domain/deals/open-deal-from-trade.server";
import { systemActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { fireLotDue } from "~/domain/trading/fire-lot-due.server";
import { noteRoomOfTrade } from "../../../app/jobs/trading/note-room.server";
import { termSheet } from "../../factories/deals";
import { endApplications, lotWithBidders } from "../../factories/lots";
import { addDeal, insertTender, walkScene } from "../../factories/tender-rows";
import { useTestDb } from "../../setup/database";

const t = useTestDb();
const market = systemActor("test");
const quiet = () => {};
const context = () => ({ db: t.db, logger: { info: quiet, warn: quiet, error: quiet } });
const lotState = async (id: string) => (await t.db.lot.findUniqueOrThrow({ where: { id } })).state;

async function negotiatedLot() {
  const lot = await lotWithBidders(t, 1, {});
  await endApplications(t, lot);
  const dealId = (await openDealFromTrade({ caseType: "LOT", id: lot.id }, market, t.db)) ?? "";
  return { lot, dealId };
}

it("takes the price of the signed contract to a negotiated lot, then closes it; again does nothing", async () => {
  const { lot, dealId } = await negotiatedLot();
  await t.db.termSheet.create({
    data: {
      id: newId(),
      dealId,
      number: 1,
      state: "ACCEPTED",
      content: termSheet(),
      contentHash: "a".repeat(64),
      side: "SUPPLY",
      proposedById: lot.seller.userId,
      answeredAt: clock.now(),
      answeredById: lot.bidders[0]?.actor.userId ?? "",
    },
  });
  for (let time = 0; time < 2; time += 1) {
    await noteRoomOfTrade({ dealId, kind: "SIGNED" }, context());
  }
  const contracted = await t.db.lot.findUniqueOrThrow({ where: { id: lot.id } });
  expect(contracted.state).toBe("CONTRACTED");
  expect(contracted.priceFen?.toString()).toBe(termSheet().price.totalFen);
  await noteRoomOfTrade({ dealId, kind: "COMPLETED" }, context());
  await noteRoomOfTrade({ dealId, kind: "ENDED" }, context());
  expect(await lotState(lot.id)).toBe("CLOSED");
});

it("ends the negotiation of a lot whose room was closed without a contract", async () => {
  const { lot, dealId } = await negotiatedLot();
  await noteRoomOfTrade({ dealId, kind: "ENDED" }, context());
  expect(await lotState(lot.id)).toBe("FAILED");
});

it("takes the signed contract of an award to its tender, and asks nothing of other rooms", async () => {
  const scene = await walkScene(t.db);
  const values = { state: "AWARDED", isDue: true, bids: 3 };
  const { id } = await insertTender(t.db, scene, values);
  await addDeal(t.db, scene, id);
  const deal = await t.db.deal.findFirstOrThrow({ where: { tenderId: id } });
  await noteRoomOfTrade({ dealId: deal.id, kind: "ENDED" }, context());
  expect((await t.db.tender.findUniqueOrThrow({ where: { id } })).state).toBe("AWARDED");
  for (let time = 0; time < 2; time += 1) {
    await noteRoomOfTrade({ dealId: deal.id, kind: "SIGNED" }, context());
  }
  expect((await t.db.tender.findUniqueOrThrow({ where: { id } })).state).toBe("CONTRACTED");
  await noteRoomOfTrade({ dealId: newId(), kind: "SIGNED" }, context());
});

it("closes a training run when a contract would have been due, and no sale", async () => {
  const training = await lotWithBidders(t, 1);
  await endApplications(t, training);
  await fireLotDue(training.id, market, t.db);
  expect(await lotState(training.id)).toBe("NEGOTIATION");
  const { lot } = await negotiatedLot();
  const ids = [training.id, lot.id];
  await t.db.lot.updateMany({ where: { id: { in: ids } }, data: { contractDueAt: clock.now() } });
  for (const id of ids) await fireLotDue(id, market, t.db);
  expect(await lotState(training.id)).toBe("CLOSED");
  expect(await lotState(lot.id)).toBe("NEGOTIATION");
});
