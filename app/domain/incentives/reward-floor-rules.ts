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
import { shareOf, toMillionths } from "./share-rules";

const NATIONAL = {
  TRANSFER: "reward.law.transfer_min",
  EQUITY: "reward.law.equity_min",
  OWN: "reward.law.own_min",
} as const;
const SHANDONG = {
  TRANSFER: "reward.sd.transfer_min",
  EQUITY: "reward.sd.equity_min",
  OWN: "reward.sd.own_min",
} as const;
const BASE = { TRANSFER: "net_income", EQUITY: "equity_value", OWN: "operating_profit" } as const;

/**
 * Least reward of those who made the achievement (促进科技成果转化法 art 45; 山东省条例 art 34). The unit's own
 * rule or agreement goes first; a government-run unit may not go below the floor. Rounded to the fen.
 */
export function rewardFloor(rows: readonly PolicyRow[], input: IncentiveInput): IncentiveResult {
  const { rewardCase } = input;
  if (rewardCase === null || input.sellerKind === "INDIVIDUAL") {
    const sentence = rewardCase === null ? "floor_not_asked" : "floor_individual";
    const nothing: Finding = { outcome: "none", sentence, amountFen: null };
    return underRules("rewardFloor", rows, input.on, [], () => nothing);
  }
  const isGovernment = isGovernmentUnit(input);
  const inShandong = isGovernment && input.inShandong;
  const lawKey = NATIONAL[rewardCase];
  const provinceKey = SHANDONG[rewardCase];
  const keys = inShandong ? ([lawKey, provinceKey] as const) : ([lawKey] as const);
  return underRules("rewardFloor", rows, input.on, keys, (rules) => {
    const law = rateOf(rules[lawKey]);
    const province = inShandong ? rateOf(rules[provinceKey]) : null;
    const floor = province !== null && province > law ? province : law;
    const agreed = input.ownRule === null ? null : toMillionths(input.ownRule / 100);
    const isAgreed = agreed !== null && (!isGovernment || agreed >= floor);
    const applied = isAgreed ? agreed : floor;
    const due = shareOf(input.rewardBase, applied);
    const fits =
      rewardCase !== "TRANSFER" ||
      ["TRANSFER", "LICENCE"].includes(contractKind(input.kind).category);
    const conditions = [condition("reward_case_fits", fits ? true : null)];
    return {
      outcome: outcomeOf(conditions),
      sentence: isAgreed ? "floor_agreed" : inShandong ? "floor_shandong" : "floor_law",
      figures: { floor: share(floor), applied: share(applied) },
      amountFen: due,
      steps: [
        step(BASE[rewardCase], money(input.rewardBase)),
        step("law_floor", share(law)),
        ...(province === null ? [] : [step("shandong_floor", share(province))]),
        ...(agreed === null ? [] : [step("own_rule", share(agreed))]),
        step("floor_due", money(due), "equals"),
      ],
      conditions,
      assumptions: [
        "unit_rule_first",
        rewardCase === "OWN" ? "three_to_five_years" : "net_income_own_definition",
        "outside_wage_cap",
        "leaders_publicity",
      ],
    };
  });
}
