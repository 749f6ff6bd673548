import { type ConditionResult, conditionOf } from "~/domain/shared/procedure/condition";

/** A contract is performed between its signature and its end. */
export function contractRuns(state: string): ConditionResult {
  return conditionOf(state === "SIGNED", {
    inputs: { state },
    formula: "the contract is signed and has not ended",
    source: "Civil Code arts. 502, 557: effect and end of a contract",
    code: "contract_not_running",
  });
}
