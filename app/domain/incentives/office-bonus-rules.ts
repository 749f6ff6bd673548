import { contractKind } from "./contract-kind-rules";
import {
  condition,
  type Finding,
  type IncentiveResult,
  money,
  outcomeOf,
  share,
  step,
  underRules,
} from "./incentive-result-rules";
import type { IncentiveInput } from "./incentives-schema";
import { type PolicyRow, rateOf } from "./policy-parameter-rules";
import { isGovernmentUnit } from "./seller-rules";
import { shareOf } from "./share-rules";

/**
 * Bonus of the unit's own transfer office (山东省条例 art 36): optional, and of the net income from a
 * transfer; the article does not name licences. Rounded to the fen, half upwards.
 */
export function officeBonus(rows: readonly PolicyRow[], input: IncentiveInput): IncentiveResult {
  const key = "reward.sd.tto_min";
  if (!input.takesOfficeBonus) {
    const none: Finding = { outcome: "none", sentence: "bonus_not_taken", amountFen: null };
    return underRules("officeBonus", rows, input.on, [], () => none);
  }
  return underRules("officeBonus", rows, input.on, [key], (rules) => {
    const isTransfer =
      contractKind(input.kind).category === "TRANSFER" && input.rewardCase === "TRANSFER";
    const conditions = [
      condition("government_unit_shandong", isGovernmentUnit(input) && input.inShandong),
      condition("is_transfer", isTransfer),
    ];
    const outcome = outcomeOf(conditions);
    if (outcome === "refused") {
      return { outcome, sentence: "bonus_refused", amountFen: 0n, conditions };
    }
    const part = rateOf(rules[key]);
    const due = shareOf(input.rewardBase, part);
    return {
      outcome,
      sentence: "bonus_due",
      figures: { part: share(part) },
      amountFen: due,
      steps: [
        step("net_income", money(input.rewardBase)),
        step("bonus_share", share(part), "times"),
        step("bonus_due", money(due), "equals"),
      ],
      conditions,
      assumptions: ["optional_bonus", "net_income_own_definition"],
    };
  });
}
