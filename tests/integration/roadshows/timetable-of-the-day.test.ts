import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { systemActor } from "~/domain/identity/actor";
import { markPresented } from "~/domain/roadshows/call/project-moves.server";
import { findPublishedPlan } from "~/domain/roadshows/timetable/agenda-queries.server";
import { subjectOf } from "~/domain/roadshows/timetable/agenda-view";
import { orderPlan } from "~/domain/roadshows/timetable/order-plan.server";
import { publishPlan } from "~/domain/roadshows/timetable/publish-plan.server";
import { replanDay } from "~/domain/roadshows/timetable/replan-day.server";
import { shiftPlan } from "~/domain/roadshows/timetable/shift-plan.server";
import { solveOrderedPlan } from "~/domain/roadshows/timetable/solve-ordered-plan.server";
import { tellPlan } from "~/domain/roadshows/timetable/tell-plan.server";
import { calendarDate, useTestClock } from "~/domain/shared/clock";
import { inTransaction } from "~/domain/shared/transaction.server";
import { actorOf, makeUser } from "../../factories/people";
import {
  eventToPlan,
  publishedEvent,
  quickSolver,
  solvedPlan,
} from "../../factories/roadshow-plans";
import { at } from "../../factories/roadshows";
import { useTestDb } from "../../setup/database";

const t = useTestDb();
const TODAY = calendarDate(new Date());
let time: ReturnType<typeof useTestClock> | undefined;
beforeEach(() => {
  time = useTestClock(at(TODAY, "08:00"));
});
afterEach(() => time?.restore());

/** A running event whose timetable is public. */
async function running(projects = 3) {
  const event = await publishedEvent(t, "FINAL", "LIVE", { projects });
  const { roadshow } = event;
  const plan = async () => {
    const found = await findPublishedPlan(t.db, roadshow.id);
    if (!found) throw new Error("a public timetable is expected");
    return found;
  };
  const pitches = (await plan()).entries.filter(({ kind }) => kind === "PITCH");
  return { ...event, plan, pitches, actor: roadshow.organiser.actor };
}

