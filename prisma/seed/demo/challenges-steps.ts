import { acceptChallengeAgreement } from "~/domain/challenges/accept-challenge-agreement.server";
import { DEFAULT_AGREEMENT } from "~/domain/challenges/agreement-text";
import { answerChallengeQuestion } from "~/domain/challenges/answer-challenge-question.server";
import { answerExpertInvitation } from "~/domain/challenges/answer-expert-invitation.server";
import { appraiseIntention } from "~/domain/challenges/appraise-intention.server";
import { askChallengeQuestion } from "~/domain/challenges/ask-challenge-question.server";
import { challengeFormSchema } from "~/domain/challenges/challenge-schema";
import { createChallenge } from "~/domain/challenges/create-challenge.server";
import { decideMilestone } from "~/domain/challenges/decide-milestone.server";
import { handInAppraisal } from "~/domain/challenges/hand-in-appraisal.server";
import { intentionFormSchema } from "~/domain/challenges/intention-schema";
import { inviteChallengeExpert } from "~/domain/challenges/invite-challenge-expert.server";
import { moveChallenge } from "~/domain/challenges/move-challenge.server";
import { moveIntention } from "~/domain/challenges/move-intention.server";
import { proposeTakers } from "~/domain/challenges/propose-takers.server";
import { reportMilestone } from "~/domain/challenges/report-milestone.server";
import { saveChallenge } from "~/domain/challenges/save-challenge.server";
import { saveIntention } from "~/domain/challenges/save-intention.server";
import type { Recommendation, Scores } from "~/domain/challenges/score-rules";
import { startIntention } from "~/domain/challenges/start-intention.server";
import { vetChallenge } from "~/domain/challenges/vet-challenge.server";
import { openDealFromTrade } from "~/domain/deals/open-deal-from-trade.server";
import { systemActor } from "~/domain/identity/actor";
import { calendarDate, clock } from "~/domain/shared/clock";
import { assertFound } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";
import { playerOf } from "./deal-cast";
import type { DemoCast } from "./write-people";

const DAY_MS = 86_400_000;

export const inDays = (days: number) =>
  calendarDate(new Date(clock.now().getTime() + days * DAY_MS));

/** Writes a challenge as its poster does and hands it in to the office. */
export async function writeChallenge(
  db: Db,
  cast: DemoCast,
  poster: string,
  form: Record<string, unknown>,
): Promise<string> {
  const player = await playerOf(db, cast, poster);
  const organisationId = assertFound(player.organisationId);
  const { id: challengeId } = await createChallenge({ organisationId }, player, db);
  const written = challengeFormSchema.parse({ agreementText: DEFAULT_AGREEMENT, ...form });
  await saveChallenge({ challengeId, revision: 1, form: written }, player, db);
  await moveChallenge({ challengeId, move: "submit" }, player, db);
  return challengeId;
}

/** The office publishes it with what the experts said, and asks three of them to appraise. */
export async function publishChallenge(
  db: Db,
  cast: DemoCast,
  challengeId: string,
  note: string,
  experts: readonly string[],
): Promise<void> {
  const office = await playerOf(db, cast, "operator");
  const answers = { isReal: true, isMeasurable: true, isFunded: true };
  await vetChallenge({ challengeId, decision: "publish", note, ...answers }, office, db);
  for (const name of experts) {
    const expert = await playerOf(db, cast, name);
    await inviteChallengeExpert({ challengeId, email: expert.email }, office, db);
    await answerExpertInvitation({ challengeId, answer: "accept", note: "" }, expert, db);
  }
}

/** Somebody accepts the agreement, and begins an intention or hands one in. */
export async function intend(
  db: Db,
  cast: DemoCast,
  challengeId: string,
  taker: string,
  form: Record<string, unknown>,
  isHandedIn = true,
): Promise<string> {
  const player = await playerOf(db, cast, taker);
  const { number, agreementHash } = await db.challenge.findUniqueOrThrow({
    where: { id: challengeId },
  });
  await acceptChallengeAgreement({ number, textHash: agreementHash ?? "" }, player, db);
  const { organisationId } = player;
  const { id: intentionId } = await startIntention({ number, organisationId }, player, db);
  const unrelated = { control: "no", commonControl: "no", influence: "no" };
  const contact = { contactPhone: "0531-8888 0000", contactEmail: player.email };
  const written = intentionFormSchema.parse({
    contactName: player.name,
    ...contact,
    ...unrelated,
    ...form,
    revision: "1",
  });
  await saveIntention({ intentionId, form: written, isHandedIn }, player, db);
  return intentionId;
}

