import { beforeAll, describe } from "vitest";
import { systemActor } from "~/domain/identity/actor";
import { roadshowConduct } from "~/domain/roadshows/events/roadshow-conduct.server";
import { roadshowMemberConduct } from "~/domain/roadshows/events/roadshow-member-conduct.server";
import type {
  RoadshowMemberRelation,
  RoadshowMemberState,
} from "~/domain/roadshows/events/roadshow-member-procedure";
import type {
  RoadshowMove,
  RoadshowRelation,
  RoadshowState,
} from "~/domain/roadshows/events/roadshow-procedure";
import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { makeTrader, type Trader } from "../../factories/challenges";
import { actorOf, makeMember, makeOfficer, makeStranger, makeUser } from "../../factories/people";
import { dayIn, roadshowAt } from "../../factories/roadshows";
import { useTestDb } from "../../setup/database";
import { type Walker, walkProcedure } from "../../setup/walk-procedure";

const t = useTestDb("file");
let organiser: Trader;
let office: Awaited<ReturnType<typeof makeOfficer>>;

beforeAll(async () => {
  organiser = await makeTrader(t.db);
  office = await makeOfficer(t.db, "MARKET_OPERATOR", "370000");
});

/** An event in a state, such that a given move meets its conditions. */
async function eventFor(state: RoadshowState, move: RoadshowMove | null): Promise<string> {
  const isToday = move === "goLive" || state === "LIVE" || state === "MATCHING";
  const options = { organiser, office, ...(isToday ? { startsOn: dayIn(0) } : {}) };
  const { id } = await roadshowAt(
    t,
    state,
    move === "close" ? { ...options, startsOn: dayIn(-300) } : options,
  );
  if (move === "startSelection") {
    await t.db.roadshowProject.create({
      data: {
        id: newId(),
        roadshowId: id,
        number: 1,
        side: "DEMAND",
        state: "SUBMITTED",
        organisationId: organiser.id,
        createdById: organiser.actor.userId,
      },
    });
  }
  if (move === "setAgenda" || move === "goLive") {
    const publishedAt = clock.now();
    const plan = { roadshowId: id, version: 1, state: "FINAL", publishedAt, sequence: 1 };
    await t.db.roadshowPlan.create({ data: { id: newId(), ...plan } });
  }
  return id;
}

describe("roadshow", () => {
  let walkers: Walker<RoadshowRelation>[];

  beforeAll(async () => {
    const colleague = await makeMember(t.db, organiser.id, "MEMBER", []);
    const elsewhere = await makeOfficer(t.db, "MARKET_OPERATOR", "440000");
    const market = systemActor("test");
    walkers = [
      { name: "organiser", actor: organiser.actor, relations: ["organiser"] },
      { name: "office", actor: office, relations: ["office"] },
      { name: "market", actor: market, relations: ["market"] },
      { name: "colleague who may not publish", actor: colleague, relations: [] },
      { name: "office of another region", actor: elsewhere, relations: [] },
      { name: "stranger", actor: await makeStranger(t.db), relations: [] },
    ];
  });

  walkProcedure({
    conduct: roadshowConduct,
    db: () => t.db,
    walkers: [
      "organiser",
      "office",
      "market",
      "colleague who may not publish",
      "office of another region",
      "stranger",
    ],
    actors: async () => walkers,
    make: (state, move) => eventFor(state as RoadshowState, move as RoadshowMove | null),
    input: () => ({ note: "理由" }),
  });
});

describe("roadshow-member", () => {
  let walkers: Walker<RoadshowMemberRelation>[];
  let userId = "";
  let roadshowId = "";

  beforeAll(async () => {
    const person = await makeUser(t.db);
    userId = person.id;
    roadshowId = (await roadshowAt(t, "APPROVED", { organiser, office })).id;
    walkers = [
      { name: "self", actor: await actorOf(t.db, userId), relations: ["self"] },
      { name: "organiser", actor: organiser.actor, relations: ["organiser"] },
      { name: "office", actor: office, relations: [] },
      { name: "stranger", actor: await makeStranger(t.db), relations: [] },
    ];
  });

  walkProcedure({
    conduct: roadshowMemberConduct,
    db: () => t.db,
    walkers: ["self", "organiser", "office", "stranger"],
    actors: async () => walkers,
    make: async (state) => {
      await t.db.roadshowMember.deleteMany({ where: { userId } });
      const { id } = await t.db.roadshowMember.create({
        data: {
          id: newId(),
          roadshowId,
          userId,
          role: "JUDGE",
          state: state as RoadshowMemberState,
          invitedById: organiser.actor.userId,
        },
        select: { id: true },
      });
      return id;
    },
    input: () => ({ note: "理由" }),
  });
});
