import { openDealFromTrade } from "~/domain/deals/open-deal-from-trade.server";
import { systemActor } from "~/domain/identity/actor";
import { answerLotQuestion } from "~/domain/trading/answer-lot-question.server";
import { askAboutLot } from "~/domain/trading/ask-about-lot.server";
import { fireLotDue } from "~/domain/trading/fire-lot-due.server";
import type { Db } from "~/platform/db.server";
import { playerOf } from "./deal-cast";
import type { DealStep } from "./deals";
import { practiceRuns } from "./trading-practice";
import { admit, applyTo, offerLot } from "./trading-steps";
import type { DemoCast } from "./write-people";

const market = systemActor("trading");

/**
 * Lots of the demonstration: one open for applications, one in negotiation with its only buyer, a
 * training run that begins soon after the start, and one that was bid for to the end.
 */
export async function tradingStories(db: Db, cast: DemoCast): Promise<DealStep[]> {
  if ((await db.lot.count()) > 0) return [];
  return [...openLot(db, cast), ...negotiatedLot(db, cast), ...practiceRuns(db, cast)];
}

/** 高温压力传感器芯片: exclusive licence by rounds, two have applied. */
function openLot(db: Db, cast: DemoCast): DealStep[] {
  let lotId = "";
  return [
    {
      daysAgo: 4,
      async run() {
        lotId = await offerLot(db, cast, {
          seller: "bluebay",
          achievement: "a-mems-pressure",
          sale: {
            title: "SOI 高温压力传感器芯片专利独占许可",
            description:
              "许可 SOI 高温压阻压力传感器芯片的制造、使用和销售，包括版图、工艺流程卡和测试规范。芯片 -40–225 ℃ 全温区精度 0.25%FS，已流片 3 轮，晶圆良率 83%。",
            defects:
              "玻璃微熔封装由被许可人自行外协；许可前已有一份仅限内部研究使用的普通使用约定，已终止。",
            categoryCode: "31",
            licenceKind: "EXCLUSIVE",
            licenceYears: "5",
            territory: "中华人民共和国境内",
            fieldOfUse: "油井、发动机缸压和注塑机熔体压力测量",
            training: "派两名工程师驻厂指导流片和测试，累计 20 人日",
            delivery: "签约后 30 日内交付版图数据、工艺流程卡和测试规范",
            payment: "签约后 10 日内付 60%，首批晶圆测试合格后付清",
          },
          price: {
            mode: "ROUNDS",
            startPrice: "1200000",
            step: "20000",
            deposit: "120000",
            reserveKind: "SECRET",
            reserve: "1360000",
            priceBasis: "INQUIRY",
            priceBasisNote: "向三家同类企业公开询价，报价 118–142 万元。",
          },
          rules: {
            qualification: "具备 6 英寸 MEMS 流片或封装条件的企业，或能提供代工协议。",
            extensionsMax: "1",
          },
        });
      },
    },
    {
      daysAgo: 2,
      async run() {
        const { number } = await db.lot.findUniqueOrThrow({ where: { id: lotId } });
        const asker = await playerOf(db, cast, "firm");
        const text = "晶圆良率 83% 是按整片统计还是扣除边缘两圈后的结果？";
        await askAboutLot({ number, text }, asker, db);
        const answer = "按整片统计，含边缘；扣除边缘两圈后为 88%。测试规范随合同附件提供。";
        await answerLotQuestion(
          { lotId, number: 1, answer },
          await playerOf(db, cast, "bluebay"),
          db,
        );
        await applyTo(db, cast, lotId, "hydraulics");
        await admit(db, cast, lotId, "qingzhou-cnc");
      },
    },
  ];
}

/** 负载敏感多路阀: one buyer has come; both sides talk in a room of their own. */
function negotiatedLot(db: Db, cast: DemoCast): DealStep[] {
  let lotId = "";
  return [
    {
      daysAgo: 30,
      async run() {
        lotId = await offerLot(db, cast, {
          seller: "hydraulics",
          achievement: "a-load-sensing",
          sale: {
            title: "农机用负载敏感多路阀图纸与两件实用新型专利转让",
            description:
              "转让五联负载敏感多路阀的全套图纸、检验规范和两件实用新型专利，并移交工装、检验台和检具。近三年销售 2.6 万台。",
            defects: "一件专利剩余保护期不足四年；工装存放于原厂区，由受让方自行运输。",
            categoryCode: "21",
            training: "现场技术交接 3 个月",
            delivery: "签约后 15 日内移交图纸，60 日内移交工装",
            payment: "签约后付 50%，工装移交验收后付清",
          },
          price: {
            mode: "ASCENDING",
            startPrice: "680000",
            step: "10000",
            deposit: "68000",
            reserveKind: "NONE",
            priceBasis: "COST",
            priceBasisNote: "按工装账面净值与专利研发成本测算。",
          },
          rules: { qualification: "", isRelatedAllowed: "on" },
        });
      },
    },
    { daysAgo: 22, run: () => admit(db, cast, lotId, "qingzhou-cnc") },
    {
      daysAgo: 12,
      // Where holidays lie in the period it ends later: the queue then does the same.
      async run() {
        await fireLotDue(lotId, market, db);
        await openDealFromTrade({ caseType: "LOT", id: lotId }, market, db);
      },
    },
  ];
}
