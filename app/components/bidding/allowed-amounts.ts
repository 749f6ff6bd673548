/** Steps above the best price that have a button of their own. */
const STEPS = [1, 2, 5, 10] as const;

export type AllowedAmount = { steps: number; amountFen: string };

/** Amounts to choose from: the least one, and some whole steps above it. */
export function allowedAmounts(minimumFen: string, stepFen: string): AllowedAmount[] {
  const step = BigInt(stepFen);
  return STEPS.map((steps) => ({
    steps,
    amountFen: (BigInt(minimumFen) + step * BigInt(steps - 1)).toString(),
  }));
}

export type AmountCheck =
  | { kind: "ok" }
  | { kind: "low"; above: string }
  | { kind: "between"; below: string; above: string };

/** Whether an amount stands whole steps above the least one, and which ones near it do. */
export function checkAmount(amountFen: bigint, minimumFen: string, stepFen: string): AmountCheck {
  const minimum = BigInt(minimumFen);
  const step = BigInt(stepFen);
  if (amountFen < minimum) return { kind: "low", above: minimumFen };
  const rest = (amountFen - minimum) % step;
  if (rest === 0n) return { kind: "ok" };
  const below = amountFen - rest;
  return { kind: "between", below: below.toString(), above: (below + step).toString() };
}

/** Whole steps from the least amount up to another one. */
export function stepsAbove(amountFen: string, minimumFen: string, stepFen: string): number {
  return Number((BigInt(amountFen) - BigInt(minimumFen)) / BigInt(stepFen));
}
