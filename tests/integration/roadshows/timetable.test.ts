import { describe, expect, it } from "vitest";
import { findPublishedPlan } from "~/domain/roadshows/timetable/agenda-queries.server";
import { copyPlan } from "~/domain/roadshows/timetable/copy-plan.server";
import { discardPlan } from "~/domain/roadshows/timetable/discard-plan.server";
import { readFindings } from "~/domain/roadshows/timetable/findings-view";
import { orderPlan } from "~/domain/roadshows/timetable/order-plan.server";
import { publishPlan } from "~/domain/roadshows/timetable/publish-plan.server";
import { solveOrderedPlan } from "~/domain/roadshows/timetable/solve-ordered-plan.server";
import { newId } from "~/domain/shared/ids";
import { actorOf, makeUser } from "../../factories/people";
import {
  eventToPlan,
  publishedEvent,
  quickSolver,
  solvedPlan,
} from "../../factories/roadshow-plans";
import { roadshowAt } from "../../factories/roadshows";
import { useTestDb } from "../../setup/database";

const t = useTestDb();
const ORDER = { reason: "FIRST", note: "" } as const;

describe("an ordered timetable", () => {
  it("is solved into entries with seats and people, better than a spreadsheet's or as good", async () => {
    const event = await eventToPlan(t);
    const planId = await solvedPlan(t, event);
    const plan = await t.db.roadshowPlan.findUniqueOrThrow({
      where: { id: planId },
      include: { entries: { include: { people: true } } },
    });
    expect(plan.state).toBe("DRAFT");
    expect(plan.entries.filter(({ kind }) => kind === "PITCH")).toHaveLength(3);
    expect(plan.entries.filter(({ kind }) => kind === "MEETING")).toHaveLength(2);
    const opening = plan.entries.find(({ itemId }) => itemId === event.openingId);
    expect(opening?.placeId).toBe(event.roadshow.halls[0]);
    for (const entry of plan.entries.filter(({ kind }) => kind === "PITCH")) {
      expect(entry.startsAt >= (opening?.endsAt ?? 0)).toBe(true);
      expect(entry.people.map(({ role }) => role).sort()).toEqual(["JUDGE", "PRESENTER"]);
    }
    expect(plan.points).toBeGreaterThanOrEqual(plan.greedyPoints ?? 0);
    expect(plan.points).toBeLessThanOrEqual(plan.bound ?? 0);
  });

  it("is solved once when its job runs twice, at the same time or after a kill", async () => {
    const event = await eventToPlan(t);
    const planId = await orderPlan(event.roadshow.id, ORDER, event.roadshow.organiser.actor, t.db);
    // A worker that is killed in the search leaves the version as it is.
    const killed = solveOrderedPlan(planId, t.db, () => Promise.reject(new Error("killed")));
    await expect(killed).rejects.toThrow("killed");
    let runs = 0;
    const counting = (task: Parameters<typeof quickSolver>[0]) => {
      runs += 1;
      return quickSolver(task);
    };
    await Promise.all([
      solveOrderedPlan(planId, t.db, counting),
      solveOrderedPlan(planId, t.db, counting),
    ]);
    await solveOrderedPlan(planId, t.db, counting);
    expect(runs).toBe(1);
    expect(await t.db.roadshowEntry.count({ where: { planId } })).toBe(6);
  });

  it("is solved by a process of its own", async () => {
    const event = await eventToPlan(t, "SELECTION", { projects: 1 });
    const planId = await orderPlan(
      event.roadshow.id,
      { ...ORDER, seconds: 2 },
      event.roadshow.organiser.actor,
      t.db,
    );
    await solveOrderedPlan(planId, t.db);
    expect(await t.db.roadshowPlan.findUnique({ where: { id: planId } })).toMatchObject({
      state: "DRAFT",
    });
  });

  it("fails with what clashes by name where it is impossible", async () => {
    const event = await eventToPlan(t, "SELECTION", { judges: 1, judgesPerPitch: 2 });
    const planId = await solvedPlan(t, event);
    const plan = await t.db.roadshowPlan.findUniqueOrThrow({ where: { id: planId } });
    expect(plan.state).toBe("FAILED");
    const findings = readFindings(plan.findings);
    expect(findings.missing.map(({ reason }) => reason)).toContain("NO_PANEL");
    expect(findings.clash).toContainEqual(
      expect.objectContaining({ kind: "PANEL", activity: expect.stringContaining("路演项目") }),
    );
  });

  it("fails in words without places, and without anything to plan", async () => {
    const event = await eventToPlan(t);
    await t.db.roadshowItem.deleteMany({ where: { roadshowId: event.roadshow.id } });
    await t.db.roadshowPlace.deleteMany({ where: { roadshowId: event.roadshow.id } });
    const planId = await solvedPlan(t, event);
    const empty = await roadshowAt(t, "SELECTION");
    const nothing = await orderPlan(empty.id, ORDER, empty.organiser.actor, t.db);
    await solveOrderedPlan(nothing, t.db, quickSolver);
    const plans = await t.db.roadshowPlan.findMany({ where: { id: { in: [planId, nothing] } } });
    expect(plans.map(({ state }) => state)).toEqual(["FAILED", "FAILED"]);
    const faults = plans.map(({ findings }) => readFindings(findings).fault).sort();
    expect(faults).toEqual(["plan_no_places", "plan_nothing"]);
  });

  it("is ordered by the organiser alone, one at a time, when projects are chosen", async () => {
    const { roadshow } = await eventToPlan(t, "SELECTION", { projects: 1 });
    const stranger = await actorOf(t.db, (await makeUser(t.db)).id);
    const early = await roadshowAt(t, "CALL_OPEN");
    await expect(orderPlan(roadshow.id, ORDER, stranger, t.db)).rejects.toThrow("not_found");
    await expect(orderPlan(early.id, ORDER, early.organiser.actor, t.db)).rejects.toThrow(
      "roadshow_not_open",
    );
    const both = await Promise.allSettled([
      orderPlan(roadshow.id, ORDER, roadshow.organiser.actor, t.db),
      orderPlan(roadshow.id, ORDER, roadshow.organiser.actor, t.db),
    ]);
    const refused = both.filter((one) => one.status === "rejected");
    expect(refused.map(({ reason }) => String(reason.message))).toEqual(["plan_solving"]);
    await t.db.roadshowPlan
      .findFirstOrThrow({ where: { roadshowId: roadshow.id } })
      .then((plan) => discardPlan(roadshow.id, plan.id, roadshow.organiser.actor, t.db));
    await orderPlan(roadshow.id, ORDER, roadshow.organiser.actor, t.db);
  });
});

