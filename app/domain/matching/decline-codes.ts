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
