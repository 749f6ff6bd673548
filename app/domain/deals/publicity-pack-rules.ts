import type { PdfBlock } from "~/platform/pdf-blocks";
import type { PublicityMove, PublicityState } from "./publicity-procedure";
import type { PublicityMode } from "./publicity-text-rules";

// The evidence pack is a document in Chinese, like the publicity itself.

export type PackFacts = {
  number: number;
  state: PublicityState;
  title: string;
  unit: string;
  counterparty: string;
  mode: PublicityMode;
  category: string;
  priceText: string;
  relatedStatement: string;
  contact: string;
  startedAt: string;
  endsAt: string;
  clearedAt: string | null;
  termNumber: number;
  termHash: string;
  minutes: { name: string; sha256: string } | null;
  declarations: readonly { side: string; isRelated: boolean; at: string }[];
  objections: readonly {
    number: number;
    at: string;
    text: string;
    outcome: "UPHELD" | "REJECTED" | null;
    result: string;
    handledAt: string | null;
  }[];
  moves: readonly { move: string; at: string; by: string; note: string }[];
  address: string;
};

const MODES: Record<PublicityMode, string> = {
  TRANSFER: "协议定价 · 转让",
  LICENCE: "协议定价 · 许可",
  EQUITY: "协议定价 · 作价投资",
};
const STATES: Record<PublicityState, string> = {
  PROPOSED: "待单位决策",
  APPROVED: "已决策，待开始",
  PUBLICITY: "公示中（本材料为进行中的记录）",
  OBJECTION_HANDLING: "异议处理中（本材料为进行中的记录）",
  CLEARED: "公示期满，没有成立的异议",
  REVISED: "已失效",
  STOPPED: "已终止",
};
const MOVES: Record<PublicityMove, string> = {
  approve: "单位决策通过",
  start: "开始公示",
  object: "收到异议，公示期暂停",
  resume: "异议处理完毕，继续计算",
  restart: "异议处理完毕，重新计算",
  clear: "公示期满",
  revise: "公示失效",
  stop: "公示终止",
};
const OUTCOMES = { UPHELD: "成立", REJECTED: "不成立" } as const;
const NOTES: Record<string, string> = {
  terms: "条款有实质变化",
  declaration: "关联关系声明有变化",
};

function moveText(move: string): string {
  return Object.entries(MOVES).find(([name]) => name === move)?.[1] ?? move;
}

/**
 * The file of evidence for the unit's diligence (art. 14-2 of the regulation): what was public, when,
 * on which decision, with which objections and results. Objectors are not named.
 */
export function publicityPackBlocks(facts: PackFacts): PdfBlock[] {
  const { minutes } = facts;
  return [
    {
      kind: "title",
      text: "协议定价公示证据材料",
      subtitle: `第 ${facts.number} 号公示 · ${STATES[facts.state]}`,
    },
    { kind: "heading", text: "一、公示内容" },
    {
      kind: "keyValue",
      rows: [
        { label: "成果（项目）名称", value: facts.title },
        { label: "公示单位", value: facts.unit },
        { label: "拟受让方（被许可方）", value: facts.counterparty },
        { label: "交易方式", value: MODES[facts.mode] },
        { label: "合同类别", value: facts.category },
        { label: "拟交易价格", value: facts.priceText },
        { label: "关联关系声明", value: facts.relatedStatement },
        { label: "联系方式", value: facts.contact },
      ],
    },
    { kind: "heading", text: "二、公示期" },
    {
      kind: "keyValue",
      rows: [
        { label: "开始", value: facts.startedAt },
        { label: "截止", value: facts.endsAt },
        ...(facts.clearedAt ? [{ label: "期满确认", value: facts.clearedAt }] : []),
        {
          label: "计算规则",
          value:
            "不少于十五日；开始当日不计入，末日为节假日的顺延至下一工作日（民法典第二百零一条、第二百零三条）；异议处理期间不计。",
        },
      ],
    },
    { kind: "heading", text: "三、决策与声明" },
    {
      kind: "keyValue",
      rows: [
        {
          label: "集体决策纪要",
          value: minutes ? `${minutes.name}\nSHA-256 ${minutes.sha256}` : "无",
        },
        {
          label: "所据条款清单",
          value: `第 ${facts.termNumber} 版\nSHA-256 ${facts.termHash}`,
        },
        ...facts.declarations.map((one) => ({
          label: `${one.side}声明`,
          value: `${one.isRelated ? "存在关联关系" : "不存在关联关系"}（${one.at}）`,
        })),
      ],
    },
    { kind: "heading", text: "四、异议和处理结果" },
    {
      kind: "table",
      columns: [
        { heading: "编号", weight: 1 },
        { heading: "收到时间", weight: 2 },
        { heading: "内容", weight: 4 },
        { heading: "结果", weight: 4 },
      ],
      rows: facts.objections.map((one) => [
        String(one.number),
        one.at,
        one.outcome ? one.text : "（处理中，内容未公开）",
        one.outcome ? `${OUTCOMES[one.outcome]}：${one.result}\n${one.handledAt ?? ""}` : "处理中",
      ]),
      empty: "公示期内没有收到异议。",
      small: true,
    },
    { kind: "heading", text: "五、办理记录" },
    {
      kind: "table",
      columns: [
        { heading: "时间", weight: 2 },
        { heading: "事项", weight: 3 },
        { heading: "办理人", weight: 2 },
        { heading: "说明", weight: 4 },
      ],
      rows: facts.moves.map((one) => [
        one.at,
        moveText(one.move),
        one.by,
        NOTES[one.note] ?? one.note,
      ]),
      small: true,
    },
    {
      kind: "qr",
      content: facts.address,
      alt: `公示页面 ${facts.address}`,
      text: `公示页面（地址长期有效）\n${facts.address}`,
    },
    {
      kind: "note",
      heading: "依据",
      text: "《中华人民共和国促进科技成果转化法》第十八条；《山东省促进科技成果转化条例》第十四条。异议人的姓名和联系方式不在本材料中公开。",
    },
  ];
}
