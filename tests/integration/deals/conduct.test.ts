import { dealConduct } from "~/domain/deals/deal-conduct.server";
import type { DealMove, DealRelation, DealState } from "~/domain/deals/deal-procedure";
import { systemActor } from "~/domain/identity/actor";
import { newId } from "~/domain/shared/ids";
import { addParticipant, makeDeal, type TestDeal } from "../../factories/deals";
import { makeMember, makeOfficer } from "../../factories/people";
import { makeAchievement } from "../../factories/published-listings";
import { useTestDb } from "../../setup/database";
import { type Walker, walkProcedure } from "../../setup/walk-procedure";

const t = useTestDb("file");
let scene: TestDeal;

walkProcedure<
  Awaited<ReturnType<typeof dealConduct.load>>[number],
  DealState,
  DealMove,
  DealRelation,
  keyof typeof dealConduct.conditions,
  "quiet"
>({
  conduct: dealConduct,
  db: () => t.db,
  walkers: ["buyer", "colleague outside the room", "operator", "market"],
  async actors() {
    scene = await makeDeal(t.db);
    const walkers: Walker<DealRelation>[] = [
      { name: "buyer", actor: scene.buyer, relations: ["demand"] },
      {
        name: "colleague outside the room",
        actor: await makeMember(t.db, scene.supply.id),
        relations: [],
      },
      {
        name: "operator",
        actor: await makeOfficer(t.db, "MARKET_OPERATOR", null),
        relations: ["operator"],
      },
      { name: "market", actor: systemActor("test"), relations: ["market"] },
    ];
    return walkers;
  },
  async make(state) {
    const id = newId();
    const { supply, demand, seller, buyer } = scene;
    const achievement = await makeAchievement(t.db, supply.id);
    await t.db.deal.create({
      data: {
        id,
        title: "t",
        state,
        origin: "INTEREST",
        achievementId: achievement.id,
        supplyOrganisationId: supply.id,
        demandOrganisationId: demand.id,
        openedById: buyer.userId,
        closeCode: state === "CLOSED" ? "PRICE" : null,
        lastSequence: 3,
      },
    });
    await addParticipant(t.db, id, seller.userId, { role: "SUPPLY", organisationId: supply.id });
    await addParticipant(t.db, id, buyer.userId, { role: "DEMAND", organisationId: demand.id });
    await t.db.dealMessage.createMany({
      data: [
        { code: "dispute" },
        { code: "settleOffered", params: { side: "SUPPLY" } },
        { code: "settleOffered", params: { side: "DEMAND" } },
      ].map((event, at) => ({ id: newId(), dealId: id, sequence: at + 1, kind: "EVENT", event })),
    });
    return id;
  },
  input: (move) => ({ note: "原因", ...(move === "close" ? { closeCode: "PRICE" } : {}) }),
});
