import { publicityConduct } from "~/domain/deals/publicity-conduct.server";
import type {
  PublicityMove,
  PublicityRelation,
  PublicityState,
} from "~/domain/deals/publicity-procedure";
import { termSheetConduct } from "~/domain/deals/term-sheet-conduct.server";
import { hashTermSheet } from "~/domain/deals/term-sheet-hash.server";
import type {
  TermSheetMove,
  TermSheetRelation,
  TermSheetState,
} from "~/domain/deals/term-sheet-procedure";
import { systemActor } from "~/domain/identity/actor";
import { newId } from "~/domain/shared/ids";
import { addParticipant, makeDeal, type TestDeal, termSheet } from "../../factories/deals";
import { makeMember, makeStranger } from "../../factories/people";
import { makeAchievement } from "../../factories/published-listings";
import { useTestDb } from "../../setup/database";
import { type Walker, walkProcedure } from "../../setup/walk-procedure";

const t = useTestDb("file");
const CONTENT = termSheet();
const HASH = hashTermSheet(CONTENT);
let scene: TestDeal;

/** A room of the scene's sides for one try, since a room has one open and one accepted version. */
async function makeRoom(): Promise<string> {
  const id = newId();
  const { supply, demand, seller, buyer } = scene;
  const achievement = await makeAchievement(t.db, supply.id);
  await t.db.deal.create({
    data: {
      id,
      title: "t",
      origin: "INTEREST",
      achievementId: achievement.id,
      supplyOrganisationId: supply.id,
      demandOrganisationId: demand.id,
      openedById: buyer.userId,
    },
  });
  await addParticipant(t.db, id, seller.userId, { role: "SUPPLY", organisationId: supply.id });
  await addParticipant(t.db, id, buyer.userId, { role: "DEMAND", organisationId: demand.id });
  return id;
}

async function makeTerms(dealId: string, state: string): Promise<string> {
  const id = newId();
  await t.db.termSheet.create({
    data: {
      id,
      dealId,
      number: 1,
      state,
      content: CONTENT,
      contentHash: HASH,
      side: "SUPPLY",
      proposedById: scene.seller.userId,
    },
  });
  return id;
}

walkProcedure<
  Awaited<ReturnType<typeof termSheetConduct.load>>[number],
  TermSheetState,
  TermSheetMove,
  TermSheetRelation,
  keyof typeof termSheetConduct.conditions,
  "answer"
>({
  conduct: termSheetConduct,
  db: () => t.db,
  walkers: ["seller", "buyer", "colleague outside the room", "market"],
  async actors() {
    scene = await makeDeal(t.db);
    const walkers: Walker<TermSheetRelation>[] = [
      { name: "seller", actor: scene.seller, relations: ["proposer"] },
      { name: "buyer", actor: scene.buyer, relations: ["receiver"] },
      {
        name: "colleague outside the room",
        actor: await makeMember(t.db, scene.demand.id),
        relations: [],
      },
      { name: "market", actor: systemActor("test"), relations: ["market"] },
    ];
    return walkers;
  },
  make: async (state) => makeTerms(await makeRoom(), state),
  input: () => ({ contentHash: HASH, note: "说明" }),
});

walkProcedure<
  Awaited<ReturnType<typeof publicityConduct.load>>[number],
  PublicityState,
  PublicityMove,
  PublicityRelation,
  keyof typeof publicityConduct.conditions,
  "publicity"
>({
  conduct: publicityConduct,
  db: () => t.db,
  walkers: ["administrator of the unit", "stranger", "market"],
  async actors() {
    scene = await makeDeal(t.db, { supplyKind: "UNIVERSITY" });
    const walkers: Walker<PublicityRelation>[] = [
      { name: "administrator of the unit", actor: scene.seller, relations: ["unit"] },
      { name: "stranger", actor: await makeStranger(t.db), relations: [] },
      { name: "market", actor: systemActor("test"), relations: ["market"] },
    ];
    return walkers;
  },
  async make(state) {
    const dealId = await makeRoom();
    const termSheetId = await makeTerms(dealId, "ACCEPTED");
    for (const organisationId of [scene.supply.id, scene.demand.id]) {
      await t.db.relatedPartyDeclaration.create({
        data: {
          id: newId(),
          dealId,
          organisationId,
          isRelated: false,
          declaredById: scene.seller.userId,
        },
      });
    }
    const minutes = await t.db.storedFile.create({
      data: {
        id: newId(),
        uploadedById: scene.seller.userId,
        name: "纪要.pdf",
        contentType: "application/pdf",
        sizeBytes: 1n,
        sha256: "0".repeat(64),
        storageKey: `publicity/${newId()}.pdf`,
        purpose: "PUBLICITY",
      },
    });
    const id = newId();
    await t.db.pricingPublicity.create({
      data: {
        id,
        state,
        dealId,
        termSheetId,
        termHash: HASH,
        organisationId: scene.supply.id,
        title: "t",
        counterparty: "t",
        mode: "LICENCE",
        priceText: "t",
        relatedStatement: "t",
        contact: "t",
        minutesFileId: minutes.id,
        proposedById: scene.seller.userId,
        startedAt: new Date("2026-09-01T00:00:00Z"),
        endsAt: new Date("2026-09-16T16:00:00Z"),
        clearedAt: state === "CLEARED" ? new Date("2026-09-16T16:00:00Z") : null,
      },
    });
    return id;
  },
  input: () => ({ note: "说明" }),
});
