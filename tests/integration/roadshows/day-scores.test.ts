import { afterEach, beforeEach, expect, it } from "vitest";
import type { UserActor } from "~/domain/identity/actor";
import { orderRecusal } from "~/domain/roadshows/call/order-recusal.server";
import { closeScores } from "~/domain/roadshows/day/close-scores.server";
import { controlStage } from "~/domain/roadshows/day/control-stage.server";
import { getJudgePage } from "~/domain/roadshows/day/judge-queries.server";
import { publishScores } from "~/domain/roadshows/day/publish-scores.server";
import { getScorePage, listPublicScores } from "~/domain/roadshows/day/score-queries.server";
import { submitScore } from "~/domain/roadshows/day/submit-score.server";
import { calendarDate, useTestClock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { addMember, makeStranger } from "../../factories/people";
import { dayAt, type TestDay } from "../../factories/roadshow-day";
import { at, seatOf } from "../../factories/roadshows";
import { useTestDb } from "../../setup/database";

const t = useTestDb();
const TODAY = calendarDate(new Date());
let time: ReturnType<typeof useTestClock>;
beforeEach(() => {
  time = useTestClock(at(TODAY, "09:00"));
});
afterEach(() => time.restore());

const plain = { criteria: [], dropHigh: 1, dropLow: 1, decimals: 2 };
const give = (
  day: TestDay,
  judge: number,
  total: string,
  project = 0,
  actor?: UserActor,
  points: Record<string, string> = {},
) => {
  const seat = day.judges[judge];
  if (!seat) throw new Error("no judge");
  const projectId = day.projects[project]?.id ?? "";
  return submitScore(
    { memberId: seat.memberId, projectId, points, total, note: "" },
    actor ?? seat.actor,
    t.db,
  );
};
const close = (day: TestDay, project = 0, isWithout = false, actor = day.organiser) =>
  closeScores(
    { roadshowId: day.roadshow.id, projectId: day.projects[project]?.id ?? "", isWithout },
    actor,
    t.db,
  );
async function present(day: TestDay): Promise<void> {
  for (let at = 0; at < day.projects.length; at += 1) {
    for (const [step, intent] of (["talk", "over"] as const).entries()) {
      await controlStage(
        { roadshowId: day.roadshow.id, placeId: day.placeId, revision: at * 2 + step },
        { intent },
        day.organiser,
        t.db,
      );
    }
  }
}

it("makes 87.00 of the seven figures of the field's practice, and shows it to nobody before it is published", async () => {
  const day = await dayAt(t, { projects: 1, judges: 7, rules: plain });
  await present(day);
  for (const [judge, total] of ["90", "95", "80", "85", "88", "92", "70"].entries()) {
    await give(day, judge, total);
  }
  await close(day);
  const page = await getScorePage(t.db, day.roadshow.id, day.organiser);
  expect(page.rows[0]).toMatchObject({ result: "87.00", rank: 1, isClosed: true });
  expect(page.rows[0]?.sheets.map((one) => one.isDropped)).toEqual([
    false,
    true,
    false,
    false,
    false,
    false,
    true,
  ]);
  const { number } = day.roadshow;
  expect(await listPublicScores(t.db, number, null)).toEqual([]);
  await publishScores(day.roadshow.id, day.organiser, t.db);
  expect(await listPublicScores(t.db, number, null)).toMatchObject([{ result: "87.00", rank: 1 }]);
  const row = await t.db.roadshowProject.findFirstOrThrow();
  expect([row.stageHundredths, row.stageRank]).toEqual([8700, 1]);
  await expect(publishScores(day.roadshow.id, day.organiser, t.db)).rejects.toMatchObject({
    code: "score_published",
  });
  await expect(give(day, 0, "91")).rejects.toMatchObject({ code: "score_closed" });
});

it("does not close with two judges where one high and one low are taken out, nor without the missing ones by accident", async () => {
  const day = await dayAt(t, { projects: 1, judges: 4, rules: plain });
  await give(day, 0, "90");
  await expect(close(day)).rejects.toMatchObject({ code: "score_not_presented" });
  await present(day);
  await give(day, 1, "80.55");
  await expect(close(day)).rejects.toMatchObject({
    code: "score_too_few",
    params: { given: 2, needed: 3 },
  });
  await give(day, 2, "70");
  await expect(close(day)).rejects.toMatchObject({ code: "score_missing", field: "isWithout" });
  await expect(close(day, 0, true, await makeStranger(t.db))).rejects.toMatchObject({
    status: 404,
  });
  const both = await Promise.allSettled([close(day, 0, true), close(day, 0, true)]);
  expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  const page = await getScorePage(t.db, day.roadshow.id, day.organiser);
  expect(page.rows[0]?.result).toBe("80.55");
});

it("takes points from judges of the panel who have nothing to do with the project, and changes until it is closed", async () => {
  const day = await dayAt(t, { projects: 1, judges: 3, rules: plain });
  const [first, second] = day.judges;
  await Promise.all([give(day, 0, "88"), give(day, 1, "77.5")]);
  await give(day, 0, "89");
  const sheets = await t.db.roadshowScore.findMany({ orderBy: { totalHundredths: "asc" } });
  expect(sheets.map((one) => [one.totalHundredths, one.revision])).toEqual([
    [7750, 1],
    [8900, 2],
  ]);
  for (const total of ["101", "-1", "abc", "", "9.999"]) {
    await expect(give(day, 0, total)).rejects.toMatchObject({
      code: "score_total",
      field: "total",
    });
  }
  await expect(give(day, 0, "90", 0, second?.actor)).rejects.toMatchObject({ status: 404 });
  await t.db.roadshowRecusal.create({
    data: {
      id: newId(),
      memberId: first?.memberId ?? "",
      projectId: day.projects[0]?.id ?? "",
      kind: "DECLARED",
    },
  });
  await expect(give(day, 0, "90")).rejects.toMatchObject({ code: "score_not_yours", status: 403 });
  const outside = await seatOf(t, day.roadshow, "JUDGE");
  const strange = { memberId: outside.memberId, projectId: day.projects[0]?.id ?? "" };
  await expect(
    submitScore({ ...strange, points: {}, total: "90", note: "" }, outside.actor, t.db),
  ).rejects.toMatchObject({ code: "score_not_yours" });
  const mine = await getJudgePage(t.db, first?.memberId ?? "", first?.actor as UserActor);
  expect(mine.sheets[0]).toMatchObject({ isRecused: true, mayScore: false });
  await present(day);
  // The sheet of who has to keep away does not count.
  await give(day, 2, "60");
  await expect(close(day)).rejects.toMatchObject({ code: "score_too_few", field: "isWithout" });
  await close(day, 0, true);
  const { rows } = await getScorePage(t.db, day.roadshow.id, day.organiser);
  expect(rows[0]).toMatchObject({ isClosed: true, result: null, rank: null });
  await expect(publishScores(day.roadshow.id, day.organiser, t.db)).rejects.toMatchObject({
    code: "score_none",
  });
});

it("publishes without projects that were dropped or never shown, and keeps published ranks as they are", async () => {
  const rules = { ...plain, dropHigh: 0, dropLow: 0 };
  const day = await dayAt(t, { projects: 3, judges: 1, rules });
  const [, second, third] = day.projects;
  const moveTo = (id: string, data: { state: string; presentedAt?: Date }) =>
    t.db.$transaction([
      t.db.$executeRaw`SELECT set_config('market.procedure', 'RoadshowProject', true)`,
      t.db.roadshowProject.update({ where: { id }, data }),
    ]);
  const presentedAt = new Date();
  await moveTo(day.projects[0]?.id ?? "", { state: "PRESENTED", presentedAt });
  await moveTo(second?.id ?? "", { state: "DROPPED", presentedAt });
  // Did not come, and met people all the same.
  await moveTo(third?.id ?? "", { state: "MEETINGS" });
  await give(day, 0, "80");
  await close(day);
  await publishScores(day.roadshow.id, day.organiser, t.db);
  const shown = () => listPublicScores(t.db, day.roadshow.number, null);
  expect(await shown()).toMatchObject([{ number: 1, rank: 1 }]);
  await give(day, 0, "90", 1);
  await close(day, 1);
  expect(await shown()).toMatchObject([{ number: 1, rank: 1 }]);
  await publishScores(day.roadshow.id, day.organiser, t.db);
  expect(await shown()).toMatchObject([
    { number: 2, rank: 1 },
    { number: 1, rank: 2 },
  ]);
});

it("takes no points from who joined the organisation, and drops a sheet on the organiser's order until it is closed", async () => {
  const day = await dayAt(t, {
    projects: 1,
    judges: 2,
    rules: { ...plain, dropHigh: 0, dropLow: 0 },
  });
  const [first, second] = day.judges;
  const [project] = day.projects;
  await give(day, 0, "80");
  await give(day, 1, "60");
  await addMember(t.db, project?.owner.id ?? "", first?.actor.userId ?? "", "MEMBER");
  await expect(give(day, 0, "99")).rejects.toMatchObject({ code: "score_not_yours" });
  expect(await t.db.roadshowRecusal.count({ where: { memberId: first?.memberId ?? "" } })).toBe(1);
  const order = (memberId = "") =>
    orderRecusal(
      {
        roadshowId: day.roadshow.id,
        memberId,
        projectId: project?.id ?? "",
        reason: "持有该企业股份",
      },
      day.organiser,
      t.db,
    );
  const third = await seatOf(t, day.roadshow, "JUDGE");
  await order(second?.memberId);
  await present(day);
  await close(day, 0, true);
  const { rows } = await getScorePage(t.db, day.roadshow.id, day.organiser);
  expect(rows[0]?.sheets).toEqual([]);
  await expect(order(second?.memberId)).rejects.toMatchObject({ code: "score_closed" });
  await order(third.memberId);
});

it("leaves out the sheet of a judge who joined the organisation after handing it in, and says why", async () => {
  const day = await dayAt(t, {
    projects: 1,
    judges: 2,
    rules: { ...plain, dropHigh: 0, dropLow: 0 },
  });
  const [first] = day.judges;
  const [project] = day.projects;
  await give(day, 0, "80");
  await give(day, 1, "60");
  await present(day);
  const row = async () => (await getScorePage(t.db, day.roadshow.id, day.organiser)).rows[0];
  expect(await row()).toMatchObject({ sheets: [{}, {}], excluded: [] });
  const membership = { organisationId: project?.owner.id ?? "", userId: first?.actor.userId ?? "" };
  await addMember(t.db, membership.organisationId, membership.userId, "MEMBER");
  const left = { sheets: [{ total: "60.00" }], excluded: [{ kind: "SAME_ORGANISATION" }] };
  expect(await row()).toMatchObject(left);
  const mine = await getJudgePage(t.db, first?.memberId ?? "", first?.actor as UserActor);
  expect(mine.sheets[0]).toMatchObject({ isRecused: true, mayScore: false });
  await close(day);
  expect(await row()).toMatchObject({ ...left, result: "60.00", isClosed: true });
  expect(await t.db.roadshowRecusal.count()).toBe(1);
  // Who joins once the scoring is closed changes nothing of it.
  await addMember(t.db, membership.organisationId, day.judges[1]?.actor.userId ?? "", "MEMBER");
  time.advance(1_000);
  expect(await row()).toMatchObject({ result: "60.00", sheets: [{ total: "60.00" }] });
});

it("weighs the criteria of the event, and ranks equal projects equally", async () => {
  const criteria = [
    { key: "technology", label: "技术", weight: 60 },
    { key: "market", label: "市场", weight: 40 },
  ];
  const rules = { criteria, dropHigh: 0, dropLow: 0, decimals: 1 };
  const day = await dayAt(t, { projects: 3, judges: 1, rules });
  await present(day);
  const marks = (technology: number, market: number) => ({
    technology: String(technology),
    market: String(market),
  });
  await expect(give(day, 0, "", 0, undefined, { technology: "90" })).rejects.toMatchObject({
    field: "points.market",
  });
  await give(day, 0, "", 0, undefined, marks(80, 80));
  await give(day, 0, "", 1, undefined, marks(80, 80));
  await give(day, 0, "", 2, undefined, marks(90, 65));
  for (const project of [0, 1, 2]) await close(day, project);
  const { rows } = await getScorePage(t.db, day.roadshow.id, day.organiser);
  expect(rows.map((one) => [one.number, one.result, one.rank])).toEqual([
    [3, "80.0", 1],
    [1, "80.0", 2],
    [2, "80.0", 2],
  ]);
});
