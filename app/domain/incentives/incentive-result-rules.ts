import { findPolicy, type PolicyRow, type RuleGap } from "./policy-parameter-rules";
import type { AssumptionCode, ConditionCode, SentenceCode, StepCode } from "./result-codes";

export const INCENTIVES = [
  "technicalAmount",
  "vat",
  "enterpriseIncomeTax",
  "individualIncomeTax",
  "stampTax",
  "superDeduction",
  "rewardFloor",
  "officeBonus",
  "lixia",
] as const;
export type Incentive = (typeof INCENTIVES)[number];

/** A value with its unit: money in fen, a share in millionths, a plain count, a calendar date. */
export type Figure =
  | { unit: "fen"; value: bigint }
  | { unit: "share"; value: bigint }
  | { unit: "count"; value: number }
  | { unit: "date"; value: string };

export interface Step {
  code: StepCode;
  sign: "" | "plus" | "minus" | "times" | "equals";
  figure: Figure;
}

/** Met, not met, or for a person to decide because the input does not say. */
export interface Condition {
  code: ConditionCode;
  state: "met" | "unmet" | "open";
  figures?: Record<string, Figure>;
}

/** "open": the amount holds if what is still open turns out well. "none": does not concern the case. */
export type Outcome = "granted" | "open" | "refused" | "none";

export interface Finding {
  outcome: Outcome;
  sentence: SentenceCode;
  figures?: Record<string, Figure>;
  /** The headline; null when there is nothing to compute. */
  amountFen: bigint | null;
  steps?: Step[];
  conditions?: Condition[];
  assumptions?: AssumptionCode[];
}

export interface IncentiveResult extends Required<Omit<Finding, "outcome">> {
  incentive: Incentive;
  outcome: Outcome | "unknown";
  /** The dated rules that were used. */
  rules: PolicyRow[];
  /** Set when a rule is not known for the date: nothing was computed. */
  gap: RuleGap | null;
}

export const money = (value: bigint): Figure => ({ unit: "fen", value });
export const share = (value: bigint): Figure => ({ unit: "share", value });
export const count = (value: number): Figure => ({ unit: "count", value });
export const day = (value: string): Figure => ({ unit: "date", value });

export function step(code: StepCode, figure: Figure, sign: Step["sign"] = ""): Step {
  return { code, figure, sign };
}

export function condition(
  code: ConditionCode,
  isMet: boolean | null,
  figures: Record<string, Figure> = {},
): Condition {
  return { code, state: isMet === null ? "open" : isMet ? "met" : "unmet", figures };
}

/** "refused" when one condition is not met, else "open" when one is, else "granted". */
export function outcomeOf(conditions: readonly Condition[]): "granted" | "open" | "refused" {
  if (conditions.some((one) => one.state === "unmet")) return "refused";
  return conditions.some((one) => one.state === "open") ? "open" : "granted";
}

/** Runs a rule with the rows that it needs on a date, or answers "unknown" with the first gap. */
export function underRules<K extends string>(
  incentive: Incentive,
  rows: readonly PolicyRow[],
  on: string,
  keys: readonly K[],
  work: (rules: Record<K, PolicyRow>) => Finding,
): IncentiveResult {
  const blank = { figures: {}, steps: [], conditions: [], assumptions: [] };
  const found = {} as Record<K, PolicyRow>;
  for (const key of keys) {
    const answer = findPolicy(rows, key, on);
    if ("gap" in answer) {
      const unknown = { outcome: "unknown", sentence: "rule_not_known", amountFen: null } as const;
      return { incentive, ...blank, ...unknown, rules: [], gap: answer.gap };
    }
    found[key] = answer.row;
  }
  return { incentive, ...blank, ...work(found), rules: Object.values(found), gap: null };
}
