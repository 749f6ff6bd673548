import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addChallengeFile } from "~/domain/challenges/add-challenge-file.server";
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
import { passTaker } from "~/domain/challenges/pass-taker.server";
import { planTakerMilestones } from "~/domain/challenges/plan-taker-milestones.server";
import { proposeTakers } from "~/domain/challenges/propose-takers.server";
import { relistChallenge } from "~/domain/challenges/relist-challenge.server";
import { removeChallengeFile } from "~/domain/challenges/remove-challenge-file.server";
import { reportMilestone } from "~/domain/challenges/report-milestone.server";
import { saveChallenge } from "~/domain/challenges/save-challenge.server";
import { startIntention } from "~/domain/challenges/start-intention.server";
import { vetChallenge } from "~/domain/challenges/vet-challenge.server";
import type { UserActor } from "~/domain/identity/actor";
import { useTestClock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { endIntentions, runToWork, views } from "../../factories/challenge-course";
import {
  challengeForm,
  dayIn,
  makeTrader,
  publishChallenge,
  seatExperts,
  submitIntention,
} from "../../factories/challenges";
import { makeMember, makeStranger } from "../../factories/people";
import { useTestDb } from "../../setup/database";

const t = useTestDb("file");
let test: ReturnType<typeof useTestClock>;
beforeEach(() => {
  test = useTestClock(new Date("2026-03-02T02:00:00Z"));
});
afterEach(() => test.restore());

type Attempt = (actor: UserActor) => Promise<unknown>;

/** Nobody of these does any of it: each is refused as a stranger (404) or for the lack of a right (403). */
async function expectRefused(attempts: Record<string, Attempt>, actors: readonly UserActor[]) {
  for (const [name, attempt] of Object.entries(attempts)) {
    for (const [index, actor] of actors.entries()) {
      const status = await attempt(actor).then(
        () => "done",
        (error) => error.status,
      );
      expect([403, 404], `${name}, person ${index}: ${status}`).toContain(status);
    }
  }
}

const bytes = new Uint8Array(Buffer.from("%PDF-1.4\n"));
const yes = { isReal: true, isMeasurable: true, isFunded: true };

describe("a draft", () => {
  it("is its poster's alone, and those without the right to publish only read it", async () => {
    const poster = await makeTrader(t.db);
    const { id: challengeId } = await createChallenge(
      { organisationId: poster.id },
      poster.actor,
      t.db,
    );
    const rival = await makeTrader(t.db);
    const clerk = await makeMember(t.db, poster.id, "MEMBER", ["MONEY"]);
    const file = { challengeId, title: "", visibility: "PUBLIC" as const };
    await expectRefused(
      {
        create: (actor) => createChallenge({ organisationId: poster.id }, actor, t.db),
        save: (actor) =>
          saveChallenge({ challengeId, revision: 1, form: challengeForm() }, actor, t.db),
        submit: (actor) => moveChallenge({ challengeId, move: "submit" }, actor, t.db),
        discard: (actor) => moveChallenge({ challengeId, move: "discard" }, actor, t.db),
        addFile: (actor) =>
          addChallengeFile({ ...file, upload: { name: "a.pdf", bytes } }, actor, t.db),
        removeFile: (actor) => removeChallengeFile({ challengeId, fileId: newId() }, actor, t.db),
        vet: (actor) =>
          vetChallenge({ challengeId, decision: "publish", note: "好", ...yes }, actor, t.db),
      },
      [await makeStranger(t.db), rival.actor, clerk],
    );
    const row = await t.db.challenge.findUniqueOrThrow({ where: { id: challengeId } });
    expect([row.state, row.revision, row.title]).toEqual(["DRAFT", 1, ""]);
    const number = { number: row.number };
    await expect(
      askChallengeQuestion({ ...number, text: "问" }, rival.actor, t.db),
    ).rejects.toMatchObject({ status: 404 });
    await expect(
      objectToChallenge({ ...number, text: "异议" }, rival.actor, t.db),
    ).rejects.toMatchObject({ status: 404 });
  });
});

describe("a challenge that takes intentions", () => {
  it("is led by its poster and its office, and intended by traders in their own name", async () => {
    const challenge = await publishChallenge(t.db);
    const { id: challengeId, number, poster, office } = challenge;
    const [taker, rival] = [await makeTrader(t.db), await makeTrader(t.db)];
    const intentionId = await submitIntention(t.db, challenge, taker);
    await askChallengeQuestion({ number, text: "是否提供样品？" }, taker.actor, t.db);
    const { id: questionId } = await t.db.challengeQuestion.findFirstOrThrow({
      where: { challengeId },
    });
    const stranger = await makeStranger(t.db);
    const answer = { challengeId, questionId, answer: "提供。" };
    const { email } = stranger;
    await expectRefused(
      {
        extend: (actor) => extendChallenge({ challengeId, dueOn: dayIn(90) }, actor, t.db),
        answer: (actor) => answerChallengeQuestion(answer, actor, t.db),
        invite: (actor) => inviteChallengeExpert({ challengeId, email }, actor, t.db),
        relist: (actor) => relistChallenge(challengeId, actor, t.db),
        seat: (actor) =>
          answerExpertInvitation({ challengeId, answer: "accept", note: "" }, actor, t.db),
        withdraw: (actor) =>
          moveChallenge({ challengeId, move: "withdraw", note: "撤" }, actor, t.db),
      },
      [stranger, taker.actor, await makeMember(t.db, poster.id, "MEMBER", ["MONEY"])],
    );
    const clerk = await makeMember(t.db, rival.id, "MEMBER", ["PUBLISH"]);
    const start = { number, organisationId: rival.id };
    await expectRefused({ start: (actor) => startIntention(start, actor, t.db) }, [
      stranger,
      taker.actor,
      clerk,
    ]);
    await expect(
      startIntention({ number, organisationId: poster.id }, poster.actor, t.db),
    ).rejects.toMatchObject({ code: "challenge_own" });
    await expectRefused(
      {
        withdraw: (actor) => moveIntention({ intentionId, move: "withdraw" }, actor, t.db),
        admit: (actor) => moveIntention({ intentionId, move: "admit" }, actor, t.db),
      },
      [stranger, rival.actor, poster.actor, office],
    );
    const row = await t.db.challenge.findUniqueOrThrow({ where: { id: challengeId } });
    expect(row.state).toBe("PUBLISHED");
    expect(await t.db.challengeExpert.count({ where: { challengeId } })).toBe(0);
  });
});

describe("appraisal and work", () => {
  it("let nobody do another's part", async () => {
    const challenge = await publishChallenge(t.db);
    const { id: challengeId, poster, office } = challenge;
    const [taker, rival] = [await makeTrader(t.db), await makeTrader(t.db)];
    const intentionId = await submitIntention(t.db, challenge, taker);
    const experts = await seatExperts(t.db, challenge);
    const stranger = await makeStranger(t.db);
    const clerk = await makeMember(t.db, poster.id, "MEMBER", ["MONEY"]);
    const choice = { challengeId, selected: [intentionId], reserve: [], reason: "" };
    const view = { challengeId, intentionId, ...views(90) };
    const outside = [stranger, rival.actor, taker.actor, clerk];
    await expectRefused(
      {
        screen: (actor) => moveIntention({ intentionId, move: "admit" }, actor, t.db),
        appraise: (actor) => moveChallenge({ challengeId, move: "appraise" }, actor, t.db),
        score: (actor) => appraiseIntention(view, actor, t.db),
        handIn: (actor) => handInAppraisal(challengeId, actor, t.db),
        propose: (actor) => proposeTakers(choice, actor, t.db),
      },
      outside,
    );
    const given = { experts, points: { [intentionId]: 80 }, selected: [intentionId] };
    await runToWork(t.db, challenge, test, given);
    const { id: takerId, milestones } = await t.db.challengeTaker.findFirstOrThrow({
      where: { intentionId },
      include: { milestones: { orderBy: { sort: "asc" } } },
    });
    const milestoneId = milestones[0]?.id ?? "";
    const plan = { takerId, milestones: [{ title: "小试", target: "", dueOn: dayIn(60) }] };
    const report = { takerId, milestoneId, report: "完成", measured: [], upload: null };
    const decide = { takerId, milestoneId, note: "", reportedAt: "", move: "accept" as const };
    const begin = { takerId, move: "begin" as const, paperSigned: true };
    const money = { takerId, rewardFen: 1n, publicFen: 0n, note: "" };
    const all = [stranger, rival.actor, clerk, office, ...experts.slice(0, 1)];
    await expectRefused(
      {
        plan: (actor) => planTakerMilestones(plan, actor, t.db),
        report: (actor) => reportMilestone(report, actor, t.db),
        decide: (actor) => decideMilestone(decide, actor, t.db),
        begin: (actor) => moveTaker(begin, actor, t.db),
        pass: (actor) => passTaker(money, actor, t.db),
      },
      all,
    );
    await expectRefused(
      {
        decide: (actor) => decideMilestone(decide, actor, t.db),
        begin: (actor) => moveTaker(begin, actor, t.db),
        pass: (actor) => passTaker(money, actor, t.db),
      },
      [taker.actor],
    );
    await expectRefused({ report: (actor) => reportMilestone(report, actor, t.db) }, [
      poster.actor,
    ]);
    const row = await t.db.challengeTaker.findUniqueOrThrow({ where: { id: takerId } });
    expect([row.state, row.rewardFen]).toEqual(["CONTRACTING", null]);
    expect(await t.db.challengeMilestone.count({ where: { takerId, state: "PLANNED" } })).toBe(2);
  });

  it("do not begin for an office that belongs to a taker", async () => {
    const challenge = await publishChallenge(t.db);
    const taker = await makeTrader(t.db);
    const intentionId = await submitIntention(t.db, challenge, taker);
    await endIntentions(t.db, challenge, test);
    const own = { ...challenge.office, memberships: taker.actor.memberships };
    await expect(moveIntention({ intentionId, move: "admit" }, own, t.db)).rejects.toMatchObject({
      code: "own_organisation",
    });
  });
});
