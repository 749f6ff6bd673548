import { afterEach, expect, it } from "vitest";
import { systemActor } from "~/domain/identity/actor";
import { findDueRoadshows } from "~/domain/roadshows/events/due-roadshows-queries.server";
import { answerFollowUp } from "~/domain/roadshows/follow-up/answer-follow-up.server";
import { findClosedEvents } from "~/domain/roadshows/follow-up/closed-events-queries.server";
import { followUpDue } from "~/domain/roadshows/follow-up/follow-up-due.server";
import {
  getFollowUpBoard,
  getProjectFollowUp,
} from "~/domain/roadshows/follow-up/follow-up-queries.server";
import { countOpenFollowUps } from "~/domain/roadshows/follow-up/open-follow-ups-queries.server";
import { openLeadRoom } from "~/domain/roadshows/follow-up/open-lead-room.server";
import { findOutcomes } from "~/domain/roadshows/follow-up/outcome-queries.server";
import { clock, useTestClock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { readRoadshowFigures } from "~/domain/statistics/roadshow-figures-queries.server";
import { noteLateOutcomes } from "~/jobs/roadshows/outcomes.server";
import { noteRoomOfTrade } from "~/jobs/trading/note-room.server";
import { makeMember, makeStranger } from "../../factories/people";
import { makeCase, makeRegistrationOffice } from "../../factories/registered-cases";
import { firmAt, leadAt, presentedAt, signingOf } from "../../factories/roadshow-after";
import { projectAt } from "../../factories/roadshow-call";
import { meetingAt, personAt } from "../../factories/roadshow-people";
import { dayIn, roadshowAt } from "../../factories/roadshows";
import { useTestDb } from "../../setup/database";

const t = useTestDb();
const MARKET = systemActor("test");
const silent = { info() {}, warn() {}, error() {} };
const DAY_MS = 86_400_000;
let testClock: ReturnType<typeof useTestClock> | undefined;

afterEach(() => {
  testClock?.restore();
  testClock = undefined;
});

const answer = (projectId: string, days: number, status: "TALKING" | "CONTRACT" | "NOTHING") => ({
  projectId,
  days,
  status,
  note: "",
  stated: 100_000n,
});
const kinds = async () => {
  const rows = await t.db.notification.findMany({
    where: { kind: { startsWith: "roadshowFollowUp" } },
    orderBy: { createdAt: "asc" },
  });
  return rows.map((row) => row.kind);
};

it("asks the presenter on the days of the parameters, reminds, and lets the event pass on", async () => {
  testClock = useTestClock(clock.now());
  const roadshow = await roadshowAt(t, "REPORTED", { startsOn: dayIn(0) });
  const project = await presentedAt(t, roadshow);
  await presentedAt(t, roadshow, {}, "NO_SHOW");
  const due = () => followUpDue(roadshow.id, MARKET, t.db);
  await due();
  const rows = await t.db.roadshowFollowUp.findMany({ orderBy: { days: "asc" } });
  expect(rows.map((row) => [row.projectId, row.days])).toEqual([
    [project.id, 30],
    [project.id, 90],
    [project.id, 180],
  ]);
  expect(rows.map((row) => row.dueOn.toISOString().slice(0, 10))).toEqual([
    dayIn(30),
    dayIn(90),
    dayIn(180),
  ]);
  expect(await kinds()).toEqual([]);
  const early = answerFollowUp(answer(project.id, 30, "TALKING"), project.presenter, t.db);
  await expect(early).rejects.toMatchObject({ code: "roadshow_follow_up_early" });

  testClock.advance(30 * DAY_MS);
  await due();
  await Promise.all([due(), due()]);
  expect(await kinds()).toEqual(["roadshowFollowUpAsked"]);
  expect(await t.db.roadshow.findFirst()).toMatchObject({ state: "FOLLOW_UP" });
  testClock.advance(7 * DAY_MS);
  await due();
  expect(await kinds()).toEqual(["roadshowFollowUpAsked", "roadshowFollowUpWaits"]);
  expect(await countOpenFollowUps(t.db, roadshow.id)).toBe(3);
  await answerFollowUp(answer(project.id, 30, "NOTHING"), project.presenter, t.db);
  expect(await t.db.roadshowFollowUp.findFirst({ where: { days: 30 } })).toMatchObject({
    status: "NOTHING",
    statedFen: null,
  });
  await answerFollowUp(answer(project.id, 30, "CONTRACT"), project.presenter, t.db);
  expect(await countOpenFollowUps(t.db, roadshow.id)).toBe(2);
  testClock.advance(30 * DAY_MS);
  await due();
  expect(await kinds()).toHaveLength(2);
  testClock.advance(113 * DAY_MS);
  await due();
  expect(await countOpenFollowUps(t.db, roadshow.id)).toBe(0);
  // Stated contracts move nothing that the market counts.
  expect(await t.db.roadshowProject.findUnique({ where: { id: project.id } })).toMatchObject({
    state: "PRESENTED",
  });
});

it("is answered by the project's people and seen by the organiser, by nobody else", async () => {
  const roadshow = await roadshowAt(t, "FOLLOW_UP");
  const project = await presentedAt(t, roadshow);
  await followUpDue(roadshow.id, MARKET, t.db);
  const stranger = await makeStranger(t.db);
  const signer = await makeMember(t.db, project.owner.id, "MEMBER", ["SIGN"]);
  for (const actor of [stranger, signer, roadshow.organiser.actor]) {
    const post = answerFollowUp(answer(project.id, 30, "TALKING"), actor, t.db);
    await expect(post).rejects.toMatchObject({ status: 404 });
    await expect(getProjectFollowUp(project.id, actor, t.db)).rejects.toMatchObject({
      status: 404,
    });
  }
  const other = await roadshowAt(t, "REPORTED");
  const due = (await findDueRoadshows(t.db, 1)).filter((one) => one.what === "FOLLOW_UP");
  expect(new Set(due.map((one) => one.id))).toEqual(new Set([roadshow.id, other.id]));
  const page = { isOpenOnly: true, skip: 0, take: 20 };
  await expect(getFollowUpBoard(roadshow.id, page, project.presenter, t.db)).rejects.toMatchObject({
    status: 404,
  });
  const board = await getFollowUpBoard(roadshow.id, page, roadshow.organiser.actor, t.db);
  expect(board).toMatchObject({ total: 1, open: 1, all: 1 });
  await answerFollowUp(answer(project.id, 30, "TALKING"), project.presenter, t.db);
  const after = await getFollowUpBoard(roadshow.id, page, roadshow.office, t.db);
  expect(after).toMatchObject({ total: 0, open: 0, all: 1 });
  const own = await getProjectFollowUp(project.id, project.presenter, t.db);
  expect(own.rounds.map((one) => one.statedFen)).toEqual(["100000", null, null]);
});

it("follows a project from its meeting to the registration number", async () => {
  const office = await makeRegistrationOffice(t.db, { code: "370100" });
  const made = await makeCase(t.db, office, { state: "REGISTERED" });
  const { deal } = made;
  const roadshow = await roadshowAt(t, "FOLLOW_UP");
  const owner = { id: deal.supply.id, name: deal.supply.legalName, actor: deal.seller };
  const firm = { id: deal.demand.id, name: deal.demand.legalName, actor: deal.buyer };
  const project = await presentedAt(t, roadshow, { owner });
  const quiet = await presentedAt(t, roadshow);
  const buyer = await firmAt(t, roadshow, { firm });
  const presenter = await personAt(t, roadshow, {
    userId: deal.seller.userId,
    organisationId: owner.id,
  });
  const outcome = async () =>
    (await findOutcomes(t.db, [roadshow.id])).find((one) => one.projectId === project.id);
  const state = async () => {
    await followUpDue(roadshow.id, MARKET, t.db);
    return (await t.db.roadshowProject.findUniqueOrThrow({ where: { id: project.id } })).state;
  };
  expect(await state()).toBe("PRESENTED");
  await meetingAt(t, roadshow, buyer, presenter, "HELD", project.id);
  expect(await state()).toBe("MEETINGS");
  const pair = { projectId: project.id, supply: owner, demand: firm };
  await signingOf(t, roadshow, pair, { isConfirmed: false });
  expect(await state()).toBe("MEETINGS");
  await signingOf(t, roadshow, pair);
  expect(await state()).toBe("INTENTION");

  const lead = await t.db.roadshowLead.findFirstOrThrow({ where: { projectId: project.id } });
  await t.db.deal.update({
    where: { id: deal.id },
    data: { origin: "ROADSHOW", introductionId: null, roadshowLeadId: lead.id },
  });
  const { registrationNo } = made;
  expect(await outcome()).toMatchObject({
    meetings: { held: 1 },
    intention: { at: expect.any(String) },
    contracts: [{ state: "SIGNED" }],
    registrations: [{ registrationNo, totalFen: "60000000", technicalFen: "50000000" }],
    rooms: 1,
  });
  // The room tells of its contract by itself, whatever the state of the event.
  await noteRoomOfTrade({ dealId: deal.id, kind: "SIGNED" }, { db: t.db, logger: silent });
  const moved = await t.db.roadshowProject.findUnique({ where: { id: project.id } });
  expect(moved).toMatchObject({ state: "REGISTERED" });
  expect(await state()).toBe("REGISTERED");
  expect(await readRoadshowFigures(t.db)).toEqual({
    events: 1,
    pitches: 2,
    registrations: 1,
    totalFen: null,
  });
  expect(await t.db.roadshowProject.findUnique({ where: { id: quiet.id } })).toMatchObject({
    state: "PRESENTED",
  });
});

it("leaves a dropped project dropped, and asks nobody about one that was not on stage", async () => {
  const roadshow = await roadshowAt(t, "FOLLOW_UP");
  const dropped = await presentedAt(t, roadshow, {}, "DROPPED");
  await projectAt(t, roadshow, "MEETINGS");
  const firm = await firmAt(t, roadshow);
  const presenter = await personAt(t, roadshow, {
    userId: dropped.presenter.userId,
    organisationId: dropped.owner.id,
  });
  await meetingAt(t, roadshow, firm, presenter, "HELD", dropped.id);
  const pair = { projectId: dropped.id, supply: dropped.owner, demand: firm.firm };
  await signingOf(t, roadshow, pair);
  await followUpDue(roadshow.id, MARKET, t.db);
  expect(await t.db.roadshowProject.findUnique({ where: { id: dropped.id } })).toMatchObject({
    state: "DROPPED",
  });
  expect(await t.db.roadshowFollowUp.count()).toBe(0);
  expect(await countOpenFollowUps(t.db, roadshow.id)).toBe(0);
});

it("counts what a room that was there before has brought since the lead only", async () => {
  const office = await makeRegistrationOffice(t.db, { code: "370100" });
  const { deal } = await makeCase(t.db, office, { state: "REGISTERED" });
  const roadshow = await roadshowAt(t, "FOLLOW_UP");
  const owner = { id: deal.supply.id, name: deal.supply.legalName, actor: deal.seller };
  const firm = { id: deal.demand.id, name: deal.demand.legalName, actor: deal.buyer };
  const { achievementId, needId } = deal;
  const project = await presentedAt(t, roadshow, { owner, achievementId });
  const buyer = await firmAt(t, roadshow, { firm, needId });
  const leadId = await leadAt(t, roadshow, project, buyer);
  const createdAt = new Date(clock.now().getTime() + 1000);
  await t.db.roadshowLead.update({ where: { id: leadId }, data: { createdAt } });
  expect(await openLeadRoom(leadId, deal.seller, t.db)).toBe(deal.id);
  const [outcome] = await findOutcomes(t.db, [roadshow.id]);
  const nothing = { rooms: 1, contracts: [], registrations: [], intention: null };
  expect(outcome).toMatchObject(nothing);
  // Nor does the room of a lead of an earlier event tell of its contract once more.
  const earlier = await roadshowAt(t, "CLOSED");
  const former = await presentedAt(t, earlier, { owner });
  const roadshowLeadId = await leadAt(t, earlier, former, await firmAt(t, earlier, { firm }));
  await t.db.deal.update({
    where: { id: deal.id },
    data: { origin: "ROADSHOW", introductionId: null, roadshowLeadId },
  });
  expect(await findOutcomes(t.db, [roadshow.id])).toMatchObject([nothing]);
  expect(await findOutcomes(t.db, [earlier.id])).toMatchObject([{ contracts: [{}] }]);
});

it("notes what is registered after the event was closed, for some time", async () => {
  testClock = useTestClock(clock.now());
  const office = await makeRegistrationOffice(t.db, { code: "370100" });
  const { deal } = await makeCase(t.db, office, { state: "REGISTERED" });
  const roadshow = await roadshowAt(t, "CLOSED", { startsOn: dayIn(0) });
  const owner = { id: deal.supply.id, name: deal.supply.legalName, actor: deal.seller };
  const firm = { id: deal.demand.id, name: deal.demand.legalName, actor: deal.buyer };
  const project = await presentedAt(t, roadshow, { owner });
  const roadshowLeadId = await leadAt(t, roadshow, project, await firmAt(t, roadshow, { firm }));
  const state = async () =>
    (await t.db.roadshowProject.findUniqueOrThrow({ where: { id: project.id } })).state;
  const night = () => noteLateOutcomes({}, { db: t.db, logger: silent });
  await night();
  expect(await state()).toBe("PRESENTED");
  await t.db.deal.update({
    where: { id: deal.id },
    data: { origin: "ROADSHOW", introductionId: null, roadshowLeadId },
  });
  await Promise.all([night(), night()]);
  expect(await state()).toBe("REGISTERED");
  expect(await t.db.roadshowFollowUp.count()).toBe(0);
  const followUp = { id: newId(), roadshowId: roadshow.id, projectId: project.id, days: 180 };
  await t.db.roadshowFollowUp.create({ data: { ...followUp, dueOn: new Date(dayIn(180)) } });
  await roadshowAt(t, "CANCELLED");
  testClock.advance(900 * DAY_MS);
  expect(await findClosedEvents(t.db)).toEqual([roadshow.id]);
  testClock.advance(30 * DAY_MS);
  expect(await findClosedEvents(t.db)).toEqual([]);
});
