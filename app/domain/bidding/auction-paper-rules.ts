import type { PdfBlock } from "~/platform/pdf-blocks";
import type { AuctionResult } from "./auction-event";

export type AuctionPaperKind = "AUCTION_RESULT" | "SALE_CONFIRMATION";

/** What the papers of a run say. They are the platform's own papers, in Chinese. */
export type AuctionPaperFacts = {
  lot: { number: number; title: string; seller: string };
  run: number;
  startedAt: Date;
  endedAt: Date;
  result: AuctionResult;
  bidders: readonly { number: number; name: string; bestFen: string | null }[];
  head: string;
  fingerprint: string;
  transcriptUrl: string;
  /** Of a confirmation: when the winner confirmed, and the licensed house where one ran the sale. */
  confirmedAt: Date | null;
  auctionHouse: string | null;
};

const TITLES: Record<AuctionPaperKind, string> = {
  AUCTION_RESULT: "竞价结果通知单",
  SALE_CONFIRMATION: "成交确认书",
};

export const paperTitle = (kind: AuctionPaperKind) => TITLES[kind];

const instant = new Intl.DateTimeFormat("zh-CN", {
  timeZone: "Asia/Shanghai",
  dateStyle: "long",
  timeStyle: "medium",
});

/** Fen as yuan with every digit. */
export function yuan(fen: string): string {
  const digits = fen.padStart(3, "0");
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${whole}.${digits.slice(-2)} 元`;
}

function resultText({ result, bidders }: AuctionPaperFacts): string {
  if (result.outcome === "VOID") return "本场竞价作废";
  if (result.outcome === "FAILED") {
    return result.reason === "no_bid" ? "无人报价，未成交" : "未达到保留价，未成交";
  }
  const name = bidders.find((one) => one.number === result.bidder)?.name ?? "";
  const how = result.isPreemptive ? "，行使优先购买权" : "";
  return `由 ${result.bidder} 号竞买人 ${name} 以 ${yuan(result.amountFen)} 竞得${how}`;
}

/** The paper as blocks. */
export function auctionPaperBlocks(kind: AuctionPaperKind, facts: AuctionPaperFacts): PdfBlock[] {
  const { lot, bidders, confirmedAt, auctionHouse } = facts;
  const common: PdfBlock[] = [
    { kind: "title", text: TITLES[kind], subtitle: `标的编号 ${lot.number}` },
    {
      kind: "keyValue",
      rows: [
        { label: "标的", value: lot.title },
        { label: "转让方", value: lot.seller },
        { label: "竞价", value: `第 ${facts.run} 次` },
        { label: "开始时间", value: instant.format(facts.startedAt) },
        { label: "结束时间", value: instant.format(facts.endedAt) },
        { label: "结果", value: resultText(facts) },
        ...(auctionHouse ? [{ label: "拍卖企业", value: auctionHouse }] : []),
        ...(confirmedAt ? [{ label: "竞得人确认", value: instant.format(confirmedAt) }] : []),
      ],
    },
  ];
  const list: PdfBlock = {
    kind: "table",
    columns: [
      { heading: "编号", weight: 1 },
      { heading: "竞买人", weight: 4 },
      { heading: "最高报价", weight: 2, align: "right" },
    ],
    rows: bidders.map((one) => [
      `${one.number} 号`,
      one.name,
      one.bestFen === null ? "未报价" : yuan(one.bestFen),
    ]),
    small: true,
  };
  const statement: PdfBlock =
    kind === "AUCTION_RESULT"
      ? {
          kind: "paragraph",
          indent: true,
          text: "本通知单依据竞价记录生成。成交须由竞得人在公告的期限内确认；其他竞买人的保证金按公告的规则退还。",
        }
      : {
          kind: "paragraph",
          indent: true,
          text: "竞得人已在平台以本人身份再次验证后确认上述结果。转让方与竞得人应当在公告的期限内签订合同。",
        };
  return [
    ...common,
    ...(kind === "AUCTION_RESULT" ? [list] : []),
    statement,
    {
      kind: "together",
      blocks: [
        { kind: "heading", text: "核验", level: 2 },
        {
          kind: "qr",
          content: facts.transcriptUrl,
          alt: "竞价记录的网址",
          text: `竞价记录公布于 ${facts.transcriptUrl}，任何人都可以用独立的核验程序重新计算结果。`,
        },
        {
          kind: "keyValue",
          rows: [
            { label: "末条摘要", value: facts.head },
            { label: "签名证书指纹", value: facts.fingerprint },
          ],
        },
        {
          kind: "note",
          text: "本文件由科技大市场平台出具，是平台的业务凭证，不是行政机关的证明。",
        },
      ],
    },
  ];
}
