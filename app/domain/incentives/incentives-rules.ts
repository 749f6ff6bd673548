import { enterpriseIncomeTax } from "./enterprise-income-tax-rules";
import type { IncentiveResult } from "./incentive-result-rules";
import type { IncentiveInput } from "./incentives-schema";
import { individualIncomeTax } from "./individual-income-tax-rules";
import { lixiaSubsidy } from "./lixia-subsidy-rules";
import { officeBonus } from "./office-bonus-rules";
import type { PolicyRow } from "./policy-parameter-rules";
import { rewardFloor } from "./reward-floor-rules";
import { stampTax } from "./stamp-tax-rules";
import { superDeduction } from "./super-deduction-rules";
import { technicalAmount } from "./technical-amount-rules";
import { vatRelief } from "./vat-relief-rules";

/** Every incentive for one contract, in the order of the page; an estimate, never a decision. */
export function estimateIncentives(
  rows: readonly PolicyRow[],
  input: IncentiveInput,
): IncentiveResult[] {
  return [
    technicalAmount(rows, input),
    vatRelief(rows, input),
    enterpriseIncomeTax(rows, input),
    individualIncomeTax(rows, input),
    stampTax(rows, input),
    superDeduction(rows, input),
    rewardFloor(rows, input),
    officeBonus(rows, input),
    lixiaSubsidy(rows, input),
  ];
}
