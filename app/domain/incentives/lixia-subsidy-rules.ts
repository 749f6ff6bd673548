import {
  condition,
  type Finding,
  type IncentiveResult,
  money,
  type Step,
  step,
  underRules,
} from "./incentive-result-rules";
import type { IncentiveInput } from "./incentives-schema";
import { fenOf, type PolicyRow, rateOf } from "./policy-parameter-rules";
import { shareOf } from "./share-rules";

const AWARD_KEYS = {
  NATIONAL_1: "lixia.award.national.1",
  NATIONAL_2: "lixia.award.national.2",
  PROVINCE_1: "lixia.award.province.1",
  PROVINCE_2: "lixia.award.province.2",
  PROVINCE_3: "lixia.award.province.3",
} as const;

/**
 * Subsidies of Lixia district of Jinan (历下政发〔2023〕4号 part 4), each at most: awards, R&D platform, key
 * laboratory, and the match of municipal grants, 0 until the municipal money is paid.
 */
export function lixiaSubsidy(rows: readonly PolicyRow[], input: IncentiveInput): IncentiveResult {
  const awardKey = AWARD_KEYS[input.award ?? "NATIONAL_1"];
  const keys = [
    "lixia.rd_platform",
    "lixia.key_lab",
    "lixia.contract_match",
    "lixia.poc_match",
    "lixia.pilot_match",
    ...(input.award ? [awardKey] : []),
  ] as const;
  if (!input.inLixia || input.sellerKind === "INDIVIDUAL") {
    const sentence = input.inLixia ? "lixia_individual" : "lixia_not_here";
    const none: Finding = { outcome: "none", sentence, amountFen: null };
    return underRules("lixia", rows, input.on, [], () => none);
  }
  return underRules("lixia", rows, input.on, keys, (rules) => {
    const isUniversity = input.sellerKind === "GOVERNMENT_UNIVERSITY";
    const match = (grant: bigint, key: keyof typeof rules) =>
      input.isGrantPaid ? shareOf(grant, rateOf(rules[key])) : 0n;
    const asked: Step[] = [];
    const add = (wanted: boolean, code: Step["code"], fen: bigint) => {
      if (wanted) asked.push(step(code, money(fen), asked.length === 0 ? "" : "plus"));
    };
    const fixed = (key: keyof typeof rules, mayHave: boolean) => (mayHave ? fenOf(rules[key]) : 0n);
    const contract = isUniversity || !input.isRegistered ? 0n : input.municipalGrant;
    add(input.municipalGrant > 0n, "contract_match", match(contract, "lixia.contract_match"));
    add(input.pocGrant > 0n, "poc_match", match(input.pocGrant, "lixia.poc_match"));
    add(input.pilotGrant > 0n, "pilot_match", match(input.pilotGrant, "lixia.pilot_match"));
    add(input.award !== null, "award", input.award ? fixed(awardKey, !isUniversity) : 0n);
    const isFirm = input.sellerKind === "FIRM";
    add(input.hasPlatform, "rd_platform", fixed("lixia.rd_platform", isFirm));
    add(input.hasKeyLab, "key_lab", fixed("lixia.key_lab", !isUniversity));
    const sum = asked.reduce(
      (all, one) => all + (one.figure.unit === "fen" ? one.figure.value : 0n),
      0n,
    );
    return {
      outcome: asked.length === 0 ? "open" : sum > 0n ? "granted" : "refused",
      sentence: asked.length === 0 ? "lixia_nothing" : "lixia_sum",
      amountFen: asked.length === 0 ? null : sum,
      steps: asked.length === 0 ? [] : [...asked, step("lixia_sum", money(sum), "equals")],
      conditions: conditionsOf(input, isUniversity, isFirm),
      assumptions: [
        "lixia_yearly_application",
        "lixia_at_most",
        "lixia_municipal_unknown",
        ...(isUniversity ? (["lixia_university"] as const) : []),
      ],
    } satisfies Finding;
  });
}

/** Only those that the asked items depend on. */
function conditionsOf(input: IncentiveInput, isUniversity: boolean, isFirm: boolean) {
  const hasGrant = input.municipalGrant + input.pocGrant + input.pilotGrant > 0n;
  const forUnits = input.municipalGrant > 0n || input.award !== null || input.hasKeyLab;
  return [
    ...(forUnits ? [condition("lixia_enterprise_or_institute", !isUniversity)] : []),
    ...(input.hasPlatform ? [condition("lixia_enterprise", isFirm)] : []),
    ...(input.municipalGrant > 0n ? [condition("contract_registered", input.isRegistered)] : []),
    ...(hasGrant ? [condition("grant_paid", input.isGrantPaid)] : []),
  ];
}
