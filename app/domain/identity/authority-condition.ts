import type { ConditionResult } from "~/domain/shared/procedure/condition";
import { conditionOf } from "~/domain/shared/procedure/condition";
import type { MoveInput } from "~/domain/shared/procedure/conduct";

/**
 * What an authority's register said about the subject. Without a connection, or without an answer,
 * the reviewer decides from the documents.
 */
export function authorityCondition(input: MoveInput): ConditionResult {
  const answer = typeof input.authority === "string" ? input.authority : "NOT_ASKED";
  const rest = {
    inputs: { answer },
    formula: "answer of the authority = MATCH, or a person decides from the documents",
    source: "market rule: real-name levels L2 and L3",
    code: "authority_mismatch",
  };
  if (answer === "MATCH" || answer === "MISMATCH") return conditionOf(answer === "MATCH", rest);
  return { ...rest, answer: "PERSON_DECIDES" };
}
