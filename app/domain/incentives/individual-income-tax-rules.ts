import { addMonths } from "~/domain/shared/working-days";
import {
  type Condition,
  condition,
  count,
  day,
  type Finding,
  type IncentiveResult,
  money,
  outcomeOf,
  share,
  step,
  underRules,
} from "./incentive-result-rules";
import type { IncentiveInput } from "./incentives-schema";
import { bracketsOf, numberOf, type PolicyRow, rateOf } from "./policy-parameter-rules";
import { progressiveTax } from "./progressive-tax-rules";
import { shareOf } from "./share-rules";

/**
 * Individual income tax: on a cash reward from a non-profit institution half of it counts as wages
 * (财税〔2018〕58号); of what an individual owner receives 80 % counts as income (个人所得税法 art 6).
 */
export function individualIncomeTax(
  rows: readonly PolicyRow[],
  input: IncentiveInput,
): IncentiveResult {
  if (input.sellerKind === "INDIVIDUAL") return personalIncome(rows, input);
  const keys = [
    "iit.reward.factor",
    "iit.reward.window_months",
    "iit.reward.publicity_workdays",
    "iit.comprehensive.brackets",
  ] as const;
  return underRules("individualIncomeTax", rows, input.on, keys, (rules) => {
    if (input.cashReward === 0n) {
      return { outcome: "none", sentence: "iit_no_reward", amountFen: null };
    }
    const months = numberOf(rules["iit.reward.window_months"]);
    const days = numberOf(rules["iit.reward.publicity_workdays"]);
    const conditions = [
      condition("payer_nonprofit", input.sellerKind !== "FIRM"),
      condition("contract_registered", input.isRegistered),
      condition("reward_publicised", input.isPublicised, { days: count(days) }),
      windowCondition(input, months),
    ];
    const outcome = outcomeOf(conditions);
    const factor = rateOf(rules["iit.reward.factor"]);
    const isHalf = outcome !== "refused";
    const counted = isHalf ? shareOf(input.cashReward, factor) : input.cashReward;
    const brackets = bracketsOf(rules["iit.comprehensive.brackets"]);
    const taxOn = (income: bigint) =>
      progressiveTax(brackets, input.otherTaxable + income) -
      progressiveTax(brackets, input.otherTaxable);
    return {
      outcome,
      sentence: isHalf ? "iit_half_counted" : "iit_fully_counted",
      figures: { tax: money(taxOn(counted)), reward: money(input.cashReward) },
      amountFen: counted,
      steps: [
        step("cash_reward", money(input.cashReward)),
        ...(isHalf ? [step("counted_share", share(factor), "times")] : []),
        step("counted_income", money(counted), "equals"),
        step("other_taxable", money(input.otherTaxable)),
        step("iit_tax", money(taxOn(counted))),
        ...(isHalf ? [step("iit_tax_full", money(taxOn(input.cashReward)))] : []),
      ],
      conditions,
      assumptions: ["one_person", "wages_of_the_month", "yearly_brackets", "no_disguised_pay"],
    } satisfies Finding;
  });
}

function windowCondition(input: IncentiveInput, months: number): Condition {
  if (!input.incomeOn || !input.rewardOn) {
    return condition("reward_window", null, { months: count(months) });
  }
  const last = addMonths(input.incomeOn, months);
  return condition("reward_window", input.rewardOn <= last, {
    months: count(months),
    last: day(last),
  });
}

function personalIncome(rows: readonly PolicyRow[], input: IncentiveInput): IncentiveResult {
  const keys = ["iit.personal.counted_share", "iit.comprehensive.brackets"] as const;
  return underRules("individualIncomeTax", rows, input.on, keys, (rules) => {
    const part = rateOf(rules["iit.personal.counted_share"]);
    const counted = shareOf(input.technical, part);
    const brackets = bracketsOf(rules["iit.comprehensive.brackets"]);
    const tax =
      progressiveTax(brackets, input.otherTaxable + counted) -
      progressiveTax(brackets, input.otherTaxable);
    return {
      outcome: "granted",
      sentence: "iit_personal_income",
      figures: { tax: money(tax), part: share(part) },
      amountFen: counted,
      steps: [
        step("personal_receipt", money(input.technical)),
        step("counted_share", share(part), "times"),
        step("counted_income", money(counted), "equals"),
        step("other_taxable", money(input.otherTaxable)),
        step("iit_tax", money(tax)),
      ],
      assumptions: ["yearly_brackets", "one_person", "equity_deferral"],
    } satisfies Finding;
  });
}
