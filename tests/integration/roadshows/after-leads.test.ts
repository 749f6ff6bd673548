import { expect, it } from "vitest";
import { systemActor, type UserActor } from "~/domain/identity/actor";
import { makeLeads } from "~/domain/roadshows/follow-up/make-leads.server";
import { moveLead } from "~/domain/roadshows/follow-up/move-lead.server";
import { noteLead } from "~/domain/roadshows/follow-up/note-lead.server";
import { openLeadRoom } from "~/domain/roadshows/follow-up/open-lead-room.server";
import { remindLead } from "~/domain/roadshows/follow-up/remind-lead.server";
import { clock } from "~/domain/shared/clock";
import { inTransaction } from "~/domain/shared/transaction.server";
import { makeTrader } from "../../factories/challenges";
import { makeDeal } from "../../factories/deals";
import {
  actorOf,
  addMember,
  makeMember,
  makeOrganisation,
  makeStranger,
} from "../../factories/people";
import { makeAchievement } from "../../factories/published-listings";
import { cardOf, firmAt, leadAt, presentedAt, signingOf } from "../../factories/roadshow-after";
import { projectAt } from "../../factories/roadshow-call";
import { meetingAt, personAt } from "../../factories/roadshow-people";
import { roadshowAt, type TestRoadshow } from "../../factories/roadshows";
import { useTestDb } from "../../setup/database";

const t = useTestDb();
const MARKET = systemActor("test");

const run = (roadshow: TestRoadshow) =>
  inTransaction(t.db, (tx) => makeLeads(tx, roadshow.id, MARKET));

const leads = () =>
  t.db.roadshowLead.findMany({
    orderBy: { createdAt: "asc" },
    select: { projectId: true, participantId: true, reasons: true, state: true, ownerId: true },
  });

async function fairly() {
  const roadshow = await roadshowAt(t, "MATCHING");
  const project = await presentedAt(t, roadshow);
  const firm = await firmAt(t, roadshow);
  return { roadshow, project, firm };
}

it("makes one lead of all that a participant has to do with a project, and none twice", async () => {
  const { roadshow, project, firm } = await fairly();
  const presenter = await personAt(t, roadshow, {
    userId: project.presenter.userId,
    organisationId: project.owner.id,
    roles: ["PRESENTER"],
  });
  const single = await personAt(t, roadshow);
  await cardOf(t, project.id, firm.id, "MEET");
  await cardOf(t, project.id, firm.id, "INVEST");
  await cardOf(t, project.id, single.id, "MATERIAL");
  await cardOf(t, project.id, presenter.id, "MEET");
  await meetingAt(t, roadshow, firm, presenter, "HELD");
  await signingOf(t, roadshow, { projectId: project.id, supply: project.owner, demand: firm.firm });
  await run(roadshow);
  await run(roadshow);
  await Promise.all([run(roadshow), run(roadshow)]);
  const shared = { projectId: project.id, state: "NEW", ownerId: project.presenter.userId };
  expect(await leads()).toEqual([
    { ...shared, participantId: firm.id, reasons: ["INVEST", "MEET", "MEETING", "SIGNING"] },
    { ...shared, participantId: single.id, reasons: ["MATERIAL"] },
  ]);
  const clocks = await t.db.procedureClock.findMany({ where: { procedure: "roadshow-lead" } });
  expect(clocks).toHaveLength(2);
  const told = await t.db.notification.findMany({ where: { kind: "roadshowLeads" } });
  expect(told).toMatchObject([{ userId: project.presenter.userId, params: { count: 2 } }]);
});

it("takes a colleague for the project's side, and both confirmations for a signing", async () => {
  const { roadshow, project, firm } = await fairly();
  const first = await presentedAt(t, roadshow, { owner: await makeTrader(t.db) });
  await presentedAt(t, roadshow, { owner: first.owner });
  const colleague = await personAt(t, roadshow, { organisationId: first.owner.id });
  await meetingAt(t, roadshow, firm, colleague, "HELD");
  await meetingAt(t, roadshow, await personAt(t, roadshow), await personAt(t, roadshow), "HELD");
  const pair = { projectId: project.id, supply: project.owner, demand: firm.firm };
  await signingOf(t, roadshow, pair, { isConfirmed: false });
  await run(roadshow);
  expect(await leads()).toMatchObject([
    { projectId: first.id, participantId: firm.id, reasons: ["MEETING"] },
  ]);
});

