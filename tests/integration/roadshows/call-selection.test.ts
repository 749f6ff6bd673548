import { describe, expect, it } from "vitest";
import { systemActor } from "~/domain/identity/actor";
import { advanceProject } from "~/domain/roadshows/call/advance-project.server";
import { decideProjects } from "~/domain/roadshows/call/decide-projects.server";
import { declareRecusal } from "~/domain/roadshows/call/declare-recusal.server";
import { orderRecusal } from "~/domain/roadshows/call/order-recusal.server";
import { noteOutcome, withdrawForIllness } from "~/domain/roadshows/call/project-moves.server";
import { findRecusedJudges } from "~/domain/roadshows/call/recusal-queries.server";
import { reviewProject } from "~/domain/roadshows/call/review-project.server";
import { rankReviewed, sheetHundredths } from "~/domain/roadshows/call/review-rules";
import { getSheet, listSeats } from "~/domain/roadshows/call/seat-queries.server";
import { settleConfirmations } from "~/domain/roadshows/call/settle-confirmations.server";
import { advanceRoadshow } from "~/domain/roadshows/events/advance-roadshow.server";
import { clock, useTestClock } from "~/domain/shared/clock";
import { makeTrader } from "../../factories/challenges";
import { addMember } from "../../factories/people";
import { projectAt } from "../../factories/roadshow-call";
import { personAt } from "../../factories/roadshow-people";
import { roadshowAt, seatOf } from "../../factories/roadshows";
import { codeOf } from "../../setup/code-of";
import { useTestDb } from "../../setup/database";

const t = useTestDb("file");
const market = systemActor("test");
const CRITERIA = [
  { key: "technology", label: "技术", weight: 60 },
  { key: "market", label: "市场", weight: 40 },
];
const rules = { reviewCriteria: CRITERIA };
const sheet = (technology: number, marketPoints: number) => ({
  points: { technology, market: marketPoints },
  comment: "",
});
const stateOf = async (id: string) =>
  (await t.db.roadshowProject.findUniqueOrThrow({ where: { id } })).state;

