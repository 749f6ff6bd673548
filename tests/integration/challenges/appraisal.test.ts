import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { answerChallengeObjection } from "~/domain/challenges/answer-challenge-objection.server";
import { answerExpertInvitation } from "~/domain/challenges/answer-expert-invitation.server";
import { getAppraisal } from "~/domain/challenges/appraisal-queries.server";
import { appraiseIntention } from "~/domain/challenges/appraise-intention.server";
import { getChallengeCase } from "~/domain/challenges/challenge-case-queries.server";
import { handInAppraisal } from "~/domain/challenges/hand-in-appraisal.server";
import { getIntention } from "~/domain/challenges/intention-queries.server";
import { inviteChallengeExpert } from "~/domain/challenges/invite-challenge-expert.server";
import { moveChallenge } from "~/domain/challenges/move-challenge.server";
import { moveIntention } from "~/domain/challenges/move-intention.server";
import { objectToChallenge } from "~/domain/challenges/object-to-challenge.server";
import { proposeTakers } from "~/domain/challenges/propose-takers.server";
import { recuseChallengeExpert } from "~/domain/challenges/recuse-challenge-expert.server";
import { saveIntention } from "~/domain/challenges/save-intention.server";
import { settleChallenge } from "~/domain/challenges/settle-challenge.server";
import { clock, useTestClock } from "~/domain/shared/clock";
import { sweepClocks } from "~/domain/shared/procedure/sweep-clocks.server";
import { firings } from "~/jobs/procedures/firings.server";
import { appraiseAll, endIntentions, views } from "../../factories/challenge-course";
import {
  intentionForm,
  makeTrader,
  publishChallenge,
  seatExperts,
  submitIntention,
} from "../../factories/challenges";
import { makeMember, makeStranger } from "../../factories/people";
import { useTestDb } from "../../setup/database";

const t = useTestDb("file");
let test: ReturnType<typeof useTestClock>;
// So that the appraisal ends right before the National Day of 2026 (1–7 October, make-up days around).
beforeEach(() => {
  test = useTestClock(new Date("2026-08-20T02:00:00Z"));
});
afterEach(() => test.restore());

const notFound = { status: 404 };

async function toAppraisal(count: number) {
  const challenge = await publishChallenge(t.db, {
    form: { intentionsDueOn: "2026-09-25", takerMode: "RACE", maxTakers: "2" },
  });
  const takers = [];
  for (let index = 0; index < count; index += 1) {
    const trader = await makeTrader(t.db);
    takers.push({ ...trader, intention: await submitIntention(t.db, challenge, trader) });
  }
  const experts = await seatExperts(t.db, challenge);
  return { challenge, takers, experts };
}

