import { type IncentiveResult, money, step, underRules } from "./incentive-result-rules";
import type { IncentiveInput } from "./incentives-schema";
import type { PolicyRow } from "./policy-parameter-rules";

/**
 * Amount of technology trade = contract total − itemised non-technical costs (rules of 2001, arts
 * 51–53). Reliefs and bonuses are computed on it, as the registration office approves it.
 */
export function technicalAmount(
  rows: readonly PolicyRow[],
  input: IncentiveInput,
): IncentiveResult {
  return underRules("technicalAmount", rows, input.on, ["registration.technical_amount"], () => ({
    outcome: "granted",
    sentence: input.nonTechnical > 0n ? "technical_less" : "technical_all",
    amountFen: input.technical,
    steps: [
      step("total", money(input.total)),
      step("non_technical", money(input.nonTechnical), "minus"),
      step("technical", money(input.technical), "equals"),
    ],
    assumptions: ["approved_amount"],
  }));
}
