import type { JsonValue } from "~/domain/audit/canonical-json";

/**
 * The answer of a condition. A person decides where a rule leaves room; the move is then open and
 * the answer stands in the evidence.
 */
export type ConditionResult = {
  answer: "MET" | "NOT_MET" | "PERSON_DECIDES";
  /** What the condition looked at. */
  inputs: { [key: string]: JsonValue };
  /** The rule as a formula over the inputs. */
  formula: string;
  /** Law, standard or market rule with its place. */
  source: string;
  /** Key of the message in the `errors` namespace when the answer is NOT_MET. */
  code?: string;
  /** Field of the form that the message belongs to. */
  field?: string;
};

export type ConditionEvidence = ConditionResult & { id: string; ruleVersion: string };

/** Shorthand for a condition that a boolean decides. */
export function conditionOf(
  isMet: boolean,
  rest: Omit<ConditionResult, "answer">,
): ConditionResult {
  return { ...rest, answer: isMet ? "MET" : "NOT_MET" };
}
