import {
  condition,
  type IncentiveResult,
  money,
  outcomeOf,
  share,
  step,
  underRules,
} from "./incentive-result-rules";
import type { IncentiveInput } from "./incentives-schema";
import { type PolicyRow, rateOf } from "./policy-parameter-rules";
import { shareOf } from "./share-rules";

/**
 * A hint for the buyer: of a commissioned and registered development 80 % of the fee counts, and as
 * much again is deducted (财税〔2015〕119号, 公告2023年第7号). Two parties who develop together deduct their own costs.
 */
export function superDeduction(rows: readonly PolicyRow[], input: IncentiveInput): IncentiveResult {
  const keys = ["rd.super_deduction", "rd.commissioned_share", "eit.rate.statutory"] as const;
  return underRules("superDeduction", rows, input.on, keys, (rules) => {
    if (input.kind === "k12") {
      return {
        outcome: "open",
        sentence: "super_cooperative",
        amountFen: null,
        conditions: [condition("contract_registered", input.isRegistered)],
        assumptions: ["industry_not_excluded"],
      };
    }
    if (input.kind !== "k11") {
      return { outcome: "none", sentence: "super_not_commissioned", amountFen: null };
    }
    const part = rateOf(rules["rd.commissioned_share"]);
    const extraRate = rateOf(rules["rd.super_deduction"]);
    const rate = rateOf(rules["eit.rate.statutory"]);
    const counted = shareOf(input.technical, part);
    const extra = shareOf(counted, extraRate);
    const conditions = [condition("contract_registered", input.isRegistered)];
    const outcome = outcomeOf(conditions);
    const isRefused = outcome === "refused";
    return {
      outcome,
      sentence: isRefused ? "super_unregistered" : "super_commissioned",
      figures: { extra: money(extra), effect: money(shareOf(extra, rate)), rate: share(rate) },
      amountFen: isRefused ? 0n : extra,
      steps: [
        step("fee", money(input.technical)),
        step("commissioned_share", share(part), "times"),
        step("counted_fee", money(counted), "equals"),
        step("extra_share", share(extraRate), "times"),
        step("extra_deduction", money(extra), "equals"),
        step("tax_effect", money(shareOf(extra, rate))),
      ],
      conditions,
      assumptions: [
        "buyer_rate",
        "domestic_contractor",
        "contractor_cannot_deduct",
        "industry_not_excluded",
      ],
    };
  });
}
