import { moveChallenge } from "~/domain/challenges/move-challenge.server";
import { moveTaker } from "~/domain/challenges/move-taker.server";
import { noteChallengePayment } from "~/domain/challenges/note-challenge-payment.server";
import { passTaker } from "~/domain/challenges/pass-taker.server";
import { recordChallengeView } from "~/domain/challenges/record-challenge-view.server";
import { settleChallenge } from "~/domain/challenges/settle-challenge.server";
import { systemActor } from "~/domain/identity/actor";
import { assertFound } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";
import {
  appraise,
  ask,
  inDays,
  intend,
  openRooms,
  propose,
  publishChallenge,
  report,
  takerOf,
  writeChallenge,
} from "./challenges-steps";
import { coolantForm, coolantIntention, coolantQuestions } from "./challenges-texts";
import { dryerForm } from "./challenges-texts-dryer";
import { meterForm, meterIntentions, meterViews } from "./challenges-texts-race";
import { slagForm, slagIntention, slagViews } from "./challenges-texts-slag";
import { playerOf } from "./deal-cast";
import type { DealStep } from "./deals";
import { payDeposit } from "./payments-story";
import type { DemoCast } from "./write-people";

const EXPERTS = ["mine-safety", "daiyue", "bay"] as const;

/** Open challenges of the demonstration: waiting for the experts, open for intentions, in a race of two, rewarded. */
export async function challengeStories(db: Db, cast: DemoCast): Promise<DealStep[]> {
  if ((await db.challenge.count()) > 0) return [];
  return [
    waitingChallenge(db, cast),
    ...openChallenge(db, cast),
    ...raceOfTwo(db, cast),
    ...rewardedChallenge(db, cast),
  ];
}

/** 海带烘干: handed in, the office has not looked at it yet. */
function waitingChallenge(db: Db, cast: DemoCast): DealStep {
  return {
    daysAgo: 2,
    async run() {
      await writeChallenge(db, cast, "lanyong", dryerForm(inDays(45), inDays(400)));
    },
  };
}

/** Readers of a challenge, so many on each of these days. */
function readers(db: Db, idOf: () => string, counts: Record<number, number>): DealStep[] {
  return Object.entries(counts).map(([day, count]) => ({
    daysAgo: Number(day),
    async run() {
      for (let reader = 0; reader < count; reader += 1) await recordChallengeView(idOf(), db);
    },
  }));
}

/** 浸没式冷却液: poster's and public money, questions answered, one intention in and one begun. */
function openChallenge(db: Db, cast: DemoCast): DealStep[] {
  let id = "";
  return [
    ...readers(db, () => id, { 10: 3, 9: 7, 8: 5, 6: 4, 5: 9, 4: 6, 2: 8, 1: 5 }),
    {
      daysAgo: 14,
      async run() {
        id = await writeChallenge(db, cast, "firm", coolantForm(inDays(40), inDays(560)));
      },
    },
    {
      daysAgo: 11,
      async run() {
        const note =
          "两位材料与电化学专家认为：需求来自在建 2 GWh 产线，指标均有国标或行业试验方法，经费已列入企业年度研发预算。";
        await publishChallenge(db, cast, id, note, EXPERTS.slice(0, 2));
      },
    },
    {
      daysAgo: 7,
      async run() {
        for (const one of coolantQuestions) {
          await ask(db, cast, id, { ...one, poster: "firm" });
        }
      },
    },
    {
      daysAgo: 3,
      async run() {
        await intend(db, cast, id, "bluebay", coolantIntention(inDays));
        const { team, research } = coolantIntention(inDays, "university");
        await intend(db, cast, id, "university", { team, research }, false);
      },
    },
  ];
}

