import type { ChallengeTarget } from "./challenge-schema";

export type TargetFault = "NO_NUMBER" | "NO_UNIT" | "NO_TEST_METHOD" | "BETWEEN_NEEDS_TWO";

const NUMBER = /[-+]?\d+(?:\.\d+)?/g;

/** Numbers in a text, full-width digits and thousands separators understood. */
export function numbersIn(text: string): number[] {
  const plain = text
    .normalize("NFKC")
    .replace(/−/g, "-")
    // "80–120" and "80~120" are two numbers, not one with a sign.
    .replace(/(\d)\s*[-–—~至到]\s*(\d)/g, "$1 $2")
    .replace(/(\d),(?=\d{3}\b)/g, "$1");
  return (plain.match(NUMBER) ?? []).map(Number);
}

/** Units that a bare number may stand for: a ratio, a count, an index without a dimension. */
const NEEDS_UNIT: ReadonlySet<string> = new Set(["GTE", "LTE", "BETWEEN"]);

/** Why nobody could measure whether a target is reached; empty when somebody could. */
export function targetFaults(target: ChallengeTarget): TargetFault[] {
  const faults: TargetFault[] = [];
  const numbers = numbersIn(target.value);
  if (target.comparator === "TEXT" || numbers.length === 0) faults.push("NO_NUMBER");
  else if (target.comparator === "BETWEEN" && numbers.length < 2) faults.push("BETWEEN_NEEDS_TWO");
  else if (NEEDS_UNIT.has(target.comparator) && target.unit.trim() === "") faults.push("NO_UNIT");
  if (target.testMethod.trim() === "") faults.push("NO_TEST_METHOD");
  return faults;
}

export type TargetLint = { index: number; name: string; faults: TargetFault[] };

/** Targets that are not measurable, with the reason for each. */
export function lintTargets(targets: readonly ChallengeTarget[]): TargetLint[] {
  return targets.flatMap((target, index) => {
    const faults = targetFaults(target);
    return faults.length > 0 ? [{ index, name: target.name, faults }] : [];
  });
}

/** Whether a measured value reaches a target; null where a person has to decide. */
export function isTargetMet(target: ChallengeTarget, measured: string): boolean | null {
  const [got] = numbersIn(measured);
  const wanted = numbersIn(target.value);
  const [first, second] = wanted;
  if (got === undefined || first === undefined) return null;
  switch (target.comparator) {
    case "GTE":
      return got >= first;
    case "LTE":
      return got <= first;
    case "EQ":
      return got === first;
    case "BETWEEN":
      return second === undefined
        ? null
        : got >= Math.min(first, second) && got <= Math.max(first, second);
    default:
      return null;
  }
}
