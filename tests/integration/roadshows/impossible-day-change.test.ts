import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { closePlace } from "~/domain/roadshows/day/close-place.server";
import { findPublishedPlan } from "~/domain/roadshows/timetable/agenda-queries.server";
import { readFindings } from "~/domain/roadshows/timetable/findings-view";
import { replanDay } from "~/domain/roadshows/timetable/replan-day.server";
import { calendarDate, useTestClock } from "~/domain/shared/clock";
import { eventToPlan, publishedEvent, quickSolver } from "../../factories/roadshow-plans";
import { publishEntries } from "../../factories/roadshow-public-plans";
import { at } from "../../factories/roadshows";
import { useTestDb } from "../../setup/database";

const t = useTestDb();
const TODAY = calendarDate(new Date());
let time: ReturnType<typeof useTestClock>;
beforeEach(() => {
  time = useTestClock(at(TODAY, "08:00"));
});
afterEach(() => time.restore());

describe("a change that leaves something public without a place", () => {
  it("is refused with its names, the public timetable stays, and a draft names the clash", async () => {
    const { roadshow, planId, projects } = await publishedEvent(t, "FINAL", "LIVE");
    const { id: roadshowId, halls, organiser } = roadshow;
    const before = await findPublishedPlan(t.db, roadshowId);
    const jobs = () => t.db.$queryRaw<unknown[]>`
      SELECT id FROM graphile_worker.jobs WHERE task_identifier = 'roadshows.tellPlan'`;
    const told = (await jobs()).length;
    // The other hall is there, but cannot show what two of the projects bring.
    await t.db.roadshowProject.updateMany({
      where: { id: { in: projects.slice(0, 2).map(({ id }) => id) } },
      data: { equipment: ["PROJECTOR"] },
    });
    const used = before?.entries.filter(({ projectId }) => projectId === projects[0]?.id);
    const placeId = used?.[0]?.placeId ?? "";
    const other = halls.find((one) => one !== placeId) ?? "";
    await t.db.roadshowPlace.update({ where: { id: other }, data: { equipment: [] } });
    const names = projects
      .slice(0, 2)
      .filter(({ id }) =>
        before?.entries.some((one) => one.projectId === id && one.placeId === placeId),
      )
      .map(({ title }) => title);
    const shut = { roadshowId, placeId, note: "停电" };
    const refusal = await closePlace(shut, organiser.actor, t.db, quickSolver).catch(
      (error: unknown) => error,
    );
    expect(refusal).toMatchObject({
      code: "plan_day_incomplete",
      status: 409,
      params: { version: 2 },
    });
    for (const name of names) expect(JSON.stringify(refusal)).toContain(name);
    const after = await findPublishedPlan(t.db, roadshowId);
    expect(after).toEqual(before);
    expect(await jobs()).toHaveLength(told);
    const draft = await t.db.roadshowPlan.findFirstOrThrow({
      where: { roadshowId, state: "DRAFT" },
    });
    expect(draft.basedOnId).toBe(planId);
    const { missing, clash } = readFindings(draft.findings);
    expect(missing.map(({ title }) => title)).toEqual(expect.arrayContaining(names));
    expect(clash.length).toBeGreaterThan(0);
    expect(clash.length).toBeLessThanOrEqual(3);
  });

  it("asks for less only where it must: who was locked in a closed hall keeps the judges", async () => {
    const event = await eventToPlan(t, "LIVE", { projects: 1, judgesPerPitch: 2 });
    const { roadshow, projects, presenters, judges } = event;
    const { id, organiser, halls } = roadshow;
    const [placeId] = halls;
    await publishEntries(t, roadshow, [
      {
        kind: "PITCH",
        subject: projects[0]?.id ?? "",
        placeId,
        from: "10:00",
        to: "10:15",
        isLocked: true,
        people: [
          { id: presenters[0]?.id ?? "", role: "PRESENTER" },
          ...judges.map((one) => ({ id: one.id, role: "JUDGE" as const })),
        ],
      },
    ]);
    const change = { kind: "PLACE_CLOSED", placeId, fromAt: at(TODAY, "08:00") } as const;
    await replanDay(id, change, organiser.actor, t.db, quickSolver);
    const plan = await findPublishedPlan(t.db, id);
    const pitch = plan?.entries.find(({ kind }) => kind === "PITCH");
    expect(pitch?.placeId).toBe(halls[1]);
    expect(pitch?.people.filter(({ role }) => role === "JUDGE")).toHaveLength(judges.length);
  });
});
