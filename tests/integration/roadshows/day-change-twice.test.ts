import { afterEach, beforeEach, expect, it } from "vitest";
import { announceDelay } from "~/domain/roadshows/day/announce-delay.server";
import { closePlace } from "~/domain/roadshows/day/close-place.server";
import { reportAbsence } from "~/domain/roadshows/day/report-absence.server";
import { reportIllness } from "~/domain/roadshows/day/report-illness.server";
import { findPublishedPlan } from "~/domain/roadshows/timetable/agenda-queries.server";
import type { Solver } from "~/domain/roadshows/timetable/solver-process.server";
import { calendarDate, useTestClock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { projectAt } from "../../factories/roadshow-call";
import { publishedEvent, quickSolver } from "../../factories/roadshow-plans";
import { at } from "../../factories/roadshows";
import { useTestDb } from "../../setup/database";

const t = useTestDb();
const TODAY = calendarDate(new Date());
let time: ReturnType<typeof useTestClock>;
beforeEach(() => {
  time = useTestClock(at(TODAY, "08:00"));
});
afterEach(() => time.restore());

async function running() {
  const event = await publishedEvent(t, "FINAL", "LIVE", { projects: 3 });
  const { roadshow } = event;
  const plan = async () => {
    const found = await findPublishedPlan(t.db, roadshow.id);
    if (!found) throw new Error("a public timetable is expected");
    return found;
  };
  return { ...event, plan, actor: roadshow.organiser.actor, roadshowId: roadshow.id };
}

/** Both have read the event before either has changed it. */
function together(): Solver {
  let waiting = 2;
  let open = () => {};
  const both = new Promise<void>((resolve) => {
    open = resolve;
  });
  return async (task) => {
    waiting -= 1;
    if (waiting === 0) open();
    await both;
    return quickSolver(task);
  };
}

const twice = (change: (solver: Solver) => Promise<unknown>) => {
  const solver = together();
  return Promise.all([change(solver), change(solver)]);
};

it("applies a delay once that is sent twice at once", async () => {
  const { roadshowId, plan, actor } = await running();
  const first = (await plan()).entries.find(({ kind }) => kind === "PITCH");
  if (!first) throw new Error("a pitch is expected");
  const { placeId } = first;
  const delay = { roadshowId, delayId: newId(), placeId, minutes: 10, reason: "" };
  await twice((solver) => announceDelay(delay, actor, t.db, solver));
  const after = await plan();
  expect(after.sequence).toBe(2);
  const late = after.entries.find(({ projectId }) => projectId === first.projectId);
  expect(late?.startsAt.getTime()).toBe(first.startsAt.getTime() + 10 * 60_000);
});

it("applies an illness once that two report at once: one reserve moves up", async () => {
  const { roadshow, roadshowId, plan, projects, actor } = await running();
  for (const title of ["候补甲", "候补乙"]) await projectAt(t, roadshow, "RESERVE", { title });
  const ill = { roadshowId, projectId: projects[0]?.id ?? "", note: "发烧" };
  await twice((solver) => reportIllness(ill, actor, t.db, solver));
  expect((await plan()).sequence).toBe(2);
  const where = { roadshowId, state: "SELECTED" };
  expect(await t.db.roadshowProject.count({ where })).toBe(1);
  expect(await t.db.roadshowPlan.count({ where: { roadshowId } })).toBe(2);
});

it("applies a closed hall and an absence once that are told twice at once", async () => {
  const { roadshowId, plan, judges, actor } = await running();
  const pitch = (await plan()).entries.find(({ kind }) => kind === "PITCH");
  const shut = { roadshowId, placeId: pitch?.placeId ?? "", note: "停电" };
  await twice((solver) => closePlace(shut, actor, t.db, solver));
  const closed = await plan();
  expect(closed.sequence).toBe(2);
  expect(closed.entries.filter(({ kind }) => kind === "PITCH")).toHaveLength(3);
  const busy = closed.entries.flatMap(({ people }) => people.map((one) => one.participantId));
  const judge = judges.find(({ id }) => busy.includes(id));
  const { number } = await t.db.roadshowParticipant.findUniqueOrThrow({
    where: { id: judge?.id ?? "" },
  });
  const absent = { roadshowId, participantNumber: number };
  await twice((solver) => reportAbsence(absent, actor, t.db, solver));
  expect((await plan()).sequence).toBe(3);
  expect(await reportAbsence(absent, actor, t.db, quickSolver)).toBe(0);
  expect((await plan()).sequence).toBe(3);
});