/** 边缘侧析钠识别: two takers race; one has its first stage accepted, the other has reported it. */
function raceOfTwo(db: Db, cast: DemoCast): DealStep[] {
  let id = "";
  const intentions: string[] = [];
  return [
    {
      daysAgo: 170,
      async run() {
        id = await writeChallenge(db, cast, "firm", meterForm(inDays(28), inDays(420)));
        const note = "专家认为需求真实，识别准确率和提前量可由第三方实测，经费落实。";
        await publishChallenge(db, cast, id, note, EXPERTS);
      },
    },
    {
      daysAgo: 150,
      async run() {
        for (const [taker, form] of Object.entries(meterIntentions(inDays))) {
          intentions.push(await intend(db, cast, id, taker, form));
        }
      },
    },
    {
      daysAgo: 138,
      async run() {
        await settleChallenge(id, db);
        await appraise(db, cast, id, "firm", meterViews(intentions));
        await propose(db, cast, id, "firm", intentions.slice(0, 2));
      },
    },
    {
      daysAgo: 110,
      async run() {
        await settleChallenge(id, db);
        await openRooms(db, id);
        const poster = await playerOf(db, cast, "firm");
        for (const intention of intentions.slice(0, 2)) {
          const takerId = await takerOf(db, intention);
          await moveTaker({ takerId, move: "begin", paperSigned: true }, poster, db);
        }
      },
    },
    {
      daysAgo: 26,
      async run() {
        const [first, second] = intentions;
        const done = {
          sort: 1,
          report:
            "完成 36 只软包电芯的析钠对照试验，建立弛豫电压与阻抗联合判据，离线识别 212 次析钠事件。",
          measured: ["92.4%", "3.1 min", ""],
        };
        await report(db, cast, await takerOf(db, first ?? ""), "university", done, "firm");
        const reported = {
          sort: 1,
          report: "完成数据采集和特征筛选，长短期记忆网络离线识别结果见附表。",
          measured: ["88.7%", "4.0 min", ""],
        };
        await report(db, cast, await takerOf(db, second ?? ""), "bluebay", reported);
      },
    },
  ];
}

/** 钢渣安定性快检: accepted by poster and expert, rewarded and closed. */
function rewardedChallenge(db: Db, cast: DemoCast): DealStep[] {
  let id = "";
  let intention = "";
  return [
    {
      daysAgo: 400,
      async run() {
        id = await writeChallenge(db, cast, "liyuan", slagForm(inDays(30), inDays(360)));
        const note = "建材与检测专家认为需求真实，指标有对应试验方法，经费为企业自筹并有区级配套。";
        await publishChallenge(db, cast, id, note, EXPERTS);
        const text = "快检结果是否需要出具检验检测报告？";
        const answer = "不需要，用于厂内逐车放行；每月抽样送第三方比对。";
        await ask(db, cast, id, { by: "bluebay", poster: "liyuan", text, answer });
      },
    },
    {
      daysAgo: 380,
      async run() {
        intention = await intend(db, cast, id, "university", slagIntention(inDays));
      },
    },
    {
      daysAgo: 365,
      async run() {
        await settleChallenge(id, db);
        await appraise(db, cast, id, "liyuan", slagViews(intention));
        await propose(db, cast, id, "liyuan", [intention]);
      },
    },
    {
      daysAgo: 335,
      async run() {
        await settleChallenge(id, db);
        await openRooms(db, id);
        const takerId = await takerOf(db, intention);
        const poster = await playerOf(db, cast, "liyuan");
        await moveTaker({ takerId, move: "begin", paperSigned: true }, poster, db);
      },
    },
    { daysAgo: 60, run: () => acceptSlagWork(db, cast, id, intention) },
  ];
}

async function acceptSlagWork(db: Db, cast: DemoCast, challengeId: string, intention: string) {
  const takerId = await takerOf(db, intention);
  const [taker, poster] = [
    await playerOf(db, cast, "university"),
    await playerOf(db, cast, "liyuan"),
  ];
  const works = [
    { sort: 1, report: "完成 60 组对比试验，确定蒸压加速条件。", measured: ["2.6 h", "", ""] },
    {
      sort: 2,
      report: "快检仪在 2 号破碎线运行 90 天，逐车检测 4,180 车，与压蒸法比对 96 组。",
      measured: ["1.7 h", "97.9%", "12.6"],
    },
  ];
  for (const one of works) await report(db, cast, takerId, "university", one, "liyuan");
  await moveTaker({ takerId, move: "deliver" }, taker, db);
  const expert = await playerOf(db, cast, "mine-safety");
  const note = "现场抽检 20 车，结果与压蒸法一致 20 车，检测时间均小于 2 h，同意验收。";
  await moveTaker({ takerId, move: "opine", opinion: "ACCEPT", note }, expert, db);
  const { paymentId } = await passTaker(
    { takerId, rewardFen: 48_000_000n, publicFen: 20_000_000n, note: "指标全部达到，同意验收。" },
    poster,
    db,
  );
  await payDeposit(db, cast, assertFound(paymentId), "liyuan");
  await noteChallengePayment(assertFound(paymentId), systemActor("payments"), db);
  const end = "任务完成，奖励已支付，快检方法已写入企业标准。";
  await moveChallenge({ challengeId, move: "close", note: end }, poster, db);
}