describe("points of the selection", () => {
  it("are weighted and averaged half up, ties sharing a rank", () => {
    expect(sheetHundredths({ technology: 90, market: 81 }, CRITERIA)).toBe(8640);
    const thirds = CRITERIA.map((one) => ({ ...one, weight: 1 })).concat([
      { key: "team", label: "团队", weight: 1 },
    ]);
    expect(sheetHundredths({ technology: 1, market: 0, team: 0 }, thirds)).toBe(33);
    expect(sheetHundredths({ technology: 1, market: 1, team: 0 }, thirds)).toBe(67);
    const ranked = rankReviewed([
      { id: "a", group: "SUPPLY", totals: [8700, 8701] },
      { id: "b", group: "SUPPLY", totals: [8701, 8700, 8700, 8701] },
      { id: "c", group: "SUPPLY", totals: [8700] },
      { id: "d", group: "DEMAND", totals: [1] },
      { id: "e", group: "SUPPLY", totals: [] },
    ]);
    expect(ranked.map((one) => one.averageHundredths)).toEqual([8701, 8701, 8700, 1, null]);
    expect(ranked.map((one) => one.rank)).toEqual([1, 1, 3, 1, null]);
  });

  it("count from those who have not stepped back, and hide until the own are in", async () => {
    const event = await roadshowAt(t, "SELECTION", { rules });
    const { id: projectId, owner } = await projectAt(t, event, "FORM_CHECK");
    const one = await seatOf(t, event, "REVIEWER");
    const two = await seatOf(t, event, "REVIEWER");
    const tied = await seatOf(t, event, "REVIEWER");
    const judge = await seatOf(t, event, "JUDGE");
    const review = (seat: typeof one, form = sheet(90, 81), actor = seat.actor) =>
      codeOf(reviewProject({ memberId: seat.memberId, projectId, form }, actor, t.db));
    expect(await review(one, sheet(90, 81), two.actor)).toBe("not_found");
    expect(await review(judge)).toBe("not_found");
    const part = { points: { technology: 90 }, comment: "" } as never;
    expect(await review(one, part)).toBe("pitch_points");
    expect(await review(one)).toBe("done");
    const read = (seat: typeof one) =>
      getSheet(t.db, { memberId: seat.memberId, projectId }, seat.actor, "zh-CN");
    expect((await read(two)).others).toEqual([]);
    expect(await review(two, sheet(80, 80))).toBe("done");
    expect((await read(two)).others).toHaveLength(1);
    await addMember(t.db, owner.id, tied.actor.userId);
    expect(await review(tied, sheet(100, 100))).toBe("pitch_recused");
    expect((await read(tied)).content).toBeNull();
    const stored = () => t.db.roadshowProject.findUniqueOrThrow({ where: { id: projectId } });
    expect(await stored()).toMatchObject({ scoreHundredths: 8320, rank: 1 });
    const step = { memberId: two.memberId, projectId, reason: "曾共同申报" };
    expect(await codeOf(declareRecusal({ ...step, reason: " " }, two.actor, t.db))).toBe(
      "note_required",
    );
    await declareRecusal(step, two.actor, t.db);
    expect(await stored()).toMatchObject({ scoreHundredths: 8640 });
    expect(await review(two)).toBe("pitch_recused");
    const people = (await findRecusedJudges(t.db, event.id)).get(projectId);
    expect([...(people ?? [])].sort()).toEqual([two.actor.userId, tied.actor.userId].sort());
    const order = { roadshowId: event.id, memberId: one.memberId, projectId, reason: "关联" };
    const organiser = event.organiser.actor;
    expect(await codeOf(orderRecusal(order, organiser, t.db))).toBe("pitch_reviewed");
    expect(await codeOf(orderRecusal(order, owner.actor, t.db))).toBe("not_found");
    const seats = await listSeats(t.db, two.actor, { skip: 0, take: 10 });
    expect(seats.items).toMatchObject([{ waiting: 0, total: 0 }]);
  });
});

describe("after the selection", () => {
  it("a judge who steps back changes no announced rank", async () => {
    const event = await roadshowAt(t, "REGISTRATION", { rules });
    const { id: projectId } = await projectAt(t, event, "RESERVE", { rank: 3 });
    const judge = await seatOf(t, event, "JUDGE");
    const step = { memberId: judge.memberId, projectId, reason: "亲属" };
    await declareRecusal(step, judge.actor, t.db);
    const row = await t.db.roadshowProject.findUniqueOrThrow({ where: { id: projectId } });
    expect(row.rank).toBe(3);
    const change = t.db.roadshowRecusal.deleteMany({ where: { projectId } });
    await expect(change).rejects.toThrow();
  });
});

