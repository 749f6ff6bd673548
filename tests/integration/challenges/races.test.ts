import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { answerChallengeObjection } from "~/domain/challenges/answer-challenge-objection.server";
import { answerChallengeQuestion } from "~/domain/challenges/answer-challenge-question.server";
import { answerExpertInvitation } from "~/domain/challenges/answer-expert-invitation.server";
import { appraiseIntention } from "~/domain/challenges/appraise-intention.server";
import { askChallengeQuestion } from "~/domain/challenges/ask-challenge-question.server";
import { createChallenge } from "~/domain/challenges/create-challenge.server";
import { decideMilestone } from "~/domain/challenges/decide-milestone.server";
import { extendChallenge } from "~/domain/challenges/extend-challenge.server";
import { handInAppraisal } from "~/domain/challenges/hand-in-appraisal.server";
import { inviteChallengeExpert } from "~/domain/challenges/invite-challenge-expert.server";
import { moveChallenge } from "~/domain/challenges/move-challenge.server";
import { moveIntention } from "~/domain/challenges/move-intention.server";
import { moveTaker } from "~/domain/challenges/move-taker.server";
import { objectToChallenge } from "~/domain/challenges/object-to-challenge.server";
import { planTakerMilestones } from "~/domain/challenges/plan-taker-milestones.server";
import { proposeTakers } from "~/domain/challenges/propose-takers.server";
import { reportMilestone } from "~/domain/challenges/report-milestone.server";
import { saveChallenge } from "~/domain/challenges/save-challenge.server";
import { saveIntention } from "~/domain/challenges/save-intention.server";
import { settleChallenge } from "~/domain/challenges/settle-challenge.server";
import { startIntention } from "~/domain/challenges/start-intention.server";
import { vetChallenge } from "~/domain/challenges/vet-challenge.server";
import { clock, useTestClock } from "~/domain/shared/clock";
import { appraiseAll, endIntentions, views } from "../../factories/challenge-course";
import {
  challengeForm,
  dayIn,
  intentionForm,
  makeTrader,
  publishChallenge,
  seatExperts,
  submitIntention,
} from "../../factories/challenges";
import { makeOfficer, makeStranger, makeUser } from "../../factories/people";
import { useTestDb } from "../../setup/database";

const t = useTestDb("file");
let test: ReturnType<typeof useTestClock>;
beforeEach(() => {
  test = useTestClock(new Date("2026-03-02T02:00:00Z"));
});
afterEach(() => test.restore());

/** Two at once, of whom one succeeds and the other is told why not. */
async function expectOne(attempt: () => Promise<unknown>): Promise<void> {
  const both = await Promise.allSettled([attempt(), attempt()]);
  const states = both.map((one) => one.status).sort();
  const reasons = both.map((one) => (one.status === "rejected" ? one.reason : null));
  expect(states, JSON.stringify(reasons)).toEqual(["fulfilled", "rejected"]);
  for (const reason of reasons) if (reason) expect(reason.code, String(reason)).toBeTruthy();
}

