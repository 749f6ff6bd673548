import { z } from "zod";
import { errorCode } from "~/domain/shared/error-code";
import { parseYuan } from "~/domain/shared/money";
import { ANSWER_FORMAT, EXCHANGE_VERSION } from "./export-exchange-schema";
import { REFUSAL_CODES } from "./recognition-checks/check-ids-rules";
import { OFFICIAL_NUMBER } from "./registration-number-rules";

export const ANSWER_COLUMNS = [
  ...(["reference", "decision", "onDate", "officialNo", "total", "technical"] as const),
  ...(["approvedIncome", "refusalCodes", "note"] as const),
] as const;
export type AnswerColumn = (typeof ANSWER_COLUMNS)[number];

export const ANSWER_DECISIONS = [
  "REGISTERED",
  "REFUSED",
  "CHANGED",
  "CANCELLED",
  "REVOKED",
] as const;
export type AnswerDecision = (typeof ANSWER_DECISIONS)[number];

/** Rows that one file may have: each is a decision that a person looks at. */
export const MAX_ANSWERS = 200;

/** One row as it stands in the file, all texts; `row` as the reader of the file counts it. */
export const rawAnswerSchema = z.object({
  row: z.int().positive(),
  ...(Object.fromEntries(
    ANSWER_COLUMNS.map((column) => [column, z.string().max(4000).default("")]),
  ) as Record<AnswerColumn, z.ZodDefault<z.ZodString>>),
  /** Only in JSON: the contract that the office has decided on. */
  contractSha256: z.string().max(64).default(""),
});
export type RawAnswer = z.output<typeof rawAnswerSchema>;

export const rawAnswersSchema = z.array(rawAnswerSchema).max(MAX_ANSWERS);

const text = z
  .string()
  .trim()
  .transform((typed) => typed.normalize("NFKC"));
const yuan = text.transform((typed, context) => {
  if (typed === "") return null;
  const fen = parseYuan(typed);
  if (fen !== null) return fen;
  context.addIssue({ code: "custom", message: "not_an_amount" });
  return z.NEVER;
});

/** A row as values. Issue paths name the columns, messages are error codes. */
export const answerSchema = z.object({
  reference: text.pipe(
    z
      .string()
      .min(1, "required")
      .max(60, errorCode("too_long", { max: 60 })),
  ),
  decision: z.enum(ANSWER_DECISIONS, "not_a_choice"),
  onDate: text.pipe(z.union([z.literal(""), z.iso.date()], "not_a_date")),
  officialNo: text
    .transform((typed) => typed.replace(/[\s-]/g, "").toUpperCase())
    .pipe(z.string().regex(new RegExp(`^$|${OFFICIAL_NUMBER.source}`), "official_number_form")),
  total: yuan,
  technical: yuan,
  approvedIncome: yuan,
  refusalCodes: text
    .transform((typed) => typed.split(/[\s,、，;；]+/).filter(Boolean))
    .pipe(z.array(z.enum(REFUSAL_CODES, "not_a_choice"))),
  note: z
    .string()
    .trim()
    .max(2000, errorCode("too_long", { max: 2000 })),
  contractSha256: text,
});
export type Answer = z.output<typeof answerSchema>;

const amount = z.string().default("");
const jsonAnswer = z.object({
  reference: z.string(),
  decision: z.string(),
  on: z.string().default(""),
  officialNo: z.string().nullable().default(""),
  amounts: z
    .object({ total: amount, technical: amount, approvedIncome: amount })
    .default({ total: "", technical: "", approvedIncome: "" }),
  refusalCodes: z.array(z.string()).default([]),
  note: z.string().default(""),
  contractSha256: z.string().default(""),
});

/** A file of answers as JSON; see docs/registration-exchange.md. */
export const answerFileSchema = z.object({
  format: z.literal(ANSWER_FORMAT),
  version: z.literal(EXCHANGE_VERSION),
  answers: z.array(jsonAnswer),
});
