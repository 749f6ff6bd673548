import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { acceptChallengeAgreement } from "~/domain/challenges/accept-challenge-agreement.server";
import { decideMilestone } from "~/domain/challenges/decide-milestone.server";
import { moveChallenge } from "~/domain/challenges/move-challenge.server";
import { moveIntention } from "~/domain/challenges/move-intention.server";
import { moveTaker } from "~/domain/challenges/move-taker.server";
import { noteChallengePayment } from "~/domain/challenges/note-challenge-payment.server";
import { passTaker } from "~/domain/challenges/pass-taker.server";
import { relistChallenge } from "~/domain/challenges/relist-challenge.server";
import { reportMilestone } from "~/domain/challenges/report-milestone.server";
import { scoutCode } from "~/domain/challenges/scout-link.server";
import { settleChallenge } from "~/domain/challenges/settle-challenge.server";
import { systemActor, type UserActor } from "~/domain/identity/actor";
import { useTestClock } from "~/domain/shared/clock";
import { endIntentions, runToWork } from "../../factories/challenge-course";
import {
  makeTrader,
  publishChallenge,
  seatExperts,
  submitIntention,
  type TestChallenge,
} from "../../factories/challenges";
import { payByTransfer } from "../../factories/payments";
import { makeStranger } from "../../factories/people";
import { useTestDb } from "../../setup/database";

const t = useTestDb("file");
let test: ReturnType<typeof useTestClock>;
beforeEach(() => {
  test = useTestClock(new Date("2026-03-02T02:00:00Z"));
});
afterEach(() => test.restore());

const stateOf = async (id: string) =>
  (await t.db.challenge.findUniqueOrThrow({ where: { id } })).state;

/** Reports and accepts every milestone of a taker with these measured values. */
async function doWork(
  takerId: string,
  taker: UserActor,
  challenge: TestChallenge,
  measured: string[],
) {
  const poster = challenge.poster.actor;
  await moveTaker({ takerId, move: "begin", paperSigned: true }, poster, t.db);
  const milestones = await t.db.challengeMilestone.findMany({
    where: { takerId },
    orderBy: { sort: "asc" },
  });
  for (const { id: milestoneId } of milestones) {
    const report = { takerId, milestoneId, report: "完成", measured, upload: null };
    await reportMilestone(report, taker, t.db);
    const row = await t.db.challengeMilestone.findUniqueOrThrow({ where: { id: milestoneId } });
    const reportedAt = row.reportedAt?.toISOString() ?? "";
    const shown = { takerId, milestoneId, note: "", reportedAt, move: "accept" as const };
    await decideMilestone(shown, poster, t.db);
  }
  await moveTaker({ takerId, move: "deliver" }, taker, t.db);
}

