import { keyOf } from "./explain-facts";
import { smallestHittingSet } from "./explain-hitting-set";
import { ClashOracle } from "./explain-oracle.server";
import type { Clash, ClashFact, Plan, PlanProblem } from "./plan-problem";
import { openHighs } from "./solve-highs.server";

/** Share of the time in which one set of clashing facts is made as small as it gets by itself. */
const SHRINK_SHARE = 0.7;

/**
 * Why required and locked things cannot all have their place. First one set of facts is cut down until
 * each of them is needed (Junker's QuickXplain); then smaller ones are looked for, until it is proven that
 * there are none (every clash must hit each set of facts whose absence makes a plan possible) or the time
 * is over. What was not proven is not claimed.
 * @param published a plan that may show quickly that there is no clash
 * @returns null if there is none, or none was proven in time
 */
export async function explainClash(
  problem: PlanProblem,
  published: Plan = [],
  seconds = 5,
): Promise<Clash | null> {
  const highs = openHighs();
  const startedAt = performance.now();
  try {
    const until = (share: number) => startedAt + seconds * 1000 * share;
    const first = new ClashOracle(problem, published, highs, until(SHRINK_SHARE));
    if ((await first.judge(first.facts)) !== "NO") return null;
    const shrinking = { oracle: first, hasDoubt: false };
    const facts = await shrink(shrinking, [], false, first.facts);
    const clash = { facts, isIrreducible: !shrinking.hasDoubt, isSmallest: facts.length === 1 };
    if (clash.isSmallest) return { ...clash, isIrreducible: true };
    const oracle = new ClashOracle(problem, published, highs, until(1));
    return await findSmaller(oracle, clash);
  } finally {
    await highs.close();
  }
}

interface Shrinking {
  oracle: ClashOracle;
  /** Something could not be left out only because nobody could say whether it might. */
  hasDoubt: boolean;
}

/** The facts of the list that are needed for a clash with the given ones. */
async function shrink(
  shrinking: Shrinking,
  given: readonly ClashFact[],
  isNew: boolean,
  facts: readonly ClashFact[],
): Promise<readonly ClashFact[]> {
  if (shrinking.oracle.isLate) {
    shrinking.hasDoubt = true;
    return facts;
  }
  if (isNew) {
    const verdict = await shrinking.oracle.judge(given);
    if (verdict === "NO") return [];
    if (verdict === "UNKNOWN") shrinking.hasDoubt = true;
  }
  if (facts.length <= 1) return facts;
  const half = Math.floor(facts.length / 2);
  const [head, tail] = [facts.slice(0, half), facts.slice(half)];
  const ofTail = await shrink(shrinking, [...given, ...head], true, tail);
  const ofHead = await shrink(shrinking, [...given, ...ofTail], ofTail.length > 0, head);
  return [...ofHead, ...ofTail];
}

async function findSmaller(oracle: ClashOracle, clash: Clash): Promise<Clash> {
  const repairs: Set<string>[] = [];
  const byKey = new Map(oracle.facts.map((fact) => [keyOf(fact), fact]));
  while (!oracle.isLate) {
    const keys = smallestHittingSet(repairs, clash.facts.length);
    // Every clash is at least as large as the smallest set that hits all repairs.
    if (!keys) return { ...clash, isIrreducible: true, isSmallest: true };
    const facts = keys.flatMap((key) => byKey.get(key) ?? []);
    const verdict = await oracle.judge(facts);
    if (verdict === "UNKNOWN") return clash;
    if (verdict === "NO") return { facts, isIrreducible: true, isSmallest: true };
    const kept = new Set((await grow(oracle, facts)).map(keyOf));
    repairs.push(new Set([...byKey.keys()].filter((key) => !kept.has(key))));
  }
  return clash;
}

/** As many more facts as can hold together with the given ones. */
async function grow(
  oracle: ClashOracle,
  facts: readonly ClashFact[],
): Promise<readonly ClashFact[]> {
  const own = new Set(facts.map(keyOf));
  let kept = facts;
  const waiting: (readonly ClashFact[])[] = [oracle.facts.filter((one) => !own.has(keyOf(one)))];
  for (let part = waiting.shift(); part && !oracle.isLate; part = waiting.shift()) {
    if (part.length === 0) continue;
    const verdict = await oracle.judge([...kept, ...part]);
    if (verdict === "YES") kept = [...kept, ...part];
    else if (part.length > 1) {
      const half = Math.floor(part.length / 2);
      waiting.push(part.slice(0, half), part.slice(half));
    }
  }
  return kept;
}
