import { z } from "zod";

/** Questions to the right holder and the answers that each takes. */
export const LOT_QUESTIONS = {
  coOwners: ["NONE", "CONSENT", "NO_CONSENT"],
  licences: ["NONE", "NON_EXCLUSIVE", "EXCLUSIVE_OR_SOLE"],
  pledge: ["NONE", "CONSENT", "NO_CONSENT"],
  annuities: ["PAID", "UNPAID", "NOT_APPLICABLE"],
  dispute: ["NONE", "RUNNING"],
  openLicence: ["NONE", "DECLARED"],
  ownPractice: ["STOPS", "AGREED", "OPEN", "NOT_APPLICABLE"],
  completers: ["WAIVED", "OPEN", "NOT_APPLICABLE"],
  abroad: ["NO", "CLEARED", "OPEN"],
  stateSecret: ["NO", "YES"],
} as const satisfies Record<string, readonly [string, ...string[]]>;

export type LotQuestion = keyof typeof LOT_QUESTIONS;
export const LOT_QUESTION_IDS = Object.keys(LOT_QUESTIONS) as LotQuestion[];

const answer = <Q extends LotQuestion>(question: Q) => z.enum(LOT_QUESTIONS[question], "required");

export const lotAnswersSchema = z.object({
  coOwners: answer("coOwners"),
  licences: answer("licences"),
  pledge: answer("pledge"),
  annuities: answer("annuities"),
  dispute: answer("dispute"),
  openLicence: answer("openLicence"),
  ownPractice: answer("ownPractice"),
  completers: answer("completers"),
  abroad: answer("abroad"),
  stateSecret: answer("stateSecret"),
});
export type LotAnswers = z.output<typeof lotAnswersSchema>;

export const lotCommentSchema = z.object({
  /** Step or field of the wizard that it belongs to. */
  field: z.string(),
  text: z.string(),
  at: z.string(),
});
export type LotComment = z.output<typeof lotCommentSchema>;

/** The JSON of Lot.checks. */
export const lotChecksSchema = z.object({
  answers: lotAnswersSchema.nullable().default(null),
  /** Names of co-owners, numbers of licences and pledges. */
  note: z.string().default(""),
  /** The unit is run or funded by government, so that its own decision is on file. */
  isGovernmentRun: z.boolean().default(false),
  rulesVersion: z.string().default(""),
  /** What the market asks to be corrected, of the latest round. */
  comments: z.array(lotCommentSchema).default([]),
});
export type LotChecks = z.output<typeof lotChecksSchema>;

export function readLotChecks(stored: unknown): LotChecks {
  return lotChecksSchema.parse(stored ?? {});
}