describe("intentions", () => {
  it("are read by nobody but the taker before the deadline, and by no other taker after it", async () => {
    const { challenge, takers } = await toAppraisal(2);
    const [first, second] = takers;
    if (!first || !second) throw new Error("no takers");
    const { poster, office } = challenge;
    for (const actor of [second.actor, poster.actor, office]) {
      await expect(getIntention(t.db, first.intention, actor)).rejects.toMatchObject(notFound);
    }
    const sealed = await getChallengeCase(t.db, challenge.id, poster.actor, "poster", "zh-CN");
    expect(sealed.intentions).toEqual([]);
    const own = await getIntention(t.db, first.intention, first.actor);
    expect(own.receipt).toMatch(/^[0-9a-f]{64}$/);
    // Somebody of the taker without the right to trade reads and does not write.
    const clerk = await makeMember(t.db, first.id, "MEMBER", ["PUBLISH"]);
    expect((await getIntention(t.db, first.intention, clerk)).mayWrite).toBe(false);
    const change = (revision: string) => ({
      intentionId: first.intention,
      form: intentionForm({ team: "新的团队", revision }),
      isHandedIn: true,
    });
    await expect(saveIntention(change("2"), clerk, t.db)).rejects.toMatchObject({ status: 403 });
    await expect(saveIntention(change("2"), second.actor, t.db)).rejects.toMatchObject(notFound);
    const both = await Promise.allSettled(
      [1, 2].map(() => saveIntention(change("2"), first.actor, t.db)),
    );
    expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    await endIntentions(t.db, challenge, test);
    await expect(saveIntention(change("3"), first.actor, t.db)).rejects.toMatchObject({
      code: "challenge_closed",
    });
    await expect(getIntention(t.db, first.intention, second.actor)).rejects.toMatchObject(notFound);
    const read = await getIntention(t.db, first.intention, poster.actor);
    expect([read.content.team, read.scoutCode]).toEqual(["新的团队", ""]);
  });

  it("name what is missing at its field and save a draft with gaps", async () => {
    const challenge = await publishChallenge(t.db);
    const taker = await makeTrader(t.db);
    const gaps = { team: "", influence: undefined };
    await expect(submitIntention(t.db, challenge, taker, gaps)).rejects.toMatchObject({
      code: "challenge_intention_incomplete",
      field: "team",
    });
    const row = await t.db.challengeIntention.findFirstOrThrow({
      where: { organisationId: taker.id },
    });
    const save = { intentionId: row.id, isHandedIn: false };
    const bad = intentionForm({ scoutCode: "nobody.nothing" });
    await expect(saveIntention({ ...save, form: bad }, taker.actor, t.db)).rejects.toMatchObject({
      field: "scoutCode",
    });
    const form = intentionForm(gaps);
    await saveIntention({ ...save, form }, taker.actor, t.db);
    const page = await getIntention(t.db, row.id, taker.actor);
    expect([page.missing, page.isRelated]).toEqual([["team"], null]);
  });
});

describe("experts", () => {
  it("step back when tied to a side, score alone, and see the others after handing in", async () => {
    const { challenge, takers, experts } = await toAppraisal(2);
    const [one, two] = takers;
    const [first, second, third] = experts;
    if (!one || !two || !first || !second || !third) throw new Error("too few");
    const invite = (email: string) =>
      inviteChallengeExpert({ challengeId: challenge.id, email }, challenge.office, t.db);
    await expect(invite(two.actor.email)).rejects.toMatchObject({
      code: "challenge_expert_conflict",
    });
    const { poster } = challenge;
    await expect(invite(poster.actor.email)).rejects.toMatchObject({ field: "email" });
    await expect(
      inviteChallengeExpert({ challengeId: challenge.id, email: first.email }, poster.actor, t.db),
    ).rejects.toMatchObject({ status: 403 });

    await endIntentions(t.db, challenge, test);
    for (const { intention } of takers) {
      await moveIntention({ intentionId: intention, move: "admit" }, challenge.office, t.db);
    }
    await moveChallenge({ challengeId: challenge.id, move: "appraise" }, poster.actor, t.db);
    const view = { challengeId: challenge.id, intentionId: one.intention, ...views(80) };
    // The poster does not score, nor does somebody who joined a taker after having been invited.
    await expect(appraiseIntention(view, poster.actor, t.db)).rejects.toMatchObject(notFound);
    await t.db.membership.create({
      data: {
        id: crypto.randomUUID(),
        organisationId: one.id,
        userId: third.userId,
        role: "MEMBER",
        scopes: [],
      },
    });
    await expect(appraiseIntention(view, third, t.db)).rejects.toMatchObject({ status: 403 });
    const page = await getAppraisal(t.db, challenge.id, third);
    expect([page.conflict, page.sheets, page.confidential]).toEqual(["TAKER", [], null]);
    const recuse = { challengeId: challenge.id, answer: "recuse" as const, note: "同单位" };
    await answerExpertInvitation(recuse, third, t.db);

    await appraiseAll(t.db, challenge, [first], { [one.intention]: 80, [two.intention]: 90 });
    const before = await getAppraisal(t.db, challenge.id, second);
    expect(before.sheets.map((sheet) => sheet.others)).toEqual([[], []]);
    const posterView = await getChallengeCase(t.db, challenge.id, poster.actor, "poster", "zh-CN");
    expect(posterView.intentions.map((item) => [item.rank, item.appraisals])).toEqual([
      [null, []],
      [null, []],
    ]);
    await expect(handInAppraisal(challenge.id, second, t.db)).rejects.toMatchObject({
      code: "challenge_appraisal_open",
      params: { left: 2 },
    });
    await appraiseAll(t.db, challenge, [second], { [one.intention]: 85, [two.intention]: 90 });
    const after = await getAppraisal(t.db, challenge.id, second);
    expect(after.sheets.map((sheet) => sheet.others.length)).toEqual([1, 1]);
    const ranked = await t.db.challengeIntention.findUniqueOrThrow({
      where: { id: one.intention },
    });
    expect([ranked.scoreHundredths, ranked.rank]).toEqual([8250, 2]);

    // Two of three are too few; a third takes the seat of the one who stepped back.
    const choice = { challengeId: challenge.id, selected: [one.intention], reserve: [] };
    const propose = (reason: string) => proposeTakers({ ...choice, reason }, poster.actor, t.db);
    await expect(propose("")).rejects.toMatchObject({ code: "challenge_not_appraised" });
    const late = await seatExperts(t.db, challenge, 1);
    await appraiseAll(t.db, challenge, late, { [one.intention]: 80, [two.intention]: 90 });
    await expect(propose("")).rejects.toMatchObject({ code: "challenge_rank_reason" });
    await propose("二号意向书的经费超出榜单经费。");
  });
});

