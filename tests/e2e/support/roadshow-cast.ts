import type { UserActor } from "~/domain/identity/actor";
import { advanceProject } from "~/domain/roadshows/call/advance-project.server";
import { handInMaterial } from "~/domain/roadshows/call/hand-in-material.server";
import { type ProjectForm, projectFormSchema } from "~/domain/roadshows/call/project-schema";
import { saveProject } from "~/domain/roadshows/call/save-project.server";
import { startProject } from "~/domain/roadshows/call/start-project.server";
import { submitScore } from "~/domain/roadshows/day/submit-score.server";
import { advanceRoadshow } from "~/domain/roadshows/events/advance-roadshow.server";
import { answerSeat } from "~/domain/roadshows/events/answer-seat.server";
import { inviteMember } from "~/domain/roadshows/events/invite-member.server";
import type { StaffRole } from "~/domain/roadshows/events/roadshow-access.server";
import type { RoadshowMove } from "~/domain/roadshows/events/roadshow-procedure";
import { readRules } from "~/domain/roadshows/events/roadshow-rules-schema";
import { answerMeeting } from "~/domain/roadshows/meetings/answer-meeting.server";
import { requestMeeting } from "~/domain/roadshows/meetings/request-meeting.server";
import { setWish } from "~/domain/roadshows/meetings/set-wish.server";
import { orderPlan } from "~/domain/roadshows/timetable/order-plan.server";
import { publishPlan } from "~/domain/roadshows/timetable/publish-plan.server";
import { calendarDate, dateColumn } from "~/domain/shared/clock";
import { assertFound } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";
import type { Trader } from "../../factories/challenges";
import { eventToPlan } from "../../factories/roadshow-plans";
import { personOf } from "./bidding-sale.ts";
import { SCAN } from "./deal.ts";
import { expect } from "./people.ts";

const MINUTE_MS = 60_000;

/** A person of the demonstration by the account's short name. */
export const actorOf = (db: Db, name: string) => personOf(db, `${name}@demo.example`);

/** The same with the organisation that the person works for. */
export async function traderOf(db: Db, name: string): Promise<Trader> {
  const actor = await actorOf(db, name);
  const membership = assertFound(actor.memberships[0]);
  return { id: membership.organisationId, name: membership.organisationName, actor };
}

/** Answers of the form of a project, whole enough to be handed in. */
const FORM = {
  summary: "两级膜分离与低温结晶联用，吨水能耗降到 2.1 kWh，已在 5 吨每天的装置上运行半年。",
  fieldCodes: ["4"],
  trl: 6,
  ipNote: "发明专利两件，均已授权",
  cooperationWish: "许可或作价入股",
  presenterTitle: "教授",
  language: "zh-CN",
  noveltyAnswer: "FILED",
  noveltyNote: "申请号 202310000001X",
  companions: 0,
};

/** Another organisation hands in a project without a browser. */
export async function pitchElsewhere(
  db: Db,
  number: number,
  name: string,
  values: { title: string; side?: "SUPPLY" | "DEMAND" },
): Promise<string> {
  const { id: organisationId, actor } = await traderOf(db, name);
  const side = values.side ?? "SUPPLY";
  const start = { roadshow: String(number), organisationId, side };
  const { id } = await startProject(start, actor, db);
  const { revision } = await db.roadshowProject.findUniqueOrThrow({ where: { id } });
  const form: ProjectForm = projectFormSchema.parse({
    ...FORM,
    title: values.title,
    presenterName: actor.name,
    presenterUserId: actor.userId,
    revision,
  });
  await saveProject({ projectId: id, form, isHandedIn: true }, actor, db);
  return id;
}

/** People are asked for seats and accept, without a browser. @returns their seats by name */
export async function seatElsewhere(
  db: Db,
  roadshowId: string,
  organiser: UserActor,
  role: StaffRole,
  names: readonly string[],
): Promise<Record<string, string>> {
  const seats: Record<string, string> = {};
  for (const name of names) {
    const actor = await actorOf(db, name);
    const email = `${name}@demo.example`;
    const seat = { role, email, userId: undefined, title: "" };
    const { memberId } = await inviteMember(roadshowId, seat, organiser, db);
    await answerSeat(memberId, "accept", {}, actor, db);
    seats[name] = memberId;
  }
  return seats;
}

/** A selected project is confirmed, its slides handed in and accepted. */
export async function confirmElsewhere(
  db: Db,
  projectId: string,
  name: string,
  organiser: UserActor,
): Promise<void> {
  const actor = await actorOf(db, name);
  await advanceProject(projectId, "confirm", {}, actor, db);
  const upload = { name: "slides.pdf", bytes: new Uint8Array(SCAN.buffer) };
  await handInMaterial({ projectId, upload }, actor, db);
  await advanceProject(projectId, "acceptMaterial", {}, organiser, db);
}

/**
 * Brings the announced day to today, before anything is planned: its places open in a few minutes and
 * stay open for some hours, past midnight where the test runs late.
 */
