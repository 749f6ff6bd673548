import { contractKind } from "./contract-kind-rules";
import { transferConditions } from "./enterprise-income-tax-conditions-rules";
import {
  type Finding,
  type IncentiveResult,
  money,
  outcomeOf,
  type Step,
  share,
  step,
  underRules,
} from "./incentive-result-rules";
import type { IncentiveInput } from "./incentives-schema";
import { fenOf, type PolicyRow, rateOf } from "./policy-parameter-rules";
import { atLeastZero, productOf, shareOf } from "./share-rules";

const KEYS = [
  "eit.tt.exempt_cap",
  "eit.tt.over_cap_factor",
  "eit.tt.related_party_block",
  "eit.rate.statutory",
] as const;

type EnterpriseTaxKey =
  | (typeof KEYS)[number]
  | "eit.rate.high_tech"
  | "eit.tt.min_licence_years"
  | "eit.tt.min_nonexclusive_years";

/**
 * Enterprise income tax on income from transferring technology: up to the cap of the tax year
 * exempt, above it half of the statutory rate (实施条例 art 90; 国税函〔2010〕157号 also for high-tech firms).
 * Earlier income of the same year uses the cap up first. Rounded to the fen.
 */
export function enterpriseIncomeTax(
  rows: readonly PolicyRow[],
  input: IncentiveInput,
): IncentiveResult {
  const yearsKey =
    contractKind(input.kind).category !== "LICENCE"
      ? null
      : input.licence === "EXCLUSIVE"
        ? "eit.tt.min_licence_years"
        : "eit.tt.min_nonexclusive_years";
  const keys: EnterpriseTaxKey[] = [...KEYS];
  if (yearsKey) keys.push(yearsKey);
  if (input.isHighTech) keys.push("eit.rate.high_tech");
  return underRules("enterpriseIncomeTax", rows, input.on, keys, (rules) => {
    if (input.sellerKind === "INDIVIDUAL") {
      return { outcome: "none", sentence: "eit_individual", amountFen: null };
    }
    const statutory = rateOf(rules["eit.rate.statutory"]);
    const own = input.isHighTech ? rateOf(rules["eit.rate.high_tech"]) : statutory;
    const half = rateOf(rules["eit.tt.over_cap_factor"]);
    const cap = fenOf(rules["eit.tt.exempt_cap"]);
    const earned = incomeOf(input);
    const income = atLeastZero(earned.income);
    const full = shareOf(income, own);
    const years = yearsKey ? rules[yearsKey] : null;
    const conditions = transferConditions(input, rules["eit.tt.related_party_block"], years);
    const outcome = outcomeOf(conditions);
    if (outcome === "refused") {
      return {
        outcome,
        sentence: "eit_refused",
        amountFen: full,
        steps: [
          ...earned.steps,
          step("own_rate", share(own), "times"),
          step("tax_without_relief", money(full), "equals"),
        ],
        conditions,
        assumptions: ["resident_enterprise", "related_services"],
      } satisfies Finding;
    }
    const rate = productOf(statutory, half);
    const taxOf = (sum: bigint) => shareOf(atLeastZero(sum - cap), rate);
    const earlier = taxOf(input.otherIncome);
    const whole = taxOf(income + input.otherIncome);
    const tax = whole - earlier;
    const over = atLeastZero(income + input.otherIncome - cap);
    return {
      outcome,
      sentence: tax === 0n ? "eit_exempt" : "eit_half",
      figures: { saved: money(full - tax), full: money(full) },
      amountFen: tax,
      steps: [
        ...earned.steps,
        ...(input.otherIncome > 0n
          ? [
              step("other_income", money(input.otherIncome), "plus"),
              step("year_income", money(income + input.otherIncome), "equals"),
            ]
          : []),
        step("cap", money(cap), "minus"),
        step("over_cap", money(over), "equals"),
        step("statutory_rate", share(statutory), "times"),
        step("half_factor", share(half), "times"),
        ...(earlier > 0n
          ? [step("year_tax", money(whole), "equals"), step("earlier_tax", money(earlier), "minus")]
          : []),
        step("tax_due", money(tax), "equals"),
        step("tax_without_relief", money(full)),
        step("tax_saved", money(full - tax)),
      ],
      conditions,
      assumptions: [
        "resident_enterprise",
        "domestic_buyer",
        "not_restricted_export",
        "year_total",
        "related_services",
        "no_vat_in_revenue",
      ],
    } satisfies Finding;
  });
}

/**
 * Ownership and exclusive licence: revenue − net cost − taxes (国税函〔2009〕212号); any other licence:
 * revenue − amortisation − taxes − share of period expenses (公告2015年第82号).
 */
function incomeOf(input: IncentiveInput): { income: bigint; steps: Step[] } {
  const isShared = contractKind(input.kind).category === "LICENCE" && input.licence !== "EXCLUSIVE";
  const expenses = isShared ? input.periodExpenses : 0n;
  const income = input.technical - input.cost - input.taxes - expenses;
  return {
    income,
    steps: [
      step("revenue", money(input.technical)),
      step(isShared ? "amortisation" : "cost", money(input.cost), "minus"),
      step("taxes", money(input.taxes), "minus"),
      ...(isShared ? [step("period_expenses", money(expenses), "minus")] : []),
      step(income < 0n ? "loss" : "income", money(income), "equals"),
    ],
  };
}