/** A public question; with an answer when the poster has given one. */
export async function ask(
  db: Db,
  cast: DemoCast,
  challengeId: string,
  talk: { by: string; text: string; poster: string; answer?: string },
): Promise<void> {
  const { number } = await db.challenge.findUniqueOrThrow({ where: { id: challengeId } });
  await askChallengeQuestion({ number, text: talk.text }, await playerOf(db, cast, talk.by), db);
  if (!talk.answer) return;
  const question = await db.challengeQuestion.findFirstOrThrow({
    where: { challengeId },
    orderBy: { number: "desc" },
  });
  const answer = { challengeId, questionId: question.id, answer: talk.answer };
  await answerChallengeQuestion(answer, await playerOf(db, cast, talk.poster), db);
}

export type View = {
  intentionId: string;
  scores: Scores;
  recommendation: Recommendation;
  comment: string;
};

/** The poster admits everybody who was handed in and opens the appraisal; the experts hand in. */
export async function appraise(
  db: Db,
  cast: DemoCast,
  challengeId: string,
  poster: string,
  views: Readonly<Record<string, readonly View[]>>,
): Promise<void> {
  const player = await playerOf(db, cast, poster);
  const waiting = await db.challengeIntention.findMany({
    where: { challengeId, state: "SUBMITTED" },
    select: { id: true },
  });
  for (const { id: intentionId } of waiting) {
    await moveIntention({ intentionId, move: "admit" }, player, db);
  }
  await moveChallenge({ challengeId, move: "appraise" }, player, db);
  for (const [name, sheets] of Object.entries(views)) {
    const expert = await playerOf(db, cast, name);
    for (const sheet of sheets) await appraiseIntention({ challengeId, ...sheet }, expert, db);
    await handInAppraisal(challengeId, expert, db);
  }
}

export async function propose(
  db: Db,
  cast: DemoCast,
  challengeId: string,
  poster: string,
  selected: string[],
): Promise<void> {
  const choice = { challengeId, selected, reserve: [], reason: "" };
  await proposeTakers(choice, await playerOf(db, cast, poster), db);
}

/** The rooms of the takers, as the queue opens them once the publicity is over. */
export async function openRooms(db: Db, challengeId: string): Promise<void> {
  const takers = await db.challengeTaker.findMany({ where: { challengeId }, select: { id: true } });
  for (const { id } of takers) {
    await openDealFromTrade({ caseType: "CHALLENGE", id }, systemActor("trading"), db);
  }
}

export type Report = { sort: number; report: string; measured: readonly string[] };

/** A taker reports a stage; the poster accepts it where `by` is named. */
export async function report(
  db: Db,
  cast: DemoCast,
  takerId: string,
  taker: string,
  work: Report,
  by?: string,
): Promise<void> {
  const { sort, ...values } = work;
  const where = { takerId, sort };
  const { id: milestoneId } = await db.challengeMilestone.findFirstOrThrow({ where });
  const told = { takerId, milestoneId, ...values, upload: null };
  await reportMilestone(told, await playerOf(db, cast, taker), db);
  if (!by) return;
  const { reportedAt } = await db.challengeMilestone.findUniqueOrThrow({
    where: { id: milestoneId },
  });
  const shown = { takerId, milestoneId, note: "", reportedAt: reportedAt?.toISOString() ?? "" };
  await decideMilestone({ ...shown, move: "accept" }, await playerOf(db, cast, by), db);
}

/** The taker that an intention became. */
export async function takerOf(db: Db, intentionId: string): Promise<string> {
  return (await db.challengeTaker.findFirstOrThrow({ where: { intentionId } })).id;
}