export async function bringDayNear(db: Db, roadshowId: string): Promise<void> {
  const now = Date.now();
  const step = 5 * MINUTE_MS;
  const from = new Date(Math.ceil(now / step) * step + 2 * step);
  const to = new Date(from.getTime() + 300 * MINUTE_MS);
  const today = dateColumn(calendarDate(new Date(now)));
  await db.roadshow.update({
    where: { id: roadshowId },
    data: { startsOn: today, endsOn: today },
  });
  const openings = [{ from: from.toISOString(), to: to.toISOString() }];
  await db.roadshowPlace.updateMany({ where: { roadshowId }, data: { openings } });
}

/** Moves of the organiser that other steps show in the browser. */
export async function moveEvent(
  db: Db,
  id: string,
  organiser: UserActor,
  moves: readonly RoadshowMove[],
): Promise<void> {
  for (const move of moves) await advanceRoadshow(id, move, {}, organiser, db);
}

export async function passForms(
  db: Db,
  organiser: UserActor,
  projectIds: readonly string[],
): Promise<void> {
  for (const id of projectIds) await advanceProject(id, "passForm", {}, organiser, db);
}

/** A person's place among the participants. */
export async function participantOf(db: Db, roadshowId: string, actor: UserActor): Promise<string> {
  const key = { roadshowId, userId: actor.userId };
  const row = await db.roadshowParticipant.findUnique({ where: { roadshowId_userId: key } });
  return assertFound(row).id;
}

/** Where the public timetable has a project. */
export async function placeOf(db: Db, roadshowId: string, projectId: string): Promise<string> {
  const { planId } = await db.roadshow.findUniqueOrThrow({ where: { id: roadshowId } });
  const entry = await db.roadshowEntry.findFirst({ where: { planId: planId ?? "", projectId } });
  return assertFound(entry).placeId;
}

/** What stands on a participant's ticket. */
export async function ticketOf(db: Db, participantId: string) {
  const where = { id: participantId };
  const row = await db.roadshowParticipant.findUniqueOrThrow({ where });
  return { code: row.checkInCode, number: String(row.number) };
}

/** Judges who give the same points for every criterion, without a browser. */
export async function scoreElsewhere(
  db: Db,
  projectId: string,
  given: readonly { name: string; memberId: string; points: number }[],
): Promise<void> {
  const project = await db.roadshowProject.findUniqueOrThrow({
    where: { id: projectId },
    select: { roadshow: { select: { rules: true } } },
  });
  const { criteria } = readRules(project.roadshow.rules);
  for (const { name, memberId, points } of given) {
    const sheet = Object.fromEntries(criteria.map(({ key }) => [key, String(points)]));
    const score = { memberId, projectId, points: sheet, total: "", note: "" };
    await submitScore(score, await actorOf(db, name), db);
  }
}

/** A firm asks somebody for a meeting, and the other says yes, without a browser. */
export async function meetElsewhere(
  db: Db,
  asker: { participantId: string; name: string },
  asked: { participantId: string; name: string },
): Promise<void> {
  const { participantId } = asker;
  const request = {
    participantId,
    toId: asked.participantId,
    projectId: null,
    message: "想谈中试",
  };
  const { id: meetingId } = await requestMeeting(request, await actorOf(db, asker.name), db);
  const answer = {
    participantId: asked.participantId,
    meetingId,
    answer: "accept",
    note: "",
  } as const;
  await answerMeeting(answer, await actorOf(db, asked.name), db);
}

/** Somebody marks another as one that has to be met. */
export async function wishElsewhere(
  db: Db,
  name: string,
  participantId: string,
  toId: string,
): Promise<void> {
  await setWish({ participantId, toId, level: "MUST" }, await actorOf(db, name), db);
}

/**
 * An event of the organiser with a final timetable, without a browser.
 * @returns with the addresses of its calendar and of the calendar of one who pitches there
 */
export async function planElsewhere(db: Db, title: string) {
  const organiser = await traderOf(db, "park");
  const event = await eventToPlan({ db }, "SELECTION", { organiser, title });
  const { roadshow, presenters } = event;
  const order = { reason: "FIRST", note: "", seconds: 2 } as const;
  const planId = await orderPlan(roadshow.id, order, organiser.actor, db);
  const where = { id: planId };
  await expect
    .poll(async () => (await db.roadshowPlan.findUniqueOrThrow({ where })).state, {
      timeout: 60_000,
    })
    .toBe("DRAFT");
  await publishPlan(planId, "FINAL", organiser.actor, db);
  const { feedToken } = await db.roadshowParticipant.findUniqueOrThrow({
    where: { id: presenters[0]?.id ?? "" },
  });
  const { id, number } = roadshow;
  const feeds = [`/roadshows/${number}/calendar.ics`, `/roadshows/people/${feedToken}.ics`];
  return { id, number, feeds };
}
