import { beforeAll, describe } from "vitest";
import { systemActor, type UserActor } from "~/domain/identity/actor";
import { projectConduct } from "~/domain/roadshows/call/project-conduct.server";
import type { ProjectMove, ProjectRelation } from "~/domain/roadshows/call/project-procedure";
import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { makeTrader, type Trader } from "../../factories/challenges";
import { actorOf, makeStranger, makeUser } from "../../factories/people";
import { projectAt } from "../../factories/roadshow-call";
import { roadshowAt, type TestRoadshow } from "../../factories/roadshows";
import { useTestDb } from "../../setup/database";
import { type Walker, walkProcedure } from "../../setup/walk-procedure";

const t = useTestDb("file");

describe("roadshow-project", () => {
  let walkers: Walker<ProjectRelation>[];
  let owner: Trader;
  let staff: UserActor;
  const events = new Map<string, TestRoadshow>();

  beforeAll(async () => {
    const organiser = await makeTrader(t.db);
    owner = await makeTrader(t.db);
    staff = await actorOf(t.db, (await makeUser(t.db)).id);
    for (const state of ["CALL_OPEN", "SELECTION", "LIVE"] as const) {
      const event = await roadshowAt(t, state, { organiser });
      events.set(state, event);
      await t.db.roadshowMember.create({
        data: {
          id: newId(),
          roadshowId: event.id,
          userId: staff.userId,
          role: "STAGE",
          state: "ACCEPTED",
          invitedById: organiser.actor.userId,
        },
      });
    }
    walkers = [
      { name: "owner", actor: owner.actor, relations: ["owner"] },
      { name: "organiser", actor: organiser.actor, relations: ["organiser"] },
      { name: "stage", actor: staff, relations: ["stage"] },
      { name: "market", actor: systemActor("test"), relations: ["market"] },
      { name: "stranger", actor: await makeStranger(t.db), relations: [] },
    ];
  });

  const eventFor = (move: ProjectMove | null) => {
    if (move === "submit" || move === "returnForm") return "CALL_OPEN";
    return move === "present" || move === "miss" ? "LIVE" : "SELECTION";
  };

  walkProcedure({
    conduct: projectConduct,
    db: () => t.db,
    walkers: ["owner", "organiser", "stage", "market", "stranger"],
    actors: async () => walkers,
    make: async (state, move) => {
      const event = events.get(eventFor(move));
      if (!event) throw new Error("no event");
      const isMaterial = move === "acceptMaterial" || move === "askAgain";
      const isLapsed = move === "waive";
      const { id } = await projectAt(t, event, state, {
        owner,
        hasMaterial: isMaterial,
        ...(isLapsed && { confirmDueAt: clock.now() }),
      });
      return id;
    },
    input: () => ({ note: "说明" }),
  });
});
