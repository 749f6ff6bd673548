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
import { findPolicy, type PolicyRow, rateOf } from "./policy-parameter-rules";
import type { AssumptionCode } from "./result-codes";
import { shareOf, withoutTax } from "./share-rules";

/** Consulting, service and training may follow a transfer or development; an intermediary may not. */
const MAY_BE_RELATED = new Set(["k40", "k51", "k53"]);

const REDUCED = "vat.rate.simple_reduced";
type VatKey = "vat.tt.exempt" | "vat.rate.services" | "vat.rate.simple" | typeof REDUCED;

/**
 * VAT of the seller: exempt for development, transfer, licence and the consulting and service that
 * belong to them (财税〔2016〕36号 annex 3), else 6 % or, by the simple method, 3 %. Rounded to the fen.
 */
export function vatRelief(rows: readonly PolicyRow[], input: IncentiveInput): IncentiveResult {
  const isSmall = input.taxpayer === "SMALL" || input.sellerKind === "INDIVIDUAL";
  const rateKey = isSmall ? "vat.rate.simple" : "vat.rate.services";
  const isRelated = input.isRelated && MAY_BE_RELATED.has(input.kind);
  const isWithin = contractKind(input.kind).vatBase || isRelated;
  const isTaxed = !isWithin || !input.isRegistered || !input.hasSeparateBooks;
  const keys: VatKey[] = ["vat.tt.exempt", rateKey];
  // Shown beside the law's rate, where one is in force: it is no gap if there is none.
  const hasReduced = isSmall && isTaxed && "row" in findPolicy(rows, REDUCED, input.on);
  if (hasReduced) keys.push(REDUCED);
  return underRules("vat", rows, input.on, keys, (rules) => {
    const rate = rateOf(rules[rateKey]);
    const net = input.includesVat ? withoutTax(input.technical, rate) : input.technical;
    const due = shareOf(net, rate);
    const isSure = rules["vat.tt.exempt"].confidence === "high";
    const notes: AssumptionCode[] = isSure
      ? ["approved_amount"]
      : ["vat_confirm", "approved_amount"];
    const conditions = [
      condition("vat_kind", isWithin && rules["vat.tt.exempt"].value === true),
      condition("contract_registered", input.isRegistered),
      condition("separate_books", input.hasSeparateBooks),
    ];
    const steps = [
      step("technical", money(input.technical)),
      ...(input.includesVat ? [step("net_of_vat", money(net), "equals")] : []),
      step("vat_rate", share(rate), "times"),
      step("vat_without_relief", money(due), "equals"),
    ];
    const outcome = outcomeOf(conditions);
    if (outcome === "refused") {
      const reduced = hasReduced
        ? [step("vat_reduced", money(shareOf(net, rateOf(rules[REDUCED]))))]
        : [];
      return {
        outcome,
        sentence: isWithin ? "vat_due_unregistered" : "vat_due",
        amountFen: due,
        steps: [...steps, ...reduced],
        conditions,
        assumptions: [...notes, "non_technical_own_rate"],
      } satisfies Finding;
    }
    return {
      outcome,
      sentence: "vat_exempt",
      figures: { saved: money(due) },
      amountFen: 0n,
      steps: [...steps, step("vat_payable", money(0n), "equals")],
      conditions,
      assumptions: [
        ...notes,
        "vat_no_input_credit",
        ...(input.sellerKind === "INDIVIDUAL" ? [] : (["vat_waiver"] as const)),
        ...(isRelated ? (["vat_related_invoice"] as const) : []),
        ...(input.nonTechnical > 0n ? (["non_technical_own_rate"] as const) : []),
      ],
    };
  });
}