describe("the office in the appraisal", () => {
  it("takes out a silent expert with a reason, and excludes a taker that should not have come in", async () => {
    const { challenge, takers, experts } = await toAppraisal(2);
    const [one, two] = takers;
    const [silent, ...others] = experts;
    if (!one || !two || !silent) throw new Error("too few");
    const numbers = await t.db.challengeIntention.findMany({ select: { number: true } });
    expect(numbers.every(({ number }) => number >= 1000)).toBe(true);
    const { poster, office } = challenge;
    await endIntentions(t.db, challenge, test);
    for (const { intention } of takers) {
      await moveIntention({ intentionId: intention, move: "admit" }, office, t.db);
    }
    await moveChallenge({ challengeId: challenge.id, move: "appraise" }, poster.actor, t.db);
    const late = await seatExperts(t.db, challenge, 1);
    const points = { [one.intention]: 80, [two.intention]: 90 };
    await appraiseAll(t.db, challenge, [...others, ...late], points);
    const propose = (selected: string[]) =>
      proposeTakers(
        { challengeId: challenge.id, selected, reserve: [], reason: "" },
        poster.actor,
        t.db,
      );
    await expect(propose([two.intention])).rejects.toMatchObject({
      code: "challenge_not_appraised",
    });
    const seats = await t.db.challengeExpert.findMany({ where: { challengeId: challenge.id } });
    const recuse = (userId: string, note: string, actor = office) => {
      const expertId = seats.find((seat) => seat.userId === userId)?.id ?? "";
      return recuseChallengeExpert({ challengeId: challenge.id, expertId, note }, actor, t.db);
    };
    await expect(recuse(silent.userId, "无回应", poster.actor)).rejects.toMatchObject({
      status: 403,
    });
    await expect(recuse(silent.userId, " ")).rejects.toMatchObject({ code: "note_required" });
    const done = others[0]?.userId ?? "";
    await expect(recuse(done, "意见不同")).rejects.toMatchObject({ code: "wrong_state" });
    await recuse(silent.userId, "多次提醒无回应");
    const exclude = { intentionId: two.intention, move: "exclude" as const, note: "经查存在关联" };
    await expect(moveIntention(exclude, poster.actor, t.db)).rejects.toMatchObject({ status: 403 });
    await moveIntention(exclude, office, t.db);
    const left = await t.db.challengeIntention.findUniqueOrThrow({ where: { id: one.intention } });
    expect(left.rank).toBe(1);
    await expect(propose([two.intention])).rejects.toMatchObject({ field: "selected" });
    await propose([one.intention]);
  });
});

