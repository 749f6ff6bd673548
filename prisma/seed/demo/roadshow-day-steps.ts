import { advanceProject } from "~/domain/roadshows/call/advance-project.server";
import { addSigning } from "~/domain/roadshows/day/add-signing.server";
import { askQuestion } from "~/domain/roadshows/day/ask-question.server";
import { closeScores } from "~/domain/roadshows/day/close-scores.server";
import { confirmSigning } from "~/domain/roadshows/day/confirm-signing.server";
import { giveCard } from "~/domain/roadshows/day/give-card.server";
import { markDayMeeting } from "~/domain/roadshows/day/mark-day-meeting.server";
import { moveQuestion } from "~/domain/roadshows/day/move-question.server";
import { publishScores } from "~/domain/roadshows/day/publish-scores.server";
import { receiveScans } from "~/domain/roadshows/day/receive-scans.server";
import { submitScore } from "~/domain/roadshows/day/submit-score.server";
import { advanceRoadshow } from "~/domain/roadshows/events/advance-roadshow.server";
import { readRules } from "~/domain/roadshows/events/roadshow-rules-schema";
import { answerFollowUp } from "~/domain/roadshows/follow-up/answer-follow-up.server";
import { followUpRoadshow } from "~/domain/roadshows/follow-up/follow-up-roadshow.server";
import { moveLead } from "~/domain/roadshows/follow-up/move-lead.server";
import { openLeadRoom } from "~/domain/roadshows/follow-up/open-lead-room.server";
import { rateRoadshow } from "~/domain/roadshows/follow-up/rate-roadshow.server";
import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { playerOf } from "./deal-cast";
import type { Stage } from "./roadshow-steps";

type Judge = { name: string; memberId: string };

/** Everybody registered comes, the projects are shown and scored, and the meetings take place. */
export async function holdEvent(
  { db, cast, organiser }: Stage,
  roadshowId: string,
  judges: readonly Judge[],
): Promise<void> {
  const player = await playerOf(db, cast, organiser);
  await advanceRoadshow(roadshowId, "goLive", {}, player, db);
  const now = clock.now().toISOString();
  const people = await db.roadshowParticipant.findMany({
    where: { roadshowId, state: "REGISTERED" },
    orderBy: { number: "asc" },
  });
  const scans = people.map((one) => ({
    id: newId(),
    claimedAt: now,
    how: "QR" as const,
    participantId: one.id,
  }));
  await receiveScans(roadshowId, { deviceId: "签到台一号", now, scans }, player, db);
  const projects = await db.roadshowProject.findMany({
    where: { roadshowId, state: "MATERIALS_OK" },
    orderBy: { number: "asc" },
  });
  const { rules } = await db.roadshow.findUniqueOrThrow({ where: { id: roadshowId } });
  const { criteria } = readRules(rules);
  for (const [nth, { id: projectId }] of projects.entries()) {
    await advanceProject(projectId, "present", {}, player, db);
    for (const [seat, { name, memberId }] of judges.entries()) {
      const judge = await playerOf(db, cast, name);
      const points = Object.fromEntries(
        criteria.map(({ key }, line) => [key, String(92 - 2 * nth - line + 2 * seat)]),
      );
      await submitScore({ memberId, projectId, points, total: "", note: "" }, judge, db);
    }
    await closeScores({ roadshowId, projectId, isWithout: false }, player, db);
  }
  await publishScores(roadshowId, player, db);
  await advanceRoadshow(roadshowId, "startMeetings", {}, player, db);
}

/** A firm asks from its seat, and the moderator shows it. */
export async function askAloud(
  { db, cast, organiser }: Stage,
  roadshowId: string,
  talk: { by: string; projectId: string; text: string },
): Promise<void> {
  const { number } = await db.roadshow.findUniqueOrThrow({ where: { id: roadshowId } });
  const { projectId, text } = talk;
  const asker = await playerOf(db, cast, talk.by);
  const id = await askQuestion({ number, projectId, text, isAnonymous: false }, asker, db);
  const player = await playerOf(db, cast, organiser);
  await moveQuestion({ roadshowId, questionId: id, move: "show" }, player, db);
}

