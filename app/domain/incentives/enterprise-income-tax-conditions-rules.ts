import { contractKind } from "./contract-kind-rules";
import { type Condition, condition, count, share } from "./incentive-result-rules";
import type { IncentiveInput } from "./incentives-schema";
import { numberOf, type PolicyRow, rateOf } from "./policy-parameter-rules";
import { toMillionths } from "./share-rules";

/**
 * Conditions of the relief for technology transfer: a listed right, ownership or a licence of enough
 * years, registration, no buyer or seller who wholly owns the other, separate accounts (财税〔2010〕111号,
 * 〔2015〕116号). `years` is the least term of the licence, null when ownership passes.
 */
export function transferConditions(
  input: IncentiveInput,
  relatedBlock: PolicyRow,
  years: PolicyRow | null,
): Condition[] {
  return [
    condition("right_listed", contractKind(input.kind).eitBase),
    ...(years ? licenceConditions(input, numberOf(years)) : []),
    condition("contract_registered", input.isRegistered),
    relatedCondition(input, relatedBlock),
    condition("separate_books", input.hasSeparateBooks),
  ];
}

function licenceConditions(input: IncentiveInput, least: number): Condition[] {
  const term = condition(
    "licence_years",
    input.licenceYears === null ? null : input.licenceYears >= least,
    { least: count(least) },
  );
  // An exclusive licence for some countries is named by neither rule: a person decides.
  if (input.licence === "EXCLUSIVE") {
    return [term, condition("licence_worldwide", input.isWorldwide ? true : null)];
  }
  return [term, condition("owns_right", input.ownsRight)];
}

function relatedCondition(input: IncentiveInput, block: PolicyRow): Condition {
  const limit = rateOf(block);
  const isFree =
    input.relatedShare === null ? null : toMillionths(input.relatedShare / 100) < limit;
  return condition("related_share", isFree, { limit: share(limit) });
}