describe("an open challenge", () => {
  it("runs as a race from the draft to the reward, with a scout and an eliminated taker", async () => {
    const challenge = await publishChallenge(t.db, {
      form: {
        takerMode: "RACE",
        maxTakers: "2",
        scoutShareBp: "5",
        publicFen: "500000",
        publicSource: "市级科技计划，以主管部门批复为准",
      },
    });
    const [first, second] = [await makeTrader(t.db), await makeTrader(t.db)];
    const scout = await makeStranger(t.db);
    const code = scoutCode(challenge.id, scout.userId);
    const a = await submitIntention(t.db, challenge, first, { scoutCode: code });
    const b = await submitIntention(t.db, challenge, second);
    const experts = await seatExperts(t.db, challenge);
    await runToWork(t.db, challenge, test, {
      experts,
      points: { [a]: 90, [b]: 80 },
      selected: [a, b],
    });
    expect(await stateOf(challenge.id)).toBe("RUNNING");
    const takers = await t.db.challengeTaker.findMany({ where: { challengeId: challenge.id } });
    expect(takers).toHaveLength(2);
    const [win] = takers.filter((one) => one.organisationId === first.id);
    const [lose] = takers.filter((one) => one.organisationId === second.id);
    if (!win || !lose) throw new Error("no takers");
    const jobs = await t.db.$queryRaw<{ n: bigint }[]>`
      SELECT count(*) AS n FROM graphile_worker.jobs WHERE task_identifier = 'deals.fromTrade'`;
    expect(jobs[0]?.n).toBe(2n);

    await doWork(win.id, first.actor, challenge, ["750 ppm", "91.5"]);
    const poster = challenge.poster.actor;
    const pass = { takerId: win.id, rewardFen: 200_000_001n, publicFen: 50_000_000n, note: "" };
    // Public money wants an expert's opinion first, and the poster gives no more than it has.
    await expect(passTaker(pass, poster, t.db)).rejects.toMatchObject({
      code: "challenge_expert_opinion",
    });
    const [expert] = experts;
    if (!expert) throw new Error("no expert");
    const opinion = { opinion: "ACCEPT", note: "现场复测，指标达到。" } as const;
    await moveTaker({ takerId: win.id, move: "opine", ...opinion }, expert, t.db);
    await expect(passTaker(pass, poster, t.db)).rejects.toMatchObject({
      code: "challenge_reward",
    });
    // Delivered work: the poster alone ends neither the case nor the challenge.
    const delivered = { code: "challenge_work_delivered" };
    const fail = { takerId: win.id, move: "fail" as const, note: "不想要了" };
    await expect(moveTaker(fail, poster, t.db)).rejects.toMatchObject(delivered);
    const stop = { challengeId: challenge.id, move: "terminate" as const, note: "不想要了" };
    await expect(moveChallenge(stop, poster, t.db)).rejects.toMatchObject(delivered);
    const fair = { ...pass, rewardFen: 150_000_000n };
    await moveTaker(
      { takerId: lose.id, move: "begin", paperSigned: true },
      challenge.poster.actor,
      t.db,
    );
    await moveTaker({ takerId: lose.id, move: "eliminate", note: "进度落后" }, poster, t.db);
    const both = await Promise.allSettled([
      passTaker(fair, poster, t.db),
      passTaker(fair, poster, t.db),
    ]);
    expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    const paid = await t.db.challengeTaker.findUniqueOrThrow({ where: { id: win.id } });
    expect([paid.rewardFen, paid.scoutRewardFen]).toEqual([150_000_000n, 7_500_000n]);

    const payment = await t.db.payment.findFirstOrThrow({ where: { caseId: challenge.id } });
    expect(payment.amountFen).toBe(142_500_000n);
    await expect(
      moveChallenge({ challengeId: challenge.id, move: "close", note: "完成" }, poster, t.db),
    ).rejects.toMatchObject({ code: "challenge_takers_work" });
    await payByTransfer(t, payment.id);
    for (const _ of [1, 2]) await noteChallengePayment(payment.id, systemActor("test"), t.db);
    const rewarded = await t.db.challengeTaker.findUniqueOrThrow({ where: { id: win.id } });
    expect(rewarded.state).toBe("REWARDED");
    await moveChallenge({ challengeId: challenge.id, move: "close", note: "完成" }, poster, t.db);
    expect(await stateOf(challenge.id)).toBe("CLOSED");
  });

  it("exempts a taker that worked diligently and ends without a reward", async () => {
    const challenge = await publishChallenge(t.db);
    const taker = await makeTrader(t.db);
    const id = await submitIntention(t.db, challenge, taker);
    const experts = await seatExperts(t.db, challenge);
    await runToWork(t.db, challenge, test, { experts, points: { [id]: 70 }, selected: [id] });
    const row = await t.db.challengeTaker.findFirstOrThrow({ where: { intentionId: id } });
    const { poster, office } = challenge;
    const begin = { takerId: row.id, move: "begin" as const, paperSigned: false };
    await expect(moveTaker(begin, poster.actor, t.db)).rejects.toMatchObject({
      code: "challenge_contract",
    });
    await moveTaker({ ...begin, paperSigned: true }, poster.actor, t.db);
    await moveTaker({ takerId: row.id, move: "fail", note: "指标未达到" }, poster.actor, t.db);
    const points = { followedPlan: true, keptRecords: true, usedFunds: true, noMisconduct: true };
    const exempt = { takerId: row.id, move: "exempt" as const, note: "记录完整", ...points };
    await expect(moveTaker(exempt, poster.actor, t.db)).rejects.toMatchObject({ status: 403 });
    const half = moveTaker({ ...exempt, keptRecords: false }, office, t.db);
    await expect(half).rejects.toMatchObject({ code: "must_accept", field: "keptRecords" });
    await moveTaker(exempt, office, t.db);
    const after = await t.db.challengeTaker.findUniqueOrThrow({ where: { id: row.id } });
    expect(after).toMatchObject({ state: "EXEMPTED", resultNote: "记录完整" });
    const close = { challengeId: challenge.id, move: "close" as const, note: "未达成" };
    await moveChallenge(close, poster.actor, t.db);
  });

  it("refuses a related taker at the end of intentions, and lists again when nobody is left", async () => {
    const challenge = await publishChallenge(t.db);
    const related = await makeTrader(t.db);
    const id = await submitIntention(t.db, challenge, related, { influence: "yes" });
    await endIntentions(t.db, challenge, test);
    const refused = await t.db.challengeIntention.findUniqueOrThrow({ where: { id } });
    expect(refused).toMatchObject({ state: "INELIGIBLE", screeningNote: "RELATED" });
    const reconsider = { intentionId: id, move: "reconsider" as const, note: "再看" };
    await expect(moveIntention(reconsider, challenge.office, t.db)).rejects.toMatchObject({
      code: "challenge_related",
    });
    const { poster } = challenge;
    const none = { challengeId: challenge.id, move: "noneEligible" as const };
    await moveChallenge(none, poster.actor, t.db);
    expect(await stateOf(challenge.id)).toBe("NO_TAKER");
    const again = await Promise.allSettled([
      relistChallenge(challenge.id, poster.actor, t.db),
      relistChallenge(challenge.id, poster.actor, t.db),
    ]);
    expect(again.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await stateOf(challenge.id)).toBe("CLOSED");
  });

  it("ends without a taker when nobody hands in, once, and takes nothing after the deadline", async () => {
    const challenge = await publishChallenge(t.db);
    const late = await makeTrader(t.db);
    const { number, hash: textHash } = challenge;
    await acceptChallengeAgreement({ number, textHash }, late.actor, t.db);
    await settleChallenge(challenge.id, t.db);
    expect(await stateOf(challenge.id)).toBe("PUBLISHED");
    await endIntentions(t.db, challenge, test);
    await Promise.all([1, 2].map(() => settleChallenge(challenge.id, t.db)));
    expect(await stateOf(challenge.id)).toBe("NO_TAKER");
    await expect(submitIntention(t.db, challenge, late)).rejects.toMatchObject({
      code: "challenge_closed",
    });
  });
});
