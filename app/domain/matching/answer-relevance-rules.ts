/**
 * What a side's answer says about relevance, as far as it says anything. A side answers whether it wants
 * to go on, which is not the same question as whether the two texts are about the same thing:
 *
 * - INTERESTED: at least related (level 2 or more); how strongly is not known.
 * - NOT_FOR_US with NOT_OUR_FIELD: unrelated (level 1).
 * - Every other refusal (too early, benefit unclear, price, IP, has a solution, other) and NOT_NOW: says
 *   nothing about relevance. A pair that is too dear is about the right thing.
 */
export const RELATED_ANSWER = "INTERESTED";
export const UNRELATED_ANSWER = "NOT_FOR_US";
export const UNRELATED_REASON = "NOT_OUR_FIELD";

/** Lowest level that an answer proves: 2 related, 1 unrelated, null when it proves nothing. */
export function levelOfAnswer(answer: string, declineCode: string | null): 1 | 2 | null {
  if (answer === RELATED_ANSWER) return 2;
  return answer === UNRELATED_ANSWER && declineCode === UNRELATED_REASON ? 1 : null;
}
