import { afterEach, beforeEach, expect, it } from "vitest";
import { announceDelay } from "~/domain/roadshows/day/announce-delay.server";
import { closePlace } from "~/domain/roadshows/day/close-place.server";
import { reportAbsence } from "~/domain/roadshows/day/report-absence.server";
import { reportIllness } from "~/domain/roadshows/day/report-illness.server";
import { findStageBoard } from "~/domain/roadshows/day/stage-queries.server";
import { findPublishedPlan } from "~/domain/roadshows/timetable/agenda-queries.server";
import { calendarDate, useTestClock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { makeStranger } from "../../factories/people";
import { publishedEvent, quickSolver } from "../../factories/roadshow-plans";
import { at, seatOf } from "../../factories/roadshows";
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
  const pitches = async () => {
    const plan = await findPublishedPlan(t.db, event.roadshow.id);
    return (plan?.entries ?? []).filter((one) => one.kind === "PITCH");
  };
  return { ...event, pitches, organiser: event.roadshow.organiser.actor };
}

it("announces a delay once, moves what follows in the hall and says so on its screen", async () => {
  const { roadshow, pitches, organiser } = await running();
  const [first] = await pitches();
  if (!first) throw new Error("a pitch is expected");
  const input = {
    roadshowId: roadshow.id,
    delayId: newId(),
    placeId: first.placeId,
    minutes: 10,
    reason: "设备调试",
  };
  const desk = await seatOf(t, roadshow, "DESK");
  for (const actor of [desk.actor, await makeStranger(t.db)]) {
    await expect(announceDelay(input, actor, t.db, quickSolver)).rejects.toMatchObject({
      status: 404,
    });
  }
  const stage = await seatOf(t, roadshow, "STAGE");
  expect(await announceDelay(input, stage.actor, t.db, quickSolver)).toBeGreaterThan(0);
  expect(await announceDelay(input, organiser, t.db, quickSolver)).toBe(0);
  expect(await t.db.roadshowDelay.count()).toBe(1);
  expect((await findStageBoard(t.db, first.placeId))?.delayMinutes).toBe(10);
  const late = (await pitches()).find((one) => one.projectId === first.projectId);
  expect(late?.startsAt.getTime()).toBe(first.startsAt.getTime() + 10 * 60_000);
});

it("plans around a presenter who is ill and a hall that is closed", async () => {
  const { roadshow, projects, pitches, organiser, judges } = await running();
  const projectId = projects[0]?.id ?? "";
  const ill = { roadshowId: roadshow.id, projectId, note: "发烧" };
  const stage = await seatOf(t, roadshow, "STAGE");
  await expect(reportIllness(ill, stage.actor, t.db, quickSolver)).rejects.toMatchObject({
    status: 404,
  });
  await reportIllness(ill, organiser, t.db, quickSolver);
  const { state } = await t.db.roadshowProject.findUniqueOrThrow({ where: { id: projectId } });
  expect(state).toBe("WITHDRAWN");
  expect((await pitches()).map((one) => one.projectId)).not.toContain(projectId);
  const [next] = await pitches();
  if (!next) throw new Error("a pitch is expected");
  const shut = { roadshowId: roadshow.id, placeId: next.placeId, note: "停电" };
  await closePlace(shut, organiser, t.db, quickSolver);
  await expect(closePlace(shut, organiser, t.db, quickSolver)).rejects.toMatchObject({
    code: "stage_closed",
  });
  const halls = (await pitches()).map((one) => one.placeId);
  expect(halls).toHaveLength(2);
  expect(halls).not.toContain(next.placeId);
  expect((await findStageBoard(t.db, next.placeId))?.isClosed).toBe(true);
  const absent = { roadshowId: roadshow.id, participantNumber: 999 };
  await expect(reportAbsence(absent, organiser, t.db, quickSolver)).rejects.toMatchObject({
    field: "participantNumber",
  });
  const judge = await t.db.roadshowParticipant.findUniqueOrThrow({
    where: { id: judges[0]?.id ?? "" },
  });
  await reportAbsence({ ...absent, participantNumber: judge.number }, organiser, t.db, quickSolver);
  const people = (await pitches()).flatMap((one) => one.people.map((who) => who.participantId));
  expect(people).not.toContain(judge.id);
});
