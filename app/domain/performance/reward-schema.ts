import { z } from "zod";
import { errorCode } from "~/domain/shared/error-code";
import { parseYuan } from "~/domain/shared/money";

export const REWARD_BASES = ["STATUTE", "UNIT_RULE", "AGREEMENT"] as const;
export type RewardBasis = (typeof REWARD_BASES)[number];
export const SHARE_ROLES = ["COMPLETER", "CONTRIBUTOR"] as const;
export type ShareRole = (typeof SHARE_ROLES)[number];

/** Lines that a sheet has at most. */
export const MAX_DEDUCTIONS = 20;
export const MAX_SHARES = 60;

const text = (max: number) =>
  z.string().trim().max(max, errorCode("too_long", { max })).default("");
const needed = (max: number) =>
  z.string("required").trim().min(1, "required").max(max, errorCode("too_long", { max }));

/** A percentage with at most two decimals as basis points; empty is null. */
const percent = z
  .string()
  .optional()
  .transform((typed, context) => {
    const clean = (typed ?? "").normalize("NFKC").replace(/[%\s]/g, "");
    if (clean === "") return null;
    const match = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(clean);
    const bp = match ? Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0")) : -1;
    if (bp >= 0 && bp <= 10_000) return bp;
    context.addIssue({ code: "custom", message: "not_a_percentage" });
    return z.NEVER;
  });

const amount = z
  .string()
  .optional()
  .transform((typed, context) => {
    if (!typed?.trim()) return null;
    const fen = parseYuan(typed);
    if (fen !== null) return fen;
    context.addIssue({ code: "custom", message: "not_an_amount" });
    return z.NEVER;
  });

const deduction = z.object({ label: text(100), amount });
const share = z.object({
  personName: text(60),
  userId: z
    .string()
    .optional()
    .transform((value) => value || null)
    .refine((value) => value === null || z.uuid().safeParse(value).success, "not_an_id"),
  role: z.enum(SHARE_ROLES).default("COMPLETER"),
  contribution: text(300),
  percent,
});

type DeductionLine = z.output<typeof deduction>;
type ShareLine = z.output<typeof share>;

/**
 * A reward sheet as it is being written. Empty lines at the end of a list are no lines; a line that
 * was begun must be whole. Percentages are of net income (reward, bonus) and of the reward (shares).
 */
export const rewardSchema = z
  .object({
    deductions: z
      .array(deduction)
      .max(MAX_DEDUCTIONS, errorCode("too_many", { max: MAX_DEDUCTIONS }))
      .default([]),
    netIncomeRule: text(1000),
    basis: z.enum(REWARD_BASES, "required"),
    rewardPercent: percent,
    bonusPercent: percent,
    contact: text(200),
    shares: z
      .array(share)
      .max(MAX_SHARES, errorCode("too_many", { max: MAX_SHARES }))
      .default([]),
  })
  .superRefine((sheet, context) => {
    const refuse = (path: (string | number)[], message: string) =>
      context.addIssue({ code: "custom", path, message });
    if (sheet.rewardPercent === null) refuse(["rewardPercent"], "required");
    sheet.deductions.forEach((line, at) => {
      if (line.label === "" && line.amount !== null)
        refuse(["deductions", at, "label"], "required");
      if (line.label !== "" && line.amount === null)
        refuse(["deductions", at, "amount"], "required");
    });
    sheet.shares.forEach((line, at) => {
      if (isEmptyShare(line)) return;
      if (line.personName === "") refuse(["shares", at, "personName"], "required");
      if (!line.percent) refuse(["shares", at, "percent"], "required");
    });
  })
  .transform((sheet) => ({
    basis: sheet.basis,
    netIncomeRule: sheet.netIncomeRule,
    contact: sheet.contact,
    rewardBp: sheet.rewardPercent ?? 0,
    bonusBp: sheet.bonusPercent ?? 0,
    deductions: sheet.deductions.flatMap((line: DeductionLine) =>
      line.label === "" || line.amount === null
        ? []
        : [{ label: line.label, amountFen: line.amount }],
    ),
    shares: sheet.shares
      .filter((line) => !isEmptyShare(line))
      .map(({ percent: bp, ...line }) => ({ ...line, shareBp: bp ?? 0 })),
  }));

function isEmptyShare(line: ShareLine): boolean {
  return line.personName === "" && !line.percent && line.contribution === "" && !line.userId;
}

export type RewardContent = z.output<typeof rewardSchema>;

/** Deductions as stored. */
export const storedDeductions = z.array(
  z.object({ label: z.string(), amountFen: z.string().regex(/^\d+$/) }),
);

export const objectionSchema = z.object({
  objectorName: needed(60),
  objectorContact: needed(100),
  text: needed(2000),
});

export const OBJECTION_OUTCOMES = ["UPHELD", "REJECTED"] as const;
export type ObjectionOutcome = (typeof OBJECTION_OUTCOMES)[number];

export const objectionAnswerSchema = z.object({
  objectionId: z.uuid("not_an_id"),
  outcome: z.enum(OBJECTION_OUTCOMES, "required"),
  result: needed(2000),
});

export const rewardNoteSchema = z.object({
  note: needed(1000),
});
export const rewardPaidSchema = z.object({ paidOn: z.iso.date("not_a_date") });
