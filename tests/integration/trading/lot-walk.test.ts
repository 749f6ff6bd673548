import { systemActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { lotApplicationConduct } from "~/domain/trading/lot-application-conduct.server";
import type {
  LotApplicationCondition,
  LotApplicationMove,
  LotApplicationRelation,
  LotApplicationState,
} from "~/domain/trading/lot-application-procedure";
import type { LotApplicationRow } from "~/domain/trading/lot-application-rows.server";
import { lotConduct } from "~/domain/trading/lot-conduct.server";
import type {
  LotClock,
  LotCondition,
  LotMove,
  LotRelation,
  LotState,
} from "~/domain/trading/lot-procedure";
import type { LotRow } from "~/domain/trading/lot-rows.server";
import { lotColumns, makeTrader } from "../../factories/lots";
import { makeOfficer, makeStranger } from "../../factories/people";
import { makeAchievement } from "../../factories/published-listings";
import { useTestDb } from "../../setup/database";
import { type Walker, walkProcedure } from "../../setup/walk-procedure";

const t = useTestDb("file");
const HOUR_MS = 3_600_000;
const HASH = "a".repeat(64);

type Scene = {
  seller: Awaited<ReturnType<typeof makeTrader>>;
  buyer: Awaited<ReturnType<typeof makeTrader>>;
  operator: Awaited<ReturnType<typeof makeOfficer>>;
};
let scene: Scene;
let applicationId = "";
/** What a move asks of the row beside its state: where a suspension came from, what is overdue. */
let asked: Partial<LotRow> = {};

async function makeScene(): Promise<Scene> {
  scene = {
    seller: await makeTrader(t.db),
    buyer: await makeTrader(t.db),
    operator: await makeOfficer(t.db, "MARKET_OPERATOR", null),
  };
  made.clear();
  return scene;
}

const made = new Map<string, { id: string; applicationId: string }>();

/** A lot that no move has touched yet, with one admitted buyer who has won it. */
async function makeLot(state: string): Promise<string> {
  const earlier = made.get(state);
  const isFresh =
    earlier && (await t.db.procedureMove.count({ where: { subjectId: earlier.id } })) === 0;
  if (earlier && isFresh) {
    applicationId = earlier.applicationId;
    return earlier.id;
  }
  const id = newId();
  applicationId = newId();
  made.set(state, { id, applicationId });
  const { organisationId, actor } = scene.seller;
  const achievement = await makeAchievement(t.db, organisationId);
  const now = clock.now().getTime();
  await t.db.lot.create({
    data: {
      ...lotColumns(id, { plan: { extensionsMax: 1 } }),
      state,
      organisationId,
      createdById: actor.userId,
      rulesHash: HASH,
      announcedAt: new Date(now - 2 * HOUR_MS),
      applicationsEndAt: new Date(now - HOUR_MS),
      biddingStartsAt: new Date(now + HOUR_MS),
      confirmDueAt: new Date(now + HOUR_MS),
      contractDueAt: new Date(now - HOUR_MS),
      suspendedAt: new Date(now - HOUR_MS),
      winnerApplicationId: applicationId,
      priceFen: 120_000_00n,
      items: { create: [{ achievementId: achievement.id }] },
    },
  });
  await makeApplication("ADMITTED", id, applicationId);
  return id;
}

async function makeApplication(state: string, lotId: string, id = newId()): Promise<string> {
  await t.db.lotApplication.create({
    data: {
      id,
      lotId,
      organisationId: scene.buyer.organisationId,
      userId: scene.buyer.actor.userId,
      state,
      rulesHash: HASH,
      decidedAt: clock.now(),
    },
  });
  return id;
}

const FROM: Partial<Record<LotMove, string>> = {
  resumeAnnouncement: "ANNOUNCED",
  resumeBidding: "BIDDING",
  resumeNegotiation: "NEGOTIATION",
  resumeConfirmation: "PENDING_CONFIRM",
  resumeSale: "SOLD",
};

walkProcedure<LotRow, LotState, LotMove, LotRelation, LotCondition, LotClock>({
  conduct: {
    ...lotConduct,
    load: async (tx, ids) => (await lotConduct.load(tx, ids)).map((row) => ({ ...row, ...asked })),
  },
  db: () => t.db,
  walkers: ["seller", "operator", "winner", "stranger", "market"],
  async actors() {
    const { seller, buyer, operator } = await makeScene();
    const walkers: Walker<LotRelation>[] = [
      { name: "seller", actor: seller.actor, relations: ["seller"] },
      { name: "operator", actor: operator, relations: ["checker", "operator"] },
      { name: "winner", actor: buyer.actor, relations: ["winner"] },
      { name: "stranger", actor: await makeStranger(t.db), relations: [] },
      { name: "market", actor: systemActor("test"), relations: ["market"] },
    ];
    return walkers;
  },
  make: makeLot,
  input(move) {
    const suspendedFrom = FROM[move];
    asked = {
      ...(suspendedFrom ? { suspendedFrom } : {}),
      ...(move === "endTraining" ? { isTraining: true } : {}),
      ...(move === "defaultUnconfirmed" ? { confirmDueAt: clock.now() } : {}),
    };
    const ahead = (hours: number) => new Date(clock.now().getTime() + hours * HOUR_MS);
    return {
      note: "说明",
      applicationId,
      priceFen: "12000000",
      applicationsEndAt: ahead(48).toISOString(),
      biddingStartsAt: ahead(50).toISOString(),
    };
  },
});

let openLotId = "";

walkProcedure<
  LotApplicationRow,
  LotApplicationState,
  LotApplicationMove,
  LotApplicationRelation,
  LotApplicationCondition,
  never
>({
  conduct: lotApplicationConduct,
  db: () => t.db,
  walkers: ["applicant", "operator", "seller", "market"],
  async actors() {
    const { seller, buyer, operator } = await makeScene();
    const walkers: Walker<LotApplicationRelation>[] = [
      { name: "applicant", actor: buyer.actor, relations: ["applicant"] },
      { name: "operator", actor: operator, relations: ["operator"] },
      { name: "seller", actor: seller.actor, relations: [] },
      { name: "market", actor: systemActor("test"), relations: ["market"] },
    ];
    return walkers;
  },
  async make(state) {
    openLotId = newId();
    const now = clock.now().getTime();
    await t.db.lot.create({
      data: {
        ...lotColumns(openLotId, { isTraining: true }),
        state: "ANNOUNCED",
        organisationId: scene.seller.organisationId,
        createdById: scene.seller.actor.userId,
        rulesHash: HASH,
        announcedAt: new Date(now - HOUR_MS),
        applicationsEndAt: new Date(now + HOUR_MS),
        biddingStartsAt: new Date(now + 2 * HOUR_MS),
      },
    });
    return makeApplication(state, openLotId);
  },
  input: () => ({ note: "说明" }),
});
