import { calendarDate } from "~/domain/shared/clock";
import { toYuanText } from "~/domain/shared/money";
import type { PdfBlock } from "~/platform/pdf-blocks";
import type { RewardDetail } from "./reward-view";

/** Words of the sheet; the document is Chinese, as the files of the units are. */
const BASES = { STATUTE: "法定比例", UNIT_RULE: "本单位规定", AGREEMENT: "与完成人约定" } as const;
const ROLES = { COMPLETER: "成果完成人", CONTRIBUTOR: "转化贡献人" } as const;
const STATES = {
  DRAFT: "编制中",
  PUBLICITY: "公示中",
  OBJECTION_HANDLING: "异议处理中",
  CONFIRMED: "已确认",
  PAID: "已发放",
  CANCELLED: "已作废",
} as const;

const yuan = (fen: bigint) => toYuanText(fen).replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ",");
const percent = (bp: number) => `${(bp / 100).toFixed(2)}%`;
const dateOf = (instant: string | null) =>
  instant === null ? "—" : calendarDate(new Date(instant));

export type SheetLine = { label: string; value: string };

/** Facts of a sheet from the income to the reward, for the PDF and the workbook alike. */
export function sheetLines(sheet: RewardDetail): SheetLine[] {
  return [
    { label: "单位", value: sheet.organisation },
    { label: "成果（合同）", value: sheet.contract.title },
    { label: "合同登记编号", value: sheet.registrationNo ?? "尚未登记" },
    { label: "状态", value: STATES[sheet.state] },
    { label: "到账收入（元）", value: yuan(sheet.revenueFen) },
    ...sheet.deductions.map((one) => ({
      label: `扣除：${one.label}（元）`,
      value: yuan(one.amountFen),
    })),
    { label: "净收入（元）", value: yuan(sheet.netIncomeFen) },
    { label: "净收入的口径", value: sheet.netIncomeRule || "—" },
    { label: "奖励依据", value: BASES[sheet.basis] },
    {
      label: "法定下限",
      value: `净收入的 ${percent(sheet.floorBp)}；依据：${sheet.floorSource}`,
    },
    { label: "奖励总额（元）", value: `${yuan(sheet.rewardFen)}（${percent(sheet.rewardBp)}）` },
    ...(sheet.officeBonusFen > 0n
      ? [{ label: "机构绩效奖励（元）", value: yuan(sheet.officeBonusFen) }]
      : []),
    {
      label: "公示",
      value: sheet.startedAt
        ? `${dateOf(sheet.startedAt)} 起，${sheet.publicityDays} 个工作日`
        : "—",
    },
    { label: "确认", value: dateOf(sheet.confirmedAt) },
    { label: "发放", value: sheet.paidOn ?? "—" },
    ...(sheet.payment
      ? [
          {
            label: "减按计税的发放期限",
            value: `${sheet.payment.deadline}（收入 ${sheet.payment.firstPaidOn} 到账，${sheet.payment.months} 个月内）`,
          },
        ]
      : []),
  ];
}

export const SHARE_HEADINGS = [
  ...(["姓名", "身份", "贡献", "份额", "金额（元）", "计税金额（元，估算）"] as const),
];

/** One row for each person, and the total. */
export function shareRows(sheet: RewardDetail): string[][] {
  const rows = sheet.shares.map((one) => [
    one.personName,
    ROLES[one.role],
    one.contribution,
    percent(one.shareBp),
    yuan(one.amountFen),
    one.countedFen === null ? "—" : yuan(one.countedFen),
  ]);
  const total = sheet.shares.reduce((sum, one) => sum + one.amountFen, 0n);
  const bp = sheet.shares.reduce((sum, one) => sum + one.shareBp, 0);
  return [...rows, ["合计", "", "", percent(bp), yuan(total), ""]];
}

/** The sheet as a document with boxes to sign. */
export function rewardBlocks(sheet: RewardDetail): PdfBlock[] {
  const answered = sheet.objections.filter((one) => one.outcome !== null);
  return [
    {
      kind: "title",
      text: "科技成果转化奖励分配表",
      subtitle: `第 ${sheet.number} 号`,
    },
    { kind: "keyValue", rows: sheetLines(sheet) },
    { kind: "heading", text: "分配", level: 2 },
    {
      kind: "table",
      columns: SHARE_HEADINGS.map((heading, at) => ({
        heading,
        weight: at === 2 ? 3 : 2,
        align: at >= 3 ? ("right" as const) : ("left" as const),
      })),
      rows: shareRows(sheet),
      empty: "没有分配对象",
    },
    ...(answered.length > 0
      ? ([
          { kind: "heading", text: "异议及处理结果", level: 2 },
          {
            kind: "list",
            items: answered.map((one) => ({
              label: `${one.number}.`,
              text: `${one.text}\n${one.outcome === "UPHELD" ? "成立" : "不成立"}：${one.result}`,
            })),
          },
        ] satisfies PdfBlock[])
      : []),
    {
      kind: "note",
      text: "计税金额为估算：符合财税〔2018〕58号条件的现金奖励减按规定比例计入当月工资、薪金，以税务机关认定为准。",
    },
    {
      kind: "signatureBoxes",
      boxes: [
        { heading: "科研管理部门", lines: ["经办人：", "日期："] },
        { heading: "单位负责人", lines: ["签字：", "日期："] },
      ],
    },
  ];
}