describe("a change on the day", () => {
  it("moves what follows in a late hall, leaves the rest, and is public at once", async () => {
    const { roadshow, plan, pitches, actor } = await running();
    const [first] = pitches;
    if (!first) throw new Error("a pitch is expected");
    const before = (await plan()).entries;
    const change = {
      kind: "DELAY",
      placeId: first.placeId,
      fromAt: first.startsAt,
      minutes: 5,
    } as const;
    const { planId, moved } = await replanDay(roadshow.id, change, actor, t.db, quickSolver);
    const after = await plan();
    expect(after).toMatchObject({ id: planId, state: "FINAL", sequence: 2 });
    const late = after.entries.find(({ projectId }) => projectId === first.projectId);
    expect(late?.startsAt.getTime()).toBe(first.startsAt.getTime() + 5 * 60_000);
    expect(moved).toContain(first.projectId);
    const same = before.filter((entry) => {
      const then = after.entries.find((one) => subjectOf(one) === subjectOf(entry));
      return then?.startsAt.getTime() === entry.startsAt.getTime() && then.seat === entry.seat;
    });
    expect(same.length).toBe(before.length - moved.length);
    expect(
      await t.db
        .$queryRaw`SELECT task_identifier FROM graphile_worker.jobs WHERE task_identifier IN ('roadshows.tellPlan', 'realtime.roadshow')`,
    ).toHaveLength(4);
  });

  it("keeps what is over and under way", async () => {
    const { roadshow, plan, pitches, actor } = await running();
    const [first, second] = pitches;
    if (!first || !second) throw new Error("two pitches are expected");
    time?.restore();
    time = useTestClock(new Date(first.startsAt.getTime() + 60_000));
    const change = { kind: "PLACE_CLOSED", placeId: first.placeId, fromAt: first.endsAt } as const;
    await replanDay(roadshow.id, change, actor, t.db, quickSolver);
    const { entries } = await plan();
    const kept = entries.find(({ projectId }) => projectId === first.projectId);
    expect(kept).toMatchObject({ startsAt: first.startsAt, placeId: first.placeId });
    expect(kept?.people.length).toBe(first.people.length);
    const rest = entries.filter(
      ({ kind, projectId }) => kind === "PITCH" && projectId !== first.projectId,
    );
    expect(rest).toHaveLength(2);
    for (const entry of rest.filter(({ startsAt }) => startsAt >= first.endsAt)) {
      expect(entry.placeId).not.toBe(first.placeId);
    }
  });

  it("leaves out a project that withdrew and a person who fell ill", async () => {
    const { roadshow, plan, pitches, actor, firms } = await running();
    const gone = pitches[2]?.projectId ?? "";
    const out = { kind: "PROJECT_OUT", projectId: gone } as const;
    const { moved } = await replanDay(roadshow.id, out, actor, t.db, quickSolver);
    expect(moved).toEqual([gone]);
    const ill = {
      kind: "PERSON_OUT",
      participantId: firms[0]?.id ?? "",
      fromAt: at(roadshow.startsOn, "08:00"),
    } as const;
    await replanDay(roadshow.id, ill, actor, t.db, quickSolver);
    const { entries } = await plan();
    const people = entries.flatMap((entry) => entry.people.map((one) => one.participantId));
    expect(people).not.toContain(ill.participantId);
    expect(entries.filter(({ kind }) => kind === "MEETING")).toHaveLength(1);
  });

  it("keeps what ran ahead of its time, and an ill presenter's meetings go with the pitch", async () => {
    const { roadshow, plan, pitches, actor, presenters, projects } = await running();
    const early = pitches[2];
    if (!early?.projectId) throw new Error("three pitches are expected");
    const { projectId } = early;
    await inTransaction(t.db, (tx) => markPresented(tx, projectId, actor));
    const other = projects.findIndex(({ id }) => id !== projectId);
    const ill = presenters[other]?.id ?? "";
    const out = {
      kind: "PROJECT_OUT",
      projectId: projects[other]?.id ?? "",
      participantId: ill,
    } as const;
    await replanDay(roadshow.id, out, actor, t.db, quickSolver);
    const { entries } = await plan();
    const kept = entries.find((one) => one.projectId === projectId);
    expect(kept).toMatchObject({ startsAt: early.startsAt, placeId: early.placeId });
    expect(kept?.people.length).toBe(early.people.length);
    const people = entries.flatMap((entry) => entry.people.map((one) => one.participantId));
    expect(people).not.toContain(ill);
  });

  it("keeps pitches back to back in a late hall with time to set up", async () => {
    const event = await eventToPlan(t, "LIVE", { rules: { gapMinutes: 5 } });
    await t.db.roadshowPlace.updateMany({
      where: { id: { in: event.roadshow.halls } },
      data: { setupMinutes: 5 },
    });
    const { id, organiser } = event.roadshow;
    await publishPlan(await solvedPlan(t, event), "FINAL", organiser.actor, t.db);
    const pitchesOf = async () =>
      (await findPublishedPlan(t.db, id))?.entries.filter(({ kind }) => kind === "PITCH") ?? [];
    const [first] = await pitchesOf();
    if (!first) throw new Error("a pitch is expected");
    const { placeId, startsAt: fromAt } = first;
    const change = { kind: "DELAY", placeId, fromAt, minutes: 5 } as const;
    await replanDay(id, change, organiser.actor, t.db, quickSolver);
    expect(await pitchesOf()).toHaveLength(3);
  });

  it("pitches before the judges who are left when one leaves", async () => {
    const event = await publishedEvent(t, "FINAL", "LIVE", { projects: 1, judgesPerPitch: 2 });
    const { id, organiser } = event.roadshow;
    const participantId = event.judges[0]?.id ?? "";
    const change = { kind: "PERSON_OUT", participantId, fromAt: at(TODAY, "08:00") } as const;
    await replanDay(id, change, organiser.actor, t.db, quickSolver);
    const plan = await findPublishedPlan(t.db, id);
    const pitch = plan?.entries.find(({ kind }) => kind === "PITCH");
    expect(pitch?.people.map(({ role }) => role).sort()).toEqual(["JUDGE", "PRESENTER"]);
  });

  it("is quick with a process of its own, and nobody else's", async () => {
    const { roadshow, pitches, actor } = await running(1);
    const change = {
      kind: "DELAY",
      placeId: pitches[0]?.placeId ?? "",
      fromAt: at(roadshow.startsOn, "09:00"),
      minutes: 10,
    } as const;
    const stranger = await actorOf(t.db, (await makeUser(t.db)).id);
    await expect(replanDay(roadshow.id, change, stranger, t.db)).rejects.toThrow("not_found");
    await replanDay(roadshow.id, change, actor, t.db);
  });

  it("tells exactly those for whom something changes, once", async () => {
    const { roadshow, planId, pitches, plan, actor } = await running();
    const before = (await plan()).entries;
    await tellPlan(planId, t.db);
    const ready = await t.db.notification.count({ where: { kind: "roadshowAgendaReady" } });
    const people = new Set(
      (await findPublishedPlan(t.db, roadshow.id))?.entries.flatMap((entry) =>
        entry.people.map((one) => one.participantId),
      ),
    );
    expect(ready).toBe(people.size);
    const last = pitches.at(-1);
    if (!last) throw new Error("a pitch is expected");
    const change = {
      kind: "DELAY",
      placeId: last.placeId,
      fromAt: last.startsAt,
      minutes: 5,
    } as const;
    const { planId: next } = await replanDay(roadshow.id, change, actor, t.db, quickSolver);
    await tellPlan(next, t.db);
    await tellPlan(next, t.db);
    const told = await t.db.notification.findMany({ where: { kind: "roadshowEntryMoved" } });
    const concerned = await t.db.roadshowParticipant.findMany({
      where: { userId: { in: told.map(({ userId }) => userId) } },
    });
    // Who goes on from there to a meeting may move with it.
    const moved = (await plan()).entries.flatMap((entry) => {
      const was = before.find((one) => subjectOf(one) === subjectOf(entry));
      const at = (one = entry) => `${one.startsAt.getTime()} ${one.placeId} ${one.seat}`;
      if (was && at(was) === at()) return [];
      const known = new Set(was?.people.map(({ participantId }) => participantId));
      return entry.people.filter(({ participantId }) => known.has(participantId));
    });
    const ids = new Set(moved.map(({ participantId }) => participantId));
    expect(concerned.map(({ id }) => id).sort()).toEqual([...ids].sort());
    for (const { participantId } of last.people) expect(ids).toContain(participantId);
    expect(told).toHaveLength(moved.length);
    const entries = told.map(({ params }) => (params as { entry: string }).entry);
    expect(entries.filter((entry) => entry === last.title)).toHaveLength(last.people.length);
  });
});

