import { contractKind } from "./contract-kind-rules";
import { type IncentiveResult, money, share, step, underRules } from "./incentive-result-rules";
import type { IncentiveInput } from "./incentives-schema";
import { type PolicyRow, rateOf } from "./policy-parameter-rules";
import { shareOf } from "./share-rules";

/**
 * Stamp tax of each party on the price; of a development contract only the remuneration counts, not
 * the R&D funds (国税地字〔1989〕34号). Rounded to the fen, half upwards.
 */
export function stampTax(rows: readonly PolicyRow[], input: IncentiveInput): IncentiveResult {
  const isDevelopment = contractKind(input.kind).category === "DEVELOPMENT";
  const keys: ("stamp.tech_contract" | "stamp.development_remuneration_only")[] = [
    "stamp.tech_contract",
  ];
  if (isDevelopment) keys.push("stamp.development_remuneration_only");
  return underRules("stampTax", rows, input.on, keys, (rules) => {
    const rate = rateOf(rules["stamp.tech_contract"]);
    const isReduced = isDevelopment && rules["stamp.development_remuneration_only"].value === true;
    const funds = isReduced ? input.researchFunds : 0n;
    const base = input.total - funds;
    const due = shareOf(base, rate);
    return {
      outcome: "granted",
      sentence: funds > 0n ? "stamp_due_development" : "stamp_due",
      figures: { base: money(base) },
      amountFen: due,
      steps: [
        step("total", money(input.total)),
        ...(isReduced ? [step("research_funds", money(funds), "minus")] : []),
        step("stamp_base", money(base), "equals"),
        step("stamp_rate", share(rate), "times"),
        step("stamp_due", money(due), "equals"),
      ],
      assumptions: [
        "each_party_pays",
        "vat_shown_separately",
        isDevelopment ? "development_remuneration" : "deed_same_rate",
      ],
    };
  });
}
