import { beforeAll, describe, expect, it } from "vitest";
import { systemActor } from "~/domain/identity/actor";
import {
  readPersonalAgenda,
  readPublicAgenda,
} from "~/domain/roadshows/timetable/read-agenda.server";
import { roadshowPlanConduct } from "~/domain/roadshows/timetable/roadshow-plan-conduct.server";
import type {
  RoadshowPlanRelation,
  RoadshowPlanState,
} from "~/domain/roadshows/timetable/roadshow-plan-procedure";
import { getTimetablePage } from "~/domain/roadshows/timetable/timetable-queries.server";
import { newId } from "~/domain/shared/ids";
import { makeTrader, type Trader } from "../../factories/challenges";
import { makeStranger } from "../../factories/people";
import { publishedEvent } from "../../factories/roadshow-plans";
import { at, roadshowAt } from "../../factories/roadshows";
import { useTestDb } from "../../setup/database";
import { type Walker, walkProcedure } from "../../setup/walk-procedure";

const t = useTestDb("file");

/** A version with one item, in any state. */
async function planAt(organiser: Trader, state: RoadshowPlanState): Promise<string> {
  const roadshow = await roadshowAt(t, "AGENDA_SET", { organiser });
  const id = newId();
  const itemId = newId();
  const isPublic = state === "PROVISIONAL" || state === "FINAL";
  await t.db.$transaction(async (tx) => {
    await tx.roadshowItem.create({
      data: { id: itemId, roadshowId: roadshow.id, kind: "POLICY", title: "政策解读", minutes: 20 },
    });
    const published = isPublic ? { sequence: 1, publishedAt: new Date() } : {};
    await tx.roadshowPlan.create({
      data: { id, roadshowId: roadshow.id, version: 1, state: "DRAFT", ...published },
    });
    await tx.roadshowEntry.create({
      data: {
        id: newId(),
        planId: id,
        kind: "ITEM",
        itemId,
        placeId: roadshow.halls[0],
        startsAt: at(roadshow.startsOn, "10:00"),
        endsAt: at(roadshow.startsOn, "10:20"),
        freeAt: at(roadshow.startsOn, "10:20"),
      },
    });
    await tx.$executeRaw`SELECT set_config('market.procedure', 'RoadshowPlan', true)`;
    await tx.$executeRaw`UPDATE "RoadshowPlan" SET state = ${state} WHERE id = ${id}::uuid`;
    await tx.$executeRaw`SELECT set_config('market.procedure', '', true)`;
  });
  return id;
}

describe("roadshow-plan", () => {
  let organiser: Trader;
  let walkers: Walker<RoadshowPlanRelation>[];

  beforeAll(async () => {
    organiser = await makeTrader(t.db);
    walkers = [
      { name: "organiser", actor: organiser.actor, relations: ["organiser"] },
      { name: "market", actor: systemActor("test"), relations: ["market"] },
      { name: "another organiser", actor: (await makeTrader(t.db)).actor, relations: [] },
    ];
  });

  walkProcedure({
    conduct: roadshowPlanConduct,
    db: () => t.db,
    walkers: ["organiser", "market", "another organiser"],
    actors: async () => walkers,
    make: (state) => planAt(organiser, state),
  });
});

describe("who reads a timetable", () => {
  it("the public without meetings, a person the own agenda, the organiser all", async () => {
    const event = await publishedEvent(t, "PROVISIONAL");
    const { roadshow, presenters, firms } = event;
    const { plan } = await readPublicAgenda(roadshow.number, null, t.db);
    expect(plan?.entries.map(({ kind }) => kind)).not.toContain("MEETING");
    const roles = plan?.entries.flatMap(({ people }) => people.map(({ role }) => role));
    expect(new Set(roles)).toEqual(new Set(["PRESENTER"]));

    const [presenter] = presenters;
    const [firm] = firms;
    if (!presenter || !firm) throw new Error("people are expected");
    const own = await readPersonalAgenda(presenter.id, presenter.actor, t.db);
    expect(own.agenda.entries.map(({ kind }) => kind).sort()).toEqual(["MEETING", "PITCH"]);
    expect(own.feedToken).not.toBeNull();
    const seen = await readPersonalAgenda(presenter.id, roadshow.organiser.actor, t.db);
    expect(seen.feedToken).toBeNull();
    for (const actor of [firm.actor, await makeStranger(t.db), (await makeTrader(t.db)).actor]) {
      const agenda = readPersonalAgenda(presenter.id, actor, t.db);
      await expect(agenda).rejects.toThrow("not_found");
      const page = getTimetablePage(roadshow.id, { version: null, page: 1 }, actor, t.db);
      await expect(page).rejects.toThrow("not_found");
    }
  });

  it("nobody the title of a confidential session before the public", async () => {
    const event = await publishedEvent(t, "FINAL", "SELECTION", { projects: 1 });
    await t.db.roadshowProject.update({
      where: { id: event.projects[0]?.id ?? "" },
      data: { confidentiality: "NDA_SESSION" },
    });
    const { plan } = await readPublicAgenda(event.roadshow.number, null, t.db);
    expect(JSON.stringify(plan)).not.toContain(event.projects[0]?.title);
    expect(JSON.stringify(plan)).not.toContain(event.presenters[0]?.name);
  });

  it("nobody what does not exist, and every version has an address", async () => {
    const { organiser, id } = (await publishedEvent(t, "FINAL", "SELECTION", { projects: 1 }))
      .roadshow;
    const read = (version: number | null, page = 1) =>
      getTimetablePage(id, { version, page }, organiser.actor, t.db);
    expect((await read(null)).current).toMatchObject({ version: 1, state: "FINAL" });
    expect((await read(1, 99)).current?.conflicts).toEqual([]);
    await expect(read(7)).rejects.toThrow("not_found");
    await expect(read(Number.NaN)).rejects.toThrow("not_found");
    const broken = getTimetablePage("x", { version: null, page: 1 }, organiser.actor, t.db);
    await expect(broken).rejects.toThrow("not_found");
    await expect(readPublicAgenda(99_999, null, t.db)).rejects.toThrow("not_found");
  });
});