describe("decisions", () => {
  it("take the first of a side by rank, never half of a tie, and give everybody the reason", async () => {
    const event = await roadshowAt(t, "SELECTION", { rules });
    const make = (rank: number) => projectAt(t, event, "FORM_CHECK", { rank });
    const [first, tieA, tieB] = [await make(1), await make(2), await make(2)];
    const organiser = event.organiser.actor;
    const bulk = { roadshowId: event.id, side: "SUPPLY" as const };
    const decide = (decision: "select" | "reserve" | "reject", count: number, note = "") =>
      codeOf(decideProjects({ ...bulk, decision, count, note }, organiser, t.db));
    expect(await decide("select", 2)).toBe("done");
    expect(await stateOf(first.id)).toBe("SELECTED");
    expect(await stateOf(tieA.id)).toBe("FORM_CHECK");
    expect(await decide("reserve", 1, "名额有限")).toBe("pitch_bulk_none");
    expect(await decide("reserve", 2)).toBe("note_required");
    expect(await decide("reserve", 2, "名额有限")).toBe("done");
    expect(await stateOf(tieB.id)).toBe("RESERVE");
    const last = await projectAt(t, event, "FORM_CHECK");
    expect(await decide("reject", 1, "与主题不符")).toBe("done");
    const told = await t.db.notification.findFirstOrThrow({
      where: { kind: "pitchRejected", userId: last.owner.actor.userId },
    });
    expect(told.params).toMatchObject({ note: "与主题不符" });
    const input = { ...bulk, decision: "select" as const, count: 1, note: "" };
    expect(await codeOf(decideProjects(input, first.owner.actor, t.db))).toBe("not_found");
  });

  it("are made once when two organisers decide at once", async () => {
    const event = await roadshowAt(t, "SELECTION");
    const { id } = await projectAt(t, event, "FORM_CHECK", { rank: 1 });
    const organiser = event.organiser.actor;
    const codes = await Promise.all([
      codeOf(advanceProject(id, "select", {}, organiser, t.db)),
      codeOf(advanceProject(id, "reject", { note: "与主题不符" }, organiser, t.db)),
    ]);
    expect(codes.sort()).toEqual(["done", "wrong_state"]);
  });

  it("give one free place to one reserve, whoever asks at once", async () => {
    const event = await roadshowAt(t, "SELECTION");
    const held = await projectAt(t, event, "CONFIRMED");
    const next = await projectAt(t, event, "RESERVE", { rank: 4 });
    const other = await projectAt(t, event, "RESERVE", { rank: 5, side: "DEMAND" });
    const organiser = event.organiser.actor;
    const ill = () => t.db.$transaction((tx) => withdrawForIllness(tx, held.id, "发热", organiser));
    const codes = await Promise.all([
      codeOf(ill()),
      codeOf(advanceProject(held.id, "withdraw", {}, held.owner.actor, t.db)),
    ]);
    expect(codes.sort()).toEqual(["done", "wrong_state"]);
    expect(await stateOf(next.id)).toBe("SELECTED");
    expect(await stateOf(other.id)).toBe("RESERVE");
    const { confirmDueAt } = await t.db.roadshowProject.findUniqueOrThrow({
      where: { id: next.id },
    });
    const hours = ((confirmDueAt?.getTime() ?? 0) - clock.now().getTime()) / 3_600_000;
    expect(Math.round(hours)).toBe(24);
    await advanceProject(next.id, "decline", {}, next.owner.actor, t.db);
    // No reserve of the same side is left: the other side may have the place.
    expect(await stateOf(other.id)).toBe("SELECTED");
  });

  it("two places given up at once go to two reserves", async () => {
    const event = await roadshowAt(t, "SELECTION");
    const held = [await projectAt(t, event, "SELECTED"), await projectAt(t, event, "SELECTED")];
    const reserves = [
      await projectAt(t, event, "RESERVE", { rank: 3 }),
      await projectAt(t, event, "RESERVE", { rank: 4 }),
      await projectAt(t, event, "RESERVE", { rank: 5 }),
    ];
    await Promise.all(
      held.map(({ id, owner }) => advanceProject(id, "decline", {}, owner.actor, t.db)),
    );
    const states = await Promise.all(reserves.map((one) => stateOf(one.id)));
    expect(states).toEqual(["SELECTED", "SELECTED", "RESERVE"]);
  });
});

