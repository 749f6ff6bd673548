import { z } from "zod";
import { errorCode } from "~/domain/shared/error-code";

/** Why a pair or a request is not for a side; shown to the other side as counts only. */
export const DECLINE_CODES = [
  "TOO_EARLY",
  "BENEFIT_UNCLEAR",
  "PRICE",
  "IP",
  "NOT_OUR_FIELD",
  "HAVE_SOLUTION",
  "OTHER",
] as const;
export type DeclineCode = (typeof DECLINE_CODES)[number];

export function isDeclineCode(value: unknown): value is DeclineCode {
  return DECLINE_CODES.some((code) => code === value);
}

export const ANSWERS = ["INTERESTED", "NOT_NOW", "NOT_FOR_US"] as const;
export type Answer = (typeof ANSWERS)[number];

export function isAnswer(value: unknown): value is Answer {
  return ANSWERS.some((answer) => answer === value);
}

export const NOTE_MAX = 300;

const code = z
  .enum(DECLINE_CODES, "not_a_choice")
  .optional()
  .transform((value) => value ?? null);

const note = z
  .string()
  .trim()
  .max(NOTE_MAX, errorCode("too_long", { max: NOTE_MAX }))
  .optional()
  .transform((value) => value ?? "");

/** The pair that an answer is about, or is taken back from. */
export const pairSchema = z.object({
  needId: z.uuid("not_found"),
  achievementId: z.uuid("not_found"),
});

type Reasoned = { answer: string; declineCode: DeclineCode | null };

/** A refusal wants its reason; the error stands at the field. */
function wantReason(value: Reasoned, context: z.RefinementCtx): void {
  if (value.answer !== "NOT_FOR_US" || value.declineCode !== null) return;
  context.addIssue({ code: "custom", path: ["declineCode"], message: "decline_reason_required" });
}

/** Only a refusal has a reason. */
function withReason<T extends Reasoned>(value: T): T {
  return { ...value, declineCode: value.answer === "NOT_FOR_US" ? value.declineCode : null };
}

/** One side's answer to a pair; "not for us" says why. */
export const answerSchema = pairSchema
  .extend({
    answer: z.enum(ANSWERS, "not_a_choice"),
    declineCode: code,
    note,
  })
  .superRefine(wantReason)
  .transform(withReason);

export type AnswerInput = z.output<typeof answerSchema>;

/** The answer through the link of a mail, which names the pair; NONE takes the answer back. */
export const linkAnswerSchema = z
  .object({ answer: z.enum([...ANSWERS, "NONE"], "not_a_choice"), declineCode: code })
  .superRefine(wantReason)
  .transform(withReason);

export type LinkAnswerInput = z.output<typeof linkAnswerSchema>;

/** The receiver's refusal of a request. */
export const declineSchema = z.object({
  declineCode: z.enum(DECLINE_CODES, "decline_reason_required"),
});