describe("publicity", () => {
  it("counts working days over National Day, stops for an objection, and goes back when it is upheld", async () => {
    const { challenge, takers, experts } = await toAppraisal(1);
    const [taker] = takers;
    if (!taker) throw new Error("no taker");
    const { poster, office } = challenge;
    await endIntentions(t.db, challenge, test);
    await moveIntention({ intentionId: taker.intention, move: "admit" }, poster.actor, t.db);
    await moveChallenge({ challengeId: challenge.id, move: "appraise" }, poster.actor, t.db);
    await appraiseAll(t.db, challenge, experts, { [taker.intention]: 80 });
    // Wednesday before the holiday: Thu 8, Fri 9, the make-up Saturday 10, Mon 12, Tue 13 October.
    test.advance(Date.parse("2026-09-30T02:00:00Z") - clock.now().getTime());
    const propose = () =>
      proposeTakers(
        { challengeId: challenge.id, selected: [taker.intention], reserve: [], reason: "" },
        poster.actor,
        t.db,
      );
    await propose();
    const row = await t.db.challenge.findUniqueOrThrow({ where: { id: challenge.id } });
    expect(row.publicityEndsAt?.toISOString()).toBe("2026-10-13T16:00:00.000Z");
    const stranger = await makeStranger(t.db);
    const object = () =>
      objectToChallenge({ number: challenge.number, text: "疑似关联" }, stranger, t.db);
    const both = await Promise.all([object(), object()]);
    expect(both.map((one) => one.objectionNumber).sort()).toEqual([1, 2]);
    const objections = await t.db.challengeObjection.findMany({
      where: { challengeId: challenge.id },
      orderBy: { number: "asc" },
    });
    const answer = (at: number, outcome: "UPHELD" | "REJECTED", actor = office) =>
      answerChallengeObjection(
        {
          challengeId: challenge.id,
          objectionId: objections[at]?.id ?? "",
          outcome,
          result: "已核实",
        },
        actor,
        t.db,
      );
    await expect(answer(0, "REJECTED", poster.actor)).rejects.toMatchObject({ status: 403 });
    await answer(0, "REJECTED");
    // The period is over with one objection open: nothing begins until it has its result.
    test.advance(Date.parse("2026-10-13T16:00:01Z") - clock.now().getTime());
    await sweepClocks(t.db, firings);
    await settleChallenge(challenge.id, t.db);
    const waiting = await t.db.challenge.findUniqueOrThrow({ where: { id: challenge.id } });
    expect(waiting.state).toBe("PUBLICITY");
    await expect(object()).rejects.toMatchObject({ code: "publicity_over" });
    await answer(1, "UPHELD");
    const back = await t.db.challenge.findUniqueOrThrow({ where: { id: challenge.id } });
    expect(back.state).toBe("APPRAISAL");
    // Nobody is proposed on the old views: each expert hands in anew, and a taker can be excluded.
    await expect(propose()).rejects.toMatchObject({ code: "challenge_not_appraised" });
    const rank = { where: { id: taker.intention }, select: { rank: true } };
    expect(await t.db.challengeIntention.findUniqueOrThrow(rank)).toEqual({ rank: null });
    for (const expert of experts) await handInAppraisal(challenge.id, expert, t.db);
    // A second publicity is not held up by the objections of the first.
    await propose();
    const again = await t.db.challenge.findUniqueOrThrow({ where: { id: challenge.id } });
    test.advance((again.publicityEndsAt?.getTime() ?? 0) - clock.now().getTime() + 1000);
    await sweepClocks(t.db, firings);
    const running = await t.db.challenge.findUniqueOrThrow({ where: { id: challenge.id } });
    expect(running.state).toBe("RUNNING");
    expect(await t.db.challengeTaker.count({ where: { challengeId: challenge.id } })).toBe(1);
  });
});
