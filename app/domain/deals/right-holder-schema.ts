import { z } from "zod";
import { errorCode } from "~/domain/shared/error-code";

/** Questions to the right holder and the answers that each takes. */
export const RIGHT_HOLDER_QUESTIONS = {
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

export type RightHolderQuestion = keyof typeof RIGHT_HOLDER_QUESTIONS;
export const RIGHT_HOLDER_QUESTION_IDS = Object.keys(
  RIGHT_HOLDER_QUESTIONS,
) as RightHolderQuestion[];

const answer = <Q extends RightHolderQuestion>(question: Q) =>
  z.enum(RIGHT_HOLDER_QUESTIONS[question], "required");

export const rightHolderSchema = z.object({
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
  /** Names of co-owners, numbers of licences and pledges, and whatever else the other side should know. */
  note: z
    .string()
    .trim()
    .max(2000, errorCode("too_long", { max: 2000 }))
    .default(""),
});

export type RightHolderAnswers = z.output<typeof rightHolderSchema>;
