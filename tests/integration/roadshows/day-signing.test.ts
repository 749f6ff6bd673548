import { afterEach, beforeEach, expect, it } from "vitest";
import { addSigning } from "~/domain/roadshows/day/add-signing.server";
import { confirmSigning } from "~/domain/roadshows/day/confirm-signing.server";
import { markDayMeeting } from "~/domain/roadshows/day/mark-day-meeting.server";
import { getMeetingDesk } from "~/domain/roadshows/day/meeting-desk-queries.server";
import { recordMeeting } from "~/domain/roadshows/day/record-meeting.server";
import { getSigningPage, listOwnSignings } from "~/domain/roadshows/day/signing-queries.server";
import { withdrawSigning } from "~/domain/roadshows/day/withdraw-signing.server";
import { calendarDate, useTestClock } from "~/domain/shared/clock";
import { makeTrader } from "../../factories/challenges";
import { actorOf, addMember, makeStranger } from "../../factories/people";
import { projectAt } from "../../factories/roadshow-call";
import { meetingAt, personAt } from "../../factories/roadshow-people";
import { at, roadshowAt, seatOf } from "../../factories/roadshows";
import { useTestDb } from "../../setup/database";

const t = useTestDb();
let time: ReturnType<typeof useTestClock>;
beforeEach(() => {
  time = useTestClock(at(calendarDate(new Date()), "15:00"));
});
afterEach(() => time.restore());

async function signing() {
  const roadshow = await roadshowAt(t, "LIVE");
  const project = await projectAt(t, roadshow, "PRESENTED");
  const firm = await makeTrader(t.db);
  const name = async (id: string) =>
    (await t.db.organisation.findUniqueOrThrow({ where: { id } })).legalName;
  const input = {
    title: "正极材料联合开发",
    kind: "CONTRACT" as const,
    supply: await name(project.owner.id),
    demand: await name(firm.id),
    projectNumber: project.number,
    amountFen: 50_000_000,
  };
  const add = (changes: object = {}) =>
    addSigning(roadshow.id, { ...input, ...changes }, roadshow.organiser.actor, t.db);
  return { roadshow, project, firm, add, organiser: roadshow.organiser.actor };
}

it("counts a signing when both sides have confirmed it, each by a person of its own", async () => {
  const { roadshow, project, firm, add, organiser } = await signing();
  const id = await add();
  const totals = async () => (await getSigningPage(t.db, roadshow.id, 1, organiser)).totals;
  for (const actor of [await makeStranger(t.db), organiser]) {
    await expect(confirmSigning(id, actor, t.db)).rejects.toMatchObject({ status: 404 });
  }
  const { presenter } = project;
  expect((await listOwnSignings(t.db, 1, presenter)).rows).toMatchObject([
    { side: "SUPPLY", mayConfirm: true },
  ]);
  await confirmSigning(id, presenter, t.db);
  await expect(confirmSigning(id, presenter, t.db)).rejects.toMatchObject({
    code: "signing_confirmed",
  });
  expect(await totals()).toEqual({ intentions: 0, contracts: 0, amountFen: "0" });
  await addMember(t.db, firm.id, presenter.userId);
  const both = await actorOf(t.db, presenter.userId);
  await expect(confirmSigning(id, both, t.db)).rejects.toMatchObject({
    code: "signing_both_sides",
  });
  await confirmSigning(id, firm.actor, t.db);
  expect(await totals()).toEqual({ intentions: 0, contracts: 1, amountFen: "50000000" });
  const { state } = await t.db.roadshowProject.findUniqueOrThrow({ where: { id: project.id } });
  expect(state).toBe("CONTRACT");
  await expect(
    withdrawSigning({ roadshowId: roadshow.id, signingId: id }, organiser, t.db),
  ).rejects.toMatchObject({ code: "signing_confirmed" });
});

it("finds the sides by name or code, and refuses what does not fit", async () => {
  const { roadshow, add, project, organiser } = await signing();
  await expect(add({ demand: "没有这家单位" })).rejects.toMatchObject({
    code: "signing_organisation",
    field: "demand",
  });
  const own = await t.db.organisation.findUniqueOrThrow({ where: { id: project.owner.id } });
  await expect(add({ demand: own.legalName })).rejects.toMatchObject({ code: "signing_same" });
  await expect(add({ projectNumber: 99 })).rejects.toMatchObject({ field: "projectNumber" });
  await t.db.organisation.update({
    where: { id: project.owner.id },
    data: { uscc: "91370100MA3C0D5X8K" },
  });
  const id = await add({ supply: "91370100ma3c0d5x8k" });
  await withdrawSigning({ roadshowId: roadshow.id, signingId: id }, organiser, t.db);
  await expect(confirmSigning(id, project.presenter, t.db)).rejects.toMatchObject({
    code: "signing_withdrawn",
  });
  const stage = await seatOf(t, roadshow, "STAGE");
  expect((await getSigningPage(t.db, roadshow.id, 1, stage.actor)).mayWrite).toBe(false);
  await expect(addSigning(roadshow.id, {} as never, stage.actor, t.db)).rejects.toMatchObject({
    status: 404,
  });
});

it("notes meetings that were held, planned or on the spot, once", async () => {
  const { roadshow, project, organiser } = await signing();
  const desk = await seatOf(t, roadshow, "DESK");
  const [one, two] = [await personAt(t, roadshow), await personAt(t, roadshow)];
  const record = (actor = desk.actor) =>
    recordMeeting(
      {
        roadshowId: roadshow.id,
        fromNumber: 1,
        toNumber: 2,
        projectNumber: project.number,
        minutes: "约定下周送样",
      },
      actor,
      t.db,
    );
  await expect(record(one.actor)).rejects.toMatchObject({ status: 404 });
  const twice = await Promise.allSettled([record(), record(organiser)]);
  expect(twice.filter((answer) => answer.status === "fulfilled")).toHaveLength(1);
  const [held] = await t.db.roadshowMeeting.findMany();
  expect(held).toMatchObject({ state: "HELD", source: "ON_SITE", minutes: "约定下周送样" });
  const three = await personAt(t, roadshow);
  const planned = await meetingAt(t, roadshow, one, three);
  const mark = { roadshowId: roadshow.id, meetingId: planned, minutes: "" };
  await expect(markDayMeeting({ ...mark, isHeld: true }, two.actor, t.db)).rejects.toMatchObject({
    status: 404,
  });
  await markDayMeeting({ ...mark, isHeld: false }, desk.actor, t.db);
  const page = await getMeetingDesk(t.db, roadshow.id, 1, desk.actor);
  expect(page.counts).toEqual({ accepted: 0, held: 1, missed: 1 });
  await markDayMeeting({ ...mark, isHeld: true, minutes: "晚到十分钟" }, organiser, t.db);
  expect((await getMeetingDesk(t.db, roadshow.id, 1, desk.actor)).counts.held).toBe(2);
});