describe("publication", () => {
  it("sets the agenda, raises the sequence and supersedes the former version", async () => {
    const event = await publishedEvent(t, "PROVISIONAL");
    const { roadshow, planId } = event;
    const after = await t.db.roadshow.findUniqueOrThrow({ where: { id: roadshow.id } });
    expect(after).toMatchObject({ state: "AGENDA_SET", planId, sequence: 1 });
    await publishPlan(planId, "FINAL", roadshow.organiser.actor, t.db);
    const copy = await copyPlan(roadshow.id, planId, roadshow.organiser.actor, t.db);
    await publishPlan(copy, "FINAL", roadshow.organiser.actor, t.db);
    expect(await findPublishedPlan(t.db, roadshow.id)).toMatchObject({ id: copy, sequence: 3 });
    expect(await t.db.roadshowPlan.findUnique({ where: { id: planId } })).toMatchObject({
      state: "SUPERSEDED",
    });
  });

  it("is refused to a draft that is older than what is public", async () => {
    const { roadshow, planId } = await publishedEvent(t, "FINAL", "SELECTION", { projects: 1 });
    const { actor } = roadshow.organiser;
    const stale = await copyPlan(roadshow.id, planId, actor, t.db);
    const newer = await copyPlan(roadshow.id, planId, actor, t.db);
    await publishPlan(newer, "FINAL", actor, t.db);
    await expect(publishPlan(stale, "FINAL", actor, t.db)).rejects.toThrow("plan_stale");
    const old = await copyPlan(roadshow.id, planId, actor, t.db);
    await expect(publishPlan(old, "FINAL", actor, t.db)).rejects.toThrow("plan_stale");
    const fresh = await copyPlan(roadshow.id, newer, actor, t.db);
    await publishPlan(fresh, "FINAL", actor, t.db);
  });

  it("is the organiser's alone", async () => {
    const event = await eventToPlan(t, "SELECTION", { projects: 1 });
    const planId = await solvedPlan(t, event);
    const stranger = await actorOf(t.db, (await makeUser(t.db)).id);
    await expect(publishPlan(planId, "FINAL", stranger, t.db)).rejects.toThrow("not_found");
    await expect(discardPlan(event.roadshow.id, planId, stranger, t.db)).rejects.toThrow(
      "not_found",
    );
  });

  it("leaves nothing to change, not even for the database's owner", async () => {
    const { planId } = await publishedEvent(t, "FINAL", "SELECTION", { projects: 1 });
    const change = t.db.$executeRaw`
      UPDATE "RoadshowEntry" SET "endsAt" = "endsAt" + interval '1 minute' WHERE "planId" = ${planId}::uuid`;
    await expect(change).rejects.toThrow(/not changed any more/);
    const removal = t.db.$executeRaw`
      DELETE FROM "RoadshowEntryPerson" WHERE "planId" = ${planId}::uuid`;
    await expect(removal).rejects.toThrow(/not changed any more/);
  });

  it("has nothing and nobody in two places by the database itself", async () => {
    const event = await eventToPlan(t);
    const planId = await solvedPlan(t, event);
    const [first, second] = await t.db.roadshowEntry.findMany({
      where: { planId, kind: "PITCH" },
      orderBy: { startsAt: "asc" },
      include: { people: { where: { role: "PRESENTER" } } },
    });
    if (!first || !second) throw new Error("two pitches are expected");
    const place = t.db.$executeRaw`
      UPDATE "RoadshowEntry" SET "placeId" = ${first.placeId}::uuid, "startsAt" = ${first.startsAt},
        "endsAt" = ${first.endsAt}, "freeAt" = ${first.freeAt} WHERE id = ${second.id}::uuid`;
    await expect(place).rejects.toThrow(/entry_(place|person)_once/);
    const elsewhere = newId();
    await t.db.roadshowEntry.delete({ where: { id: second.id } });
    await t.db.$executeRaw`
      INSERT INTO "RoadshowEntry" (id, "planId", kind, "projectId", "placeId", seat, "startsAt", "endsAt", "freeAt")
      VALUES (${elsewhere}::uuid, ${planId}::uuid, 'PITCH', ${second.projectId}::uuid, ${event.roadshow.tables}::uuid, 9,
        ${first.startsAt}, ${first.endsAt}, ${first.endsAt})`;
    const person = t.db.$executeRaw`
      INSERT INTO "RoadshowEntryPerson" ("entryId", "participantId", "planId", "startsAt", "endsAt")
      VALUES (${elsewhere}::uuid, ${first.people[0]?.participantId}::uuid, ${planId}::uuid, ${first.startsAt}, ${first.endsAt})`;
    await expect(person).rejects.toThrow(/entry_person_once/);
  });
});