describe("confirmation", () => {
  it("or its deadline wins, never both; no answer is a waiver and a reserve moves up", async () => {
    const event = await roadshowAt(t, "SELECTION");
    const time = useTestClock(clock.now());
    const soon = new Date(clock.now().getTime() + 60_000);
    const racing = await projectAt(t, event, "SELECTED", { confirmDueAt: soon });
    const silent = await projectAt(t, event, "SELECTED", { confirmDueAt: clock.now() });
    const reserve = await projectAt(t, event, "RESERVE", { rank: 9 });
    const late = codeOf(advanceProject(silent.id, "confirm", {}, silent.owner.actor, t.db));
    expect(await late).toBe("pitch_confirm_over");
    expect(await settleConfirmations(event.id, market, t.db)).toBe(1);
    expect(await stateOf(silent.id)).toBe("WAIVED");
    expect(await stateOf(reserve.id)).toBe("SELECTED");
    // The deadline passes while the answer is on its way.
    setTimeout(() => time.advance(60_000), 10);
    const [confirmed] = await Promise.all([
      codeOf(advanceProject(racing.id, "confirm", {}, racing.owner.actor, t.db)),
      settleConfirmations(event.id, market, t.db),
      settleConfirmations(event.id, market, t.db),
    ]);
    await settleConfirmations(event.id, market, t.db);
    time.restore();
    expect(await stateOf(racing.id)).toBe(confirmed === "done" ? "CONFIRMED" : "WAIVED");
  });

  it("does not hold the report up, and the presenter who leaves is audience", async () => {
    const event = await roadshowAt(t, "MATCHING");
    const { actor } = event.organiser;
    const due = new Date(clock.now().getTime() + 3_600_000);
    const reserve = await projectAt(t, event, "SELECTED", { confirmDueAt: due });
    const { id, owner } = await projectAt(t, event, "CONFIRMED");
    const roles = ["PRESENTER"];
    const person = await personAt(t, event, { userId: owner.actor.userId, roles });
    expect(await codeOf(advanceRoadshow(event.id, "report", {}, actor, t.db))).toBe(
      "roadshow_not_accounted",
    );
    await advanceProject(id, "withdraw", {}, owner.actor, t.db);
    const row = await t.db.roadshowParticipant.findUniqueOrThrow({ where: { id: person.id } });
    expect(row.roles).toEqual(["AUDIENCE"]);
    await advanceRoadshow(event.id, "report", {}, actor, t.db);
    expect(await stateOf(reserve.id)).toBe("WAIVED");
  });

  it("is closed once the event is cancelled", async () => {
    const event = await roadshowAt(t, "CANCELLED");
    const { id, owner } = await projectAt(t, event, "SELECTED");
    const code = codeOf(advanceProject(id, "confirm", {}, owner.actor, t.db));
    expect(await code).toBe("roadshow_not_open");
  });

  it("makes the presenter a participant and seeks ties of judges", async () => {
    const event = await roadshowAt(t, "SELECTION");
    const { id, owner } = await projectAt(t, event, "SELECTED");
    const judge = await seatOf(t, event, "JUDGE");
    await addMember(t.db, owner.id, judge.actor.userId);
    await advanceProject(id, "confirm", {}, owner.actor, t.db);
    const person = await t.db.roadshowParticipant.findFirstOrThrow({
      where: { roadshowId: event.id, userId: owner.actor.userId },
    });
    expect(person).toMatchObject({ roles: ["PRESENTER"], state: "REGISTERED" });
    const recused = await findRecusedJudges(t.db, event.id);
    expect(recused.get(id)).toEqual(new Set([judge.actor.userId]));
  });
});

describe("what came of a project", () => {
  it("goes forward only, and once", async () => {
    const event = await roadshowAt(t, "MATCHING");
    const { id, owner } = await projectAt(t, event, "PRESENTED");
    const note = (outcome: Parameters<typeof noteOutcome>[2]) =>
      t.db.$transaction((tx) => noteOutcome(tx, id, outcome, owner.actor));
    expect(await note("INTENTION")).toBe(true);
    expect(await note("INTENTION")).toBe(false);
    expect(await note("MEETINGS")).toBe(false);
    expect(await note("REGISTERED")).toBe(true);
    expect(await note("CONTRACT")).toBe(false);
    expect(await stateOf(id)).toBe("REGISTERED");
    const early = await projectAt(t, event, "CONFIRMED", { owner: await makeTrader(t.db) });
    const ahead = t.db.$transaction((tx) => noteOutcome(tx, early.id, "CONTRACT", market));
    expect(await ahead).toBe(false);
  });
});
