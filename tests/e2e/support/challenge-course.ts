import type { Page } from "@playwright/test";
import { acceptChallengeAgreement } from "~/domain/challenges/accept-challenge-agreement.server";
import { answerExpertInvitation } from "~/domain/challenges/answer-expert-invitation.server";
import { decideMilestone } from "~/domain/challenges/decide-milestone.server";
import { inviteChallengeExpert } from "~/domain/challenges/invite-challenge-expert.server";
import { moveIntention } from "~/domain/challenges/move-intention.server";
import { moveTaker } from "~/domain/challenges/move-taker.server";
import { reportMilestone } from "~/domain/challenges/report-milestone.server";
import { saveIntention } from "~/domain/challenges/save-intention.server";
import { settleChallenge } from "~/domain/challenges/settle-challenge.server";
import { startIntention } from "~/domain/challenges/start-intention.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertFound } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";
import { appraiseAll } from "../../factories/challenge-course";
import { intentionForm } from "../../factories/challenges";
import { personOf } from "./bidding-sale.ts";
import { reveal } from "./deal.ts";

const A_SECOND_AGO = () => new Date(Date.now() - 1000);
const demo = (db: Db, name: string) => personOf(db, `${name}@demo.example`);

const find = (db: Db, id: string) => db.challenge.findUniqueOrThrow({ where: { id } });

/** Another organisation hands in an intention without a browser. */
export async function handInElsewhere(db: Db, id: string, taker: string): Promise<string> {
  const actor = await demo(db, taker);
  const { number, agreementHash } = await find(db, id);
  await acceptChallengeAgreement({ number, textHash: agreementHash ?? "" }, actor, db);
  const { organisationId } = actor;
  const { id: intentionId } = await startIntention({ number, organisationId }, actor, db);
  await saveIntention({ intentionId, form: intentionForm(), isHandedIn: true }, actor, db);
  return intentionId;
}

/** The office invites these experts: the last one steps back, the others accept. */
export async function seatExperts(db: Db, id: string, names: string[]): Promise<UserActor[]> {
  const office = await demo(db, "operator2");
  const seated: UserActor[] = [];
  for (const [index, name] of names.entries()) {
    const expert = await demo(db, name);
    await inviteChallengeExpert({ challengeId: id, email: expert.email }, office, db);
    const isLast = index === names.length - 1;
    const answer = isLast ? ("recuse" as const) : ("accept" as const);
    const note = isLast ? "曾与揭榜方共同申请专利，主动回避。" : "";
    await answerExpertInvitation({ challengeId: id, answer, note }, expert, db);
    if (!isLast) seated.push(expert);
  }
  return seated;
}

/** Brings the announced deadline near, then does what the market does at a deadline. */
export async function endIntentions(db: Db, id: string): Promise<void> {
  await db.challenge.update({ where: { id }, data: { intentionsDueAt: A_SECOND_AGO() } });
  await settleChallenge(id, db);
}

/** The same for the publicity. */
export async function endPublicity(db: Db, id: string): Promise<void> {
  await db.challenge.update({ where: { id }, data: { publicityEndsAt: A_SECOND_AGO() } });
  await settleChallenge(id, db);
}

export async function admitElsewhere(db: Db, intentionId: string, poster: string): Promise<void> {
  await moveIntention({ intentionId, move: "admit" }, await demo(db, poster), db);
}

/** Experts who give these points to these intentions and hand in. */
export async function appraiseElsewhere(
  db: Db,
  id: string,
  experts: readonly UserActor[],
  points: Readonly<Record<string, number>>,
): Promise<void> {
  const { number, agreementHash, organisationId } = await find(db, id);
  const office = await demo(db, "operator2");
  const actor = await demo(db, "firm");
  const poster = { id: organisationId, name: "", actor };
  await appraiseAll(db, { id, number, hash: agreementHash ?? "", poster, office }, experts, points);
}

/** Reports the stage of this place and lets the poster accept it, without a browser. */
export async function finishStage(
  db: Db,
  takerId: string,
  sort: number,
  people: { taker: string; poster: string; measured: string[] },
): Promise<void> {
  const { id: milestoneId } = await db.challengeMilestone.findFirstOrThrow({
    where: { takerId, sort },
  });
  const work = { takerId, milestoneId, report: "完成", measured: people.measured, upload: null };
  await reportMilestone(work, await demo(db, people.taker), db);
  const { reportedAt } = await db.challengeMilestone.findUniqueOrThrow({
    where: { id: milestoneId },
  });
  const shown = {
    takerId,
    milestoneId,
    note: "",
    reportedAt: assertFound(reportedAt).toISOString(),
  };
  await decideMilestone({ ...shown, move: "accept" }, await demo(db, people.poster), db);
}

/** An expert's opinion on the finished work, without which public money is not stated. */
export async function acceptAsExpert(db: Db, takerId: string, expert: UserActor): Promise<void> {
  const note = "现场复测，指标达到。";
  await moveTaker({ takerId, move: "opine", opinion: "ACCEPT", note }, expert, db);
}

/** Fills fields by their names. */
export async function fillAll(page: Page, values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    await page.locator(`[name="${name}"]`).fill(value);
  }
}

/** An expert's points, recommendation and sentence for each intention, in the browser. */
export async function scoreInBrowser(
  page: Page,
  points: Readonly<Record<string, number>>,
): Promise<void> {
  for (const [intentionId, value] of Object.entries(points)) {
    const form = page.locator(`form:has(input[name=intentionId][value="${intentionId}"])`);
    await reveal(page, "score");
    for (const one of ["route", "targets", "team", "industry"]) {
      await form.locator(`[name="scores.${one}"]`).fill(String(value));
    }
    await form.locator('input[name=recommendation][value="ADVANCE"]').check();
    await form.locator("[name=comment]").fill("路线清楚，指标响应充分，团队有中试经验。");
    const answered = page.waitForResponse((answer) => answer.request().method() === "POST");
    await Promise.all([answered, form.locator("button[value=score]").click()]);
    await page.waitForLoadState("networkidle");
  }
}