describe("a timetable ordered while the event runs", () => {
  it("keeps what is over and begins nothing in the past", async () => {
    const { roadshow, pitches, actor, projects, planId } = await running();
    const [first] = pitches;
    if (!first?.projectId) throw new Error("a pitch is expected");
    const { projectId } = first;
    await t.db.$transaction((tx) => markPresented(tx, projectId, systemActor("test")));
    time?.restore();
    const now = new Date(first.endsAt.getTime() + 60_000);
    time = useTestClock(now);
    const again = await orderPlan(roadshow.id, { reason: "AGAIN", note: "" }, actor, t.db);
    await solveOrderedPlan(again, t.db, quickSolver);
    const entries = await t.db.roadshowEntry.findMany({
      where: { planId: again },
      include: { people: true },
    });
    const kept = entries.find(({ projectId }) => projectId === first.projectId);
    expect(kept).toMatchObject({ startsAt: first.startsAt, placeId: first.placeId });
    expect(kept?.people).toHaveLength(first.people.length);
    expect(entries.filter(({ kind }) => kind === "PITCH")).toHaveLength(projects.length);
    const begun = await t.db.roadshowEntry.findMany({ where: { planId, startsAt: { lte: now } } });
    expect(entries.filter(({ startsAt }) => startsAt <= now)).toHaveLength(begun.length);
    await publishPlan(again, "FINAL", actor, t.db);
  });
});

describe("a change of dates", () => {
  it("moves the public timetable and gives drafts up", async () => {
    const { roadshow, planId, actor, plan } = await running(1);
    const before = await plan();
    const shifted = await t.db.$transaction((tx) => shiftPlan(tx, roadshow.id, 3, actor));
    const after = await plan();
    expect(after).toMatchObject({ id: shifted, state: "FINAL" });
    expect(after.sequence).toBeGreaterThan(before.sequence);
    for (const [nth, entry] of after.entries.entries()) {
      const was = before.entries[nth];
      expect(entry.startsAt.getTime() - (was?.startsAt.getTime() ?? 0)).toBe(3 * 86_400_000);
      expect(entry.people).toEqual(was?.people);
    }
    expect(await t.db.roadshowPlan.findUnique({ where: { id: planId } })).toMatchObject({
      state: "SUPERSEDED",
    });
  });
});