describe("two at once", () => {
  it("write, submit and vet a challenge once", async () => {
    const poster = await makeTrader(t.db);
    const office = await makeOfficer(t.db, "MARKET_OPERATOR", null);
    const { id: challengeId } = await createChallenge(
      { organisationId: poster.id },
      poster.actor,
      t.db,
    );
    const { actor } = poster;
    const save = { challengeId, revision: 1, form: challengeForm() };
    await expectOne(() => saveChallenge(save, actor, t.db));
    await expectOne(() => moveChallenge({ challengeId, move: "submit" }, actor, t.db));
    const yes = { isReal: true, isMeasurable: true, isFunded: true };
    const vet = { challengeId, decision: "publish" as const, note: "真实", ...yes };
    await expectOne(() => vetChallenge(vet, office, t.db));
    await expectOne(() => extendChallenge({ challengeId, dueOn: dayIn(60) }, actor, t.db));
  });

  it("ask, answer, invite, accept and begin without doubling anything", async () => {
    const challenge = await publishChallenge(t.db);
    const { id: challengeId, number, poster, office } = challenge;
    const taker = await makeTrader(t.db);
    const ask = () => askChallengeQuestion({ number, text: "问" }, taker.actor, t.db);
    await Promise.all([ask(), ask()]);
    const questions = await t.db.challengeQuestion.findMany({
      where: { challengeId },
      orderBy: { number: "asc" },
    });
    expect(questions.map((one) => one.number)).toEqual([1, 2]);
    const answer = { challengeId, questionId: questions[0]?.id ?? "", answer: "答" };
    await expectOne(() => answerChallengeQuestion(answer, poster.actor, t.db));
    const { email } = await makeUser(t.db, { realNameLevel: 2 });
    await expectOne(() => inviteChallengeExpert({ challengeId, email }, office, t.db));
    const expert = await makeStranger(t.db);
    await inviteChallengeExpert({ challengeId, email: expert.email }, office, t.db);
    const accept = { challengeId, answer: "accept" as const, note: "" };
    await expectOne(() => answerExpertInvitation(accept, expert, t.db));
    const start = () => startIntention({ number, organisationId: taker.id }, taker.actor, t.db);
    const [first, second] = await Promise.all([start(), start()]);
    expect(first).toEqual(second);
  });

  it("hand in before the deadline or learn that it is over, never both", async () => {
    const challenge = await publishChallenge(t.db);
    const taker = await makeTrader(t.db);
    const intentionId = await submitIntention(t.db, challenge, taker);
    const change = { intentionId, form: intentionForm({ revision: "2" }), isHandedIn: true };
    const row = await t.db.challenge.findUniqueOrThrow({ where: { id: challenge.id } });
    test.advance((row.intentionsDueAt?.getTime() ?? 0) - clock.now().getTime());
    const [saved] = await Promise.allSettled([
      saveIntention(change, taker.actor, t.db),
      settleChallenge(challenge.id, t.db),
      settleChallenge(challenge.id, t.db),
    ]);
    expect(saved).toMatchObject({ status: "rejected", reason: { code: "challenge_closed" } });
    const after = await t.db.challengeIntention.findUniqueOrThrow({ where: { id: intentionId } });
    expect([after.state, after.revision]).toEqual(["SUBMITTED", 2]);
  });

  it("screen, appraise, propose and begin once", async () => {
    const challenge = await publishChallenge(t.db);
    const { id: challengeId, number, poster, office } = challenge;
    const taker = await makeTrader(t.db);
    const intentionId = await submitIntention(t.db, challenge, taker);
    const experts = await seatExperts(t.db, challenge);
    await endIntentions(t.db, challenge, test);
    await expectOne(() => moveIntention({ intentionId, move: "admit" }, poster.actor, t.db));
    await expectOne(() => moveChallenge({ challengeId, move: "appraise" }, office, t.db));
    const [expert, ...others] = experts;
    if (!expert) throw new Error("no expert");
    const score = () => appraiseIntention({ challengeId, intentionId, ...views(80) }, expert, t.db);
    await Promise.all([score(), score()]);
    expect(await t.db.challengeAppraisal.count({ where: { intentionId } })).toBe(1);
    await expectOne(() => handInAppraisal(challengeId, expert, t.db));
    await appraiseAll(t.db, challenge, others, { [intentionId]: 80 });
    const choice = { challengeId, selected: [intentionId], reserve: [], reason: "" };
    await expectOne(() => proposeTakers(choice, poster.actor, t.db));
    await objectToChallenge({ number, text: "疑似" }, await makeStranger(t.db), t.db);
    const objection = await t.db.challengeObjection.findFirstOrThrow({ where: { challengeId } });
    const result = { outcome: "REJECTED" as const, result: "已核实" };
    const told = { challengeId, objectionId: objection.id, ...result };
    await expectOne(() => answerChallengeObjection(told, office, t.db));
    const row = await t.db.challenge.findUniqueOrThrow({ where: { id: challengeId } });
    test.advance((row.publicityEndsAt?.getTime() ?? 0) - clock.now().getTime() + 1);
    await Promise.all([1, 2].map(() => settleChallenge(challengeId, t.db)));
    const takers = await t.db.challengeTaker.findMany({ where: { challengeId } });
    expect(takers).toHaveLength(1);
    const takerId = takers[0]?.id ?? "";

    const milestones = [{ title: "小试", target: "", dueOn: dayIn(90) }];
    const plan = () => planTakerMilestones({ takerId, milestones }, poster.actor, t.db);
    await Promise.all([plan(), plan()]);
    const [milestone, ...more] = await t.db.challengeMilestone.findMany({ where: { takerId } });
    expect(more).toEqual([]);
    const milestoneId = milestone?.id ?? "";
    const begin = { takerId, move: "begin" as const, paperSigned: true };
    await expectOne(() => moveTaker(begin, poster.actor, t.db));
    const report = { takerId, milestoneId, report: "完成", measured: ["700"], upload: null };
    await expectOne(() => reportMilestone(report, taker.actor, t.db));
    const { reportedAt } = await t.db.challengeMilestone.findUniqueOrThrow({
      where: { id: milestoneId },
    });
    const decide = { takerId, milestoneId, note: "", reportedAt: reportedAt?.toISOString() ?? "" };
    await expectOne(() => decideMilestone({ ...decide, move: "accept" }, poster.actor, t.db));
    await expectOne(() => moveTaker({ takerId, move: "deliver" }, taker.actor, t.db));
  });
});