it("makes none of who is not coming, a project withdrawn, or an event called off", async () => {
  const { roadshow, project, firm } = await fairly();
  const gone = await personAt(t, roadshow, { state: "CANCELLED" });
  await cardOf(t, project.id, gone.id);
  await cardOf(t, (await projectAt(t, roadshow, "WITHDRAWN")).id, firm.id);
  await run(roadshow);
  const cancelled = await roadshowAt(t, "CANCELLED");
  const of = await presentedAt(t, cancelled);
  await cardOf(t, of.id, (await firmAt(t, cancelled)).id);
  await run(cancelled);
  expect(await leads()).toEqual([]);
});

it("follows cards that are taken back and given again", async () => {
  const { roadshow, project, firm } = await fairly();
  const card = await cardOf(t, project.id, firm.id, "MEET");
  await run(roadshow);
  await t.db.roadshowCard.update({ where: { id: card }, data: { withdrawnAt: clock.now() } });
  await run(roadshow);
  expect(await t.db.roadshowLead.findFirst()).toMatchObject({
    state: "DROPPED",
    dropCode: "WITHDRAWN",
    reasons: [],
  });
  await cardOf(t, project.id, firm.id, "INVEST");
  await run(roadshow);
  expect(await leads()).toMatchObject([{ state: "NEW", reasons: ["INVEST"] }]);
});

it("gives a presenter who has left to who handed the project in", async () => {
  const roadshow = await roadshowAt(t, "LIVE");
  const stranger = await makeStranger(t.db);
  const project = await presentedAt(t, roadshow, { presenterUserId: stranger.userId });
  const firm = await firmAt(t, roadshow);
  await cardOf(t, project.id, firm.id);
  await run(roadshow);
  expect(await leads()).toMatchObject([{ ownerId: project.owner.actor.userId }]);
});

it("lets the project's people answer, and nobody else know of it", async () => {
  const { roadshow, project, firm } = await fairly();
  const leadId = await leadAt(t, roadshow, project, firm);
  const colleague = await makeMember(t.db, project.owner.id, "MEMBER", ["PUBLISH"]);
  const contact = (actor: UserActor) =>
    moveLead({ leadId, move: "contact", note: "已通电话" }, actor, t.db);
  const others = [firm.actor, roadshow.organiser.actor, await makeStranger(t.db)];
  others.push(await makeMember(t.db, project.owner.id, "MEMBER", ["SIGN"]));
  for (const actor of others) {
    await expect(contact(actor)).rejects.toMatchObject({ code: "not_found", status: 404 });
    await expect(openLeadRoom(leadId, actor, t.db)).rejects.toMatchObject({ code: "not_found" });
    await expect(noteLead({ leadId, note: "x" }, actor, t.db)).rejects.toMatchObject({
      code: "not_found",
    });
  }
  await inTransaction(t.db, (tx) =>
    remindLead(tx, { subjectId: leadId, clock: "reply" }, MARKET as never),
  );
  expect(await t.db.notification.count({ where: { kind: "roadshowLeadWaits" } })).toBe(1);
  await contact(colleague);
  expect(await t.db.roadshowLead.findFirst()).toMatchObject({
    state: "CONTACTED",
    note: "已通电话",
    contactedAt: expect.any(Date),
  });
  await expect(contact(colleague)).rejects.toMatchObject({ code: "wrong_state" });
  const drop = { leadId, move: "drop", note: "", dropCode: "WITHDRAWN" } as never;
  await expect(moveLead(drop, colleague, t.db)).rejects.toMatchObject({ field: "dropCode" });
  await expect(contact({ ...colleague, memberships: [] })).rejects.toMatchObject({ status: 404 });
});

