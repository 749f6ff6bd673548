import { openDealFromTrade } from "~/domain/deals/open-deal-from-trade.server";
import { systemActor } from "~/domain/identity/actor";
import { calendarDate, clock } from "~/domain/shared/clock";
import { assertFound } from "~/domain/shared/domain-error";
import { amendTender } from "~/domain/tenders/amend-tender.server";
import { amendTenderSchema } from "~/domain/tenders/amendment-schema";
import { answerTenderQuestion } from "~/domain/tenders/answer-tender-question.server";
import { askTenderQuestion } from "~/domain/tenders/ask-tender-question.server";
import { awardTender } from "~/domain/tenders/award-tender.server";
import { changeBid } from "~/domain/tenders/change-bid.server";
import { moveTender } from "~/domain/tenders/move-tender.server";
import { runTenderDue } from "~/domain/tenders/run-tender-due.server";
import type { Db } from "~/platform/db.server";
import { listingOf, playerOf } from "./deal-cast";
import type { DealStep } from "./deals";
import { bid, callForBids, type DemoHolders, evaluateBy, handInBy } from "./tender-steps";
import { MONITOR_CALL, MONITOR_COMMITTEE, monitorBids, PUMP_CALL, pumpBids } from "./tender-texts";
import type { DemoCast } from "./write-people";

const DAY_MS = 86_400_000;
const dayAfter = (days: number) => calendarDate(new Date(clock.now().getTime() + days * DAY_MS));

/**
 * Tenders of the demonstration: one open for bids, with questions and an amendment that one of its
 * two bidders has not answered yet, and one opened by two keys, evaluated and awarded. The private
 * keys live in the memory of the telling only: nobody can open the open one early, and nobody late.
 */
export async function tenderStories(db: Db, cast: DemoCast): Promise<DealStep[]> {
  if ((await db.tender.count()) > 0) return [];
  return [...awardedTender(db, cast), ...openTender(db, cast)];
}

async function askAndAnswer(
  db: Db,
  cast: DemoCast,
  tenderId: string,
  { by, text, answer, buyer }: { by: string; text: string; answer?: string; buyer: string },
): Promise<void> {
  await askTenderQuestion({ tenderId, text }, await playerOf(db, cast, by), db);
  if (!answer) return;
  const { id: questionId } = await db.tenderQuestion.findFirstOrThrow({
    where: { tenderId },
    orderBy: { number: "desc" },
  });
  const actor = await playerOf(db, cast, buyer);
  await answerTenderQuestion({ tenderId, questionId, answer }, actor, db);
}

/** Waits between its steps are long enough for the longest run of holidays. */
function awardedTender(db: Db, cast: DemoCast): DealStep[] {
  let tenderId = "";
  let holders: DemoHolders;
  return [
    {
      daysAgo: 73,
      async run() {
        const fields = { ...MONITOR_CALL, dueDate: dayAfter(21), dueTime: "09:30" };
        const call = {
          buyer: "firm",
          notary: "chief-registrar",
          needId: null,
          fields,
          file: "技术规格书",
        };
        ({ tenderId, holders } = await callForBids(db, cast, call));
      },
    },
    {
      daysAgo: 66,
      async run() {
        await askAndAnswer(db, cast, tenderId, {
          by: "mine-safety",
          buyer: "firm",
          text: "采集单元能否由电池簇 BMS 的 24 V 母线供电？",
          answer: "可以，单簇取电不超过 15 W，需带反接保护。",
        });
      },
    },
    {
      daysAgo: 55,
      async run() {
        for (const [player, content] of monitorBids) await bid(db, cast, tenderId, player, content);
      },
    },
    {
      daysAgo: 52,
      async run() {
        await runTenderDue(tenderId, db);
        await handInBy(db, cast, tenderId, holders, "BUYER");
        await handInBy(db, cast, tenderId, holders, "NOTARY");
      },
    },
    {
      daysAgo: 48,
      run: () => evaluateBy(db, cast, tenderId, MONITOR_COMMITTEE),
    },
    {
      daysAgo: 46,
      async run() {
        const operator = await playerOf(db, cast, "operator");
        await moveTender({ tenderId, move: "publishCandidates" }, operator, db);
      },
    },
    {
      daysAgo: 34,
      async run() {
        await runTenderDue(tenderId, db);
      },
    },
    {
      daysAgo: 20,
      async run() {
        const first = await db.tenderBid.findFirstOrThrow({ where: { tenderId, rank: 1 } });
        const buyer = await playerOf(db, cast, "firm");
        await awardTender({ tenderId, bidId: first.id, note: "" }, buyer, db);
        // What the queue would do by itself stands in the past like everything else.
        const trade = { caseType: "TENDER", id: tenderId } as const;
        await openDealFromTrade(trade, systemActor("trading"), db);
      },
    },
  ];
}

function openTender(db: Db, cast: DemoCast): DealStep[] {
  const buyer = "hydraulics";
  let tenderId = "";
  return [
    {
      daysAgo: 9,
      async run() {
        const needId = await listingOf(db, "need", "n-pump-life");
        const fields = { ...PUMP_CALL, dueDate: dayAfter(24), dueTime: "10:00" };
        const call = { buyer, notary: "chief-registrar", needId, fields, file: "试验大纲" };
        ({ tenderId } = await callForBids(db, cast, call));
      },
    },
    {
      daysAgo: 7,
      async run() {
        await askAndAnswer(db, cast, tenderId, {
          by: "university",
          buyer,
          text: "5000 h 台架寿命试验的台架由谁提供，油温按多少控制？",
          answer: "由招标人提供两台 40 MPa 试验台，进口油温 50 ℃±2 ℃，46 号抗磨液压油。",
        });
        await askAndAnswer(db, cast, tenderId, {
          by: "bluebay",
          buyer,
          text: "滑靴副可否改用非铜基材料？",
          answer: "可以，但需给出与现用回程盘的配对试验数据。",
        });
      },
    },
    {
      daysAgo: 5,
      async run() {
        for (const [player, content] of pumpBids) await bid(db, cast, tenderId, player, content);
      },
    },
    {
      daysAgo: 3,
      async run() {
        const text =
          "根据第 2 号提问修改资格要求：接受有同类摩擦副表面工程业绩的单位；投标截止时间相应顺延。";
        const qualification = PUMP_CALL.qualification.replace(
          "柱塞泵研制业绩",
          "柱塞泵研制或同类摩擦副表面工程业绩",
        );
        const dueDate = dayAfter(20);
        const form = amendTenderSchema.parse({ text, qualification, dueDate, dueTime: "10:00" });
        await amendTender({ ...form, tenderId }, await playerOf(db, cast, buyer), db);
      },
    },
    {
      daysAgo: 2,
      async run() {
        const actor = await playerOf(db, cast, "university");
        const { organisationId } = assertFound(actor.memberships[0]);
        await changeBid({ tenderId, organisationId, move: "confirm" }, actor, db);
      },
    },
    {
      daysAgo: 1,
      run: () =>
        askAndAnswer(db, cast, tenderId, {
          by: "qingzhou-cnc",
          buyer,
          text: "样机验收后的小批试制是否包含在本次报价内？",
        }),
    },
  ];
}
