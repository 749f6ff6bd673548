import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { UserActor } from "~/domain/identity/actor";
import { advanceProject } from "~/domain/roadshows/call/advance-project.server";
import { controlStage } from "~/domain/roadshows/day/control-stage.server";
import {
  getStageControl,
  getStageHalls,
} from "~/domain/roadshows/day/stage-control-queries.server";
import type { StageOrder } from "~/domain/roadshows/day/stage-order-schema";
import { findStageBoard, getStageView } from "~/domain/roadshows/day/stage-queries.server";
import { calendarDate, useTestClock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { makeStranger } from "../../factories/people";
import { dayAt, type TestDay } from "../../factories/roadshow-day";
import { personAt } from "../../factories/roadshow-people";
import { at, roadshowAt, seatOf } from "../../factories/roadshows";
import { useTestDb } from "../../setup/database";

const t = useTestDb();
const TODAY = calendarDate(new Date());
let time: ReturnType<typeof useTestClock>;
beforeEach(() => {
  time = useTestClock(at(TODAY, "09:00"));
});
afterEach(() => time.restore());

const order = (
  day: TestDay,
  revision: number,
  what: StageOrder,
  actor: UserActor = day.organiser,
) =>
  controlStage({ roadshowId: day.roadshow.id, placeId: day.placeId, revision }, what, actor, t.db);
const stateOf = async (id: string) =>
  (await t.db.roadshowProject.findUniqueOrThrow({ where: { id } })).state;

describe("a stage", () => {
  it("runs talk, pause and questions, marks the project as presented and goes on to the next", async () => {
    const day = await dayAt(t);
    const [first, second] = day.projects;
    const before = await findStageBoard(t.db, day.placeId);
    expect(before).toMatchObject({ revision: 0, phase: "WAITING", entry: null });
    expect(before?.next?.title).toBe(first?.title);
    const talk = await order(day, 0, { intent: "talk" });
    expect(talk).toMatchObject({
      revision: 1,
      phase: "TALK",
      talkMs: 480_000,
      questionMs: 420_000,
    });
    expect(talk.entry?.projectId).toBe(first?.id);
    expect(talk.next?.projectId).toBe(second?.id);
    time.advance(60_000);
    expect(await order(day, 1, { intent: "pause" })).toMatchObject({
      phase: "PAUSED",
      pausedPhase: "TALK",
      elapsedMs: 60_000,
      phaseStartedAt: null,
    });
    time.advance(30_000);
    const on = await order(day, 2, { intent: "resume" });
    expect(on).toMatchObject({ phase: "TALK", elapsedMs: 60_000 });
    await order(day, 3, { intent: "qa" });
    const next = await order(day, 4, { intent: "over" });
    expect(next).toMatchObject({ phase: "WAITING", next: null });
    expect(next.entry?.projectId).toBe(second?.id);
    expect(await stateOf(first?.id ?? "")).toBe("PRESENTED");
    const absent = await order(day, 5, { intent: "absent", note: "未到场" });
    expect(absent).toMatchObject({ phase: "OVER", entry: null });
    expect(await stateOf(second?.id ?? "")).toBe("NO_SHOW");
  });

  it("lets the first of two controllers win who act on the same view", async () => {
    const day = await dayAt(t);
    const stage = await seatOf(t, day.roadshow, "STAGE");
    const answers = await Promise.allSettled([
      order(day, 0, { intent: "talk" }),
      order(day, 0, { intent: "message", message: "请关闭手机铃声" }, stage.actor),
    ]);
    const refused = answers.filter((one) => one.status === "rejected");
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toMatchObject({ code: "stage_moved", status: 409 });
    expect((await findStageBoard(t.db, day.placeId))?.revision).toBe(1);
  });

  it("is led by the organiser and people with a seat at the stage only, while the event runs", async () => {
    const day = await dayAt(t);
    const desk = await seatOf(t, day.roadshow, "DESK");
    const moderator = await seatOf(t, day.roadshow, "MODERATOR");
    for (const actor of [await makeStranger(t.db), desk.actor, moderator.actor]) {
      await expect(order(day, 0, { intent: "talk" }, actor)).rejects.toMatchObject({ status: 404 });
    }
    expect(await order(day, 0, { intent: "question" }, moderator.actor)).toMatchObject({
      revision: 1,
    });
    await expect(order(day, 1, { intent: "pause" })).rejects.toMatchObject({
      code: "stage_wrong_move",
    });
    await expect(order(day, 1, { intent: "over" })).rejects.toMatchObject({
      code: "stage_wrong_move",
    });
    await expect(order(day, 1, { intent: "select", entryId: newId() })).rejects.toMatchObject({
      status: 404,
    });
    const tables = { roadshowId: day.roadshow.id, placeId: day.roadshow.tables, revision: 0 };
    await expect(
      controlStage(tables, { intent: "talk" }, day.organiser, t.db),
    ).rejects.toMatchObject({ status: 404 });
    const later = await roadshowAt(t, "REGISTRATION", { organiser: day.roadshow.organiser });
    const closed = { roadshowId: later.id, placeId: later.halls[0], revision: 0 };
    await expect(
      controlStage(closed, { intent: "talk" }, day.organiser, t.db),
    ).rejects.toMatchObject({ code: "roadshow_not_open" });
  });

  it("shows nothing of a confidential project, and names its halls to their controllers", async () => {
    const day = await dayAt(t, { projects: 1, project: { confidentiality: "NDA_SESSION" } });
    const view = await getStageView(t.db, day.roadshow.number, day.placeId, null);
    expect(view.board.next).toMatchObject({
      title: "",
      speaker: "",
      organisation: "",
      isConfidential: true,
      number: 1,
    });
    const [project] = day.projects;
    expect(JSON.stringify(view)).not.toContain(project?.title);
    await expect(
      getStageView(t.db, day.roadshow.number, day.roadshow.tables, null),
    ).rejects.toMatchObject({ status: 404 });
    const halls = await getStageHalls(t.db, day.roadshow.id, day.organiser);
    expect(halls.boards.map((one) => one.placeId)).toEqual(day.roadshow.halls);
    const control = await getStageControl(t.db, day.roadshow.id, day.placeId, day.organiser);
    expect(control).toMatchObject({ mayLead: true, isOpen: true });
  });

  it("shows questions of the project on stage only, and none of a confidential one", async () => {
    const day = await dayAt(t);
    const [first, second] = day.projects;
    const asker = await personAt(t, day.roadshow);
    const questionOf = async (projectId = "", text = "良率多少？") => {
      const id = newId();
      const of = { roadshowId: day.roadshow.id, projectId, participantId: asker.id };
      await t.db.roadshowQuestion.create({ data: { ...of, id, text, state: "SHOWN" } });
      return id;
    };
    const [own, other] = [await questionOf(first?.id), await questionOf(second?.id)];
    await order(day, 0, { intent: "talk" });
    await expect(order(day, 1, { intent: "question", questionId: other })).rejects.toMatchObject({
      status: 404,
    });
    const shown = await order(day, 1, { intent: "question", questionId: own });
    expect(shown.question).toMatchObject({ text: "良率多少？", name: asker.name });
    const control = () => getStageControl(t.db, day.roadshow.id, day.placeId, day.organiser);
    expect(await control()).toMatchObject({
      isConfidential: false,
      questions: [{ id: own }],
      shownQuestionId: own,
    });
    await t.db.roadshowProject.update({
      where: { id: first?.id ?? "" },
      data: { confidentiality: "NDA_SESSION" },
    });
    expect(await control()).toMatchObject({
      isConfidential: true,
      questions: [],
      shownQuestionId: null,
    });
    expect((await findStageBoard(t.db, day.placeId))?.question).toBeNull();
    await expect(order(day, 2, { intent: "question", questionId: own })).rejects.toMatchObject({
      code: "stage_wrong_move",
    });
  });

  it("goes on past projects that have left the event", async () => {
    const day = await dayAt(t, { projects: 4 });
    const [first, second, third, last] = day.projects;
    const withdraw = async (project: typeof first) =>
      advanceProject(
        project?.id ?? "",
        "withdraw",
        {},
        project?.owner.actor ?? day.organiser,
        t.db,
      );
    await withdraw(second);
    expect((await order(day, 0, { intent: "talk" })).next?.projectId).toBe(third?.id);
    await withdraw(first);
    const over = await order(day, 1, { intent: "over" });
    expect(over.entry?.projectId).toBe(third?.id);
    await withdraw(third);
    const absent = await order(day, 2, { intent: "absent", note: "已退出" });
    expect(absent.entry?.projectId).toBe(last?.id);
    expect(await stateOf(third?.id ?? "")).toBe("WITHDRAWN");
    await expect(order(day, 3, { intent: "over" })).rejects.toMatchObject({
      code: "stage_wrong_move",
    });
  });

  it("keeps what is on stage when the plan gets a new version", async () => {
    const day = await dayAt(t);
    await order(day, 0, { intent: "talk" });
    const [first] = day.projects;
    const planId = newId();
    const [old] = await t.db.roadshowEntry.findMany({ where: { projectId: first?.id ?? "" } });
    if (!old) throw new Error("an entry is expected");
    await t.db.roadshowPlan.create({
      data: { id: planId, roadshowId: day.roadshow.id, version: 2, state: "DRAFT" },
    });
    await t.db.roadshowEntry.create({ data: { ...old, id: newId(), planId } });
    await t.db.roadshow.update({ where: { id: day.roadshow.id }, data: { planId } });
    const board = await findStageBoard(t.db, day.placeId);
    expect(board).toMatchObject({ phase: "TALK" });
    expect(board?.entry?.projectId).toBe(first?.id);
  });
});