/** Interest cards of one firm. */
export async function want(
  { db, cast }: Stage,
  roadshowId: string,
  card: { by: string; projectId: string; kind: "MEET" | "MATERIAL" | "INVEST"; note: string },
): Promise<void> {
  const { number } = await db.roadshow.findUniqueOrThrow({ where: { id: roadshowId } });
  const { by, ...rest } = card;
  await giveCard({ number, ...rest }, await playerOf(db, cast, by), db);
}

/** What was agreed at the tables is written down; two sides declare an intention on the spot. */
export async function meetAndSign(
  { db, cast, organiser }: Stage,
  roadshowId: string,
  signing: { title: string; projectNumber: number; supply: string; demand: string; yuan: number },
): Promise<void> {
  const player = await playerOf(db, cast, organiser);
  const meetings = await db.roadshowMeeting.findMany({
    where: { roadshowId, state: "ACCEPTED" },
    orderBy: { number: "asc" },
  });
  const minutes = "约定两周内寄样并到现场测试，由双方技术负责人对接。";
  for (const { id: meetingId } of meetings) {
    await markDayMeeting({ roadshowId, meetingId, isHeld: true, minutes }, player, db);
  }
  const supply = await playerOf(db, cast, signing.supply);
  const demand = await playerOf(db, cast, signing.demand);
  const nameOf = (one: typeof supply) =>
    one.memberships.find((seat) => seat.organisationId === one.organisationId)?.organisationName ??
    "";
  const id = await addSigning(
    roadshowId,
    {
      title: signing.title,
      kind: "INTENTION",
      supply: nameOf(supply),
      demand: nameOf(demand),
      projectNumber: signing.projectNumber,
      amountFen: signing.yuan * 100,
    },
    player,
    db,
  );
  await confirmSigning(id, supply, db);
  await confirmSigning(id, demand, db);
}

/** The organiser closes the day; leads are made, and rated it is by who was there. */
export async function wrapUp(
  { db, cast, organiser }: Stage,
  roadshowId: string,
  raters: readonly string[],
): Promise<void> {
  const player = await playerOf(db, cast, organiser);
  await advanceRoadshow(roadshowId, "report", {}, player, db);
  await followUpRoadshow(roadshowId, db);
  const { number } = await db.roadshow.findUniqueOrThrow({ where: { id: roadshowId } });
  for (const [nth, name] of raters.entries()) {
    const stars = { organisation: 5 - (nth % 2), content: 4 + (nth % 2), meetings: 5, note: "" };
    await rateRoadshow(number, stars, await playerOf(db, cast, name), db);
  }
}

/** The presenter's side answers its leads: the first in a deal room, the others by a call. */
export async function answerLeads(
  { db, cast }: Stage,
  roadshowId: string,
  owners: readonly string[],
): Promise<void> {
  for (const name of owners) {
    const owner = await playerOf(db, cast, name);
    const leads = await db.roadshowLead.findMany({
      where: { roadshowId, organisationId: owner.organisationId ?? "", state: "NEW" },
      orderBy: { id: "asc" },
    });
    for (const [nth, { id: leadId }] of leads.entries()) {
      if (nth === 0) await openLeadRoom(leadId, owner, db);
      else await moveLead({ leadId, move: "contact", note: "已电话沟通，下周寄样。" }, owner, db);
    }
  }
}

/** What came of a project a month later, as its presenter says. */
export async function tellAfterMonth(
  { db, cast }: Stage,
  told: { by: string; projectId: string; status: "TALKING" | "NOTHING"; note: string },
): Promise<void> {
  const { by, ...rest } = told;
  const answer = { ...rest, days: 30, stated: null };
  await answerFollowUp(answer, await playerOf(db, cast, by), db);
}
