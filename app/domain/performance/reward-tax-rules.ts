import { incentivesSchema } from "~/domain/incentives/incentives-schema";
import { individualIncomeTax } from "~/domain/incentives/individual-income-tax-rules";
import { numberOf, type PolicyRow } from "~/domain/incentives/policy-parameter-rules";
import { toYuanText } from "~/domain/shared/money";
import type { RewardFacts } from "./reward-amount-rules";

export type TaxFacts = RewardFacts & {
  isRegistered: boolean;
  isPublicised: boolean;
  /** Day of the income and day of the payment; null while unknown. */
  incomeOn: string | null;
  rewardOn: string | null;
};

/**
 * What of a cash reward counts as wages for individual income tax (财税〔2018〕58号), by the calculator's
 * rule: an estimate. `outcome` is "open" while a condition is not decided.
 */
export function countedWages(
  policies: readonly PolicyRow[],
  facts: TaxFacts,
  amountFen: bigint,
): { countedFen: bigint | null; outcome: string; source: string; factorPercent: number | null } {
  const form = incentivesSchema.parse({
    kind: `k${facts.categoryCode}`,
    total: "1",
    sellerKind: facts.sellerKind,
    cashReward: toYuanText(amountFen),
    ...(facts.isRegistered ? { isRegistered: "on" } : {}),
    ...(facts.isPublicised ? { isPublicised: "on" } : {}),
    ...(facts.incomeOn ? { incomeOn: facts.incomeOn } : {}),
    ...(facts.rewardOn ? { rewardOn: facts.rewardOn } : {}),
  });
  const result = individualIncomeTax(policies, { ...form, on: facts.on });
  const factor = result.rules.find((row) => row.key === "iit.reward.factor");
  return {
    countedFen: result.amountFen,
    outcome: result.outcome,
    source: factor?.source ?? "",
    factorPercent: factor ? numberOf(factor) * 100 : null,
  };
}
