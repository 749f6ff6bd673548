import { describe } from "vitest";
import { auctionConduct } from "~/domain/bidding/auction-conduct.server";
import { systemActor } from "~/domain/identity/actor";
import { newId } from "~/domain/shared/ids";
import { openAuction, type TestAuction } from "../../factories/auctions";
import { makeOfficer } from "../../factories/people";
import { useTestDb } from "../../setup/database";
import { walkProcedure } from "../../setup/walk-procedure";

const t = useTestDb();
let auction: TestAuction;
let run = 1;

describe("the procedure of a run", () => {
  walkProcedure({
    conduct: auctionConduct,
    db: () => t.db,
    walkers: ["operator", "operator elsewhere", "market", "seller", "bidder"],
    async actors() {
      auction = await openAuction(t);
      const bidder = auction.bidders[0]?.actor;
      if (!bidder) throw new Error("no bidder");
      const elsewhere = await makeOfficer(t.db, "MARKET_OPERATOR", "370200");
      return [
        { name: "operator", actor: auction.operator, relations: ["operator"] as const },
        { name: "operator elsewhere", actor: elsewhere, relations: [] },
        { name: "market", actor: systemActor("test"), relations: ["market"] as const },
        { name: "seller", actor: auction.seller, relations: [] },
        { name: "bidder", actor: bidder, relations: [] },
      ];
    },
    async make(state) {
      const {
        id: _id,
        run: _run,
        engineState,
        rules,
        ...row
      } = await t.db.auction.findUniqueOrThrow({ where: { id: auction.auctionId } });
      run += 1;
      const id = newId();
      const copy = { ...row, engineState: engineState as object, rules: rules as object };
      await t.db.auction.create({ data: { ...copy, id, run, state, nextAt: null } });
      return id;
    },
    input: () => ({ note: "设备故障，暂停处理" }),
  });
});