it("opens one room of a lead, however many open it at once", async () => {
  const { roadshow, firm } = await fairly();
  const owner = await makeTrader(t.db);
  const achievement = await makeAchievement(t.db, owner.id);
  const project = await presentedAt(t, roadshow, { owner, achievementId: achievement.id });
  const leadId = await leadAt(t, roadshow, project, firm);
  const colleague = await makeMember(t.db, owner.id, "MEMBER", ["PUBLISH"]);
  const rooms = await Promise.all(
    [owner.actor, colleague, owner.actor].map((actor) => openLeadRoom(leadId, actor, t.db)),
  );
  expect(new Set(rooms).size).toBe(1);
  expect(await openLeadRoom(leadId, owner.actor, t.db)).toBe(rooms[0]);
  const deal = await t.db.deal.findFirstOrThrow({ include: { participants: true } });
  expect(deal).toMatchObject({
    origin: "ROADSHOW",
    roadshowLeadId: leadId,
    achievementId: achievement.id,
    supplyOrganisationId: owner.id,
    demandOrganisationId: firm.firm.id,
  });
  const seats = new Map(deal.participants.map((one) => [one.userId, one.role]));
  expect(seats.get(firm.actor.userId)).toBe("DEMAND");
  expect(seats.get(owner.actor.userId)).toBe("SUPPLY");
  expect(await t.db.roadshowLead.findUnique({ where: { id: leadId } })).toMatchObject({
    state: "ROOM",
    contactedAt: expect.any(Date),
  });
  // A second person of the same firm wants the same: the room is there already.
  const second = await firmAt(t, roadshow, {
    firm: firm.firm,
    userId: (await makeMember(t.db, firm.firm.id)).userId,
  });
  const other = await leadAt(t, roadshow, project, second);
  expect(await openLeadRoom(other, owner.actor, t.db)).toBe(rooms[0]);
  expect(await openLeadRoom(other, owner.actor, t.db)).toBe(rooms[0]);
});

it("keeps apart what is about something else", async () => {
  const { roadshow, project, firm } = await fairly();
  const award = await makeDeal(t.db);
  const sides = { supplyOrganisationId: project.owner.id, demandOrganisationId: firm.firm.id };
  const data = { ...sides, achievementId: null, needId: null };
  await t.db.deal.update({ where: { id: award.id }, data });
  const leadId = await leadAt(t, roadshow, project, firm);
  const room = await openLeadRoom(leadId, project.presenter, t.db);
  expect(room).not.toBe(award.id);
  const second = await presentedAt(t, roadshow, { owner: project.owner });
  const other = await leadAt(t, roadshow, second, firm);
  expect(await openLeadRoom(other, project.presenter, t.db)).not.toBe(room);
  const colleague = await firmAt(t, roadshow, {
    firm: firm.firm,
    userId: (await makeMember(t.db, firm.firm.id)).userId,
  });
  const same = await leadAt(t, roadshow, project, colleague);
  expect(await openLeadRoom(same, project.presenter, t.db)).toBe(room);
});

it("turns the sides round for a project of the demand side", async () => {
  const { roadshow, firm } = await fairly();
  const project = await presentedAt(t, roadshow, { side: "DEMAND" });
  const leadId = await leadAt(t, roadshow, project, firm);
  await openLeadRoom(leadId, project.presenter, t.db);
  expect(await t.db.deal.findFirst()).toMatchObject({
    supplyOrganisationId: firm.firm.id,
    demandOrganisationId: project.owner.id,
  });
});

it("says why a room cannot be opened", async () => {
  const { roadshow, project, firm } = await fairly();
  const open = async (participant: { id: string; name: string; actor: UserActor }) =>
    openLeadRoom(await leadAt(t, roadshow, project, participant), project.presenter, t.db);
  await expect(open(await personAt(t, roadshow))).rejects.toMatchObject({
    code: "roadshow_lead_no_organisation",
  });
  const young = await makeOrganisation(t.db, { isVerified: false });
  const person = await personAt(t, roadshow, { organisationId: young.id });
  await expect(open(person)).rejects.toMatchObject({ code: "roadshow_lead_unverified" });
  await addMember(t.db, firm.firm.id, project.presenter.userId);
  const both = await actorOf(t.db, project.presenter.userId);
  const leadId = await leadAt(t, roadshow, project, firm);
  await expect(openLeadRoom(leadId, both, t.db)).rejects.toMatchObject({
    code: "roadshow_lead_both_sides",
  });
  const dropped = await leadAt(t, roadshow, await presentedAt(t, roadshow), firm, "DROPPED");
  const { ownerId } = await t.db.roadshowLead.findUniqueOrThrow({ where: { id: dropped } });
  const owner = await actorOf(t.db, ownerId ?? "");
  await expect(openLeadRoom(dropped, owner, t.db)).rejects.toMatchObject({ code: "wrong_state" });
  expect(await t.db.deal.count()).toBe(0);
});
