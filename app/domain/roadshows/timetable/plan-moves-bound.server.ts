import type { Option, PlanIndex } from "./plan-index";
import { boundByPrices } from "./plan-model";
import { timedModel } from "./plan-rows";
import type { HighsSession } from "./solve-highs.server";

/** Up to so many columns the bound is made in whole numbers if fractions leave a doubt. */
const WHOLE_MOST = 4_000;

export interface MovesBound {
  /** Most published activities that any plan keeps somewhere. */
  kept: number;
  /** Of those that keep so many: most that stay where they were. */
  staying: number;
  /** What the search cannot surpass in these two, in its own weights. */
  value: number;
}

/**
 * How much of a published plan can be kept: a linear programme over all that `timedModel` says, in which
 * keeping one outweighs all staying. What the programme leaves out only makes more possible, so that no
 * plan moves fewer than it says.
 */
export async function boundMoves(
  index: PlanIndex,
  published: number,
  highs: HighsSession,
  seconds: number,
): Promise<MovesBound> {
  const { published: keep, staying: stay } = index.weights;
  // The same order in smaller numbers, which the optimiser takes better.
  const big = published + 1;
  const costOf = ({ isPublished }: Option, activity: number) =>
    (isKnown(index, activity) ? big : 0) + (isPublished ? 1 : 0);
  let most = simpleMost(index, big);
  const startedAt = performance.now();
  const build = (mustPlace: boolean) => timedModel(index, { costOf, mustPlace, hasShares: false });
  let { model, columnsOf } = build(true);
  let answer = await highs.solve(model.data(false), seconds, {
    ones: stayingColumns(index, columnsOf),
  });
  if (answer.status === "INFEASIBLE") {
    ({ model, columnsOf } = build(false));
    answer = await highs.solve(model.data(false), seconds / 2);
  }
  const data = model.data(false);
  if (answer.prices) most = Math.min(most, Math.floor(boundByPrices(data, answer.prices) + 1e-6));
  const left = seconds - (performance.now() - startedAt) / 1000;
  if (model.columns <= WHOLE_MOST && left > 0.2) {
    const whole = await highs.solve(model.data(true), left);
    most = Math.min(most, Math.floor(whole.bound + 1e-6));
  }
  const kept = Math.floor(most / big);
  const staying = most - kept * big;
  return { kept, staying, value: kept * keep + staying * stay };
}

function isKnown(index: PlanIndex, activity: number): boolean {
  const { keeping = 0, isRequired = false } = index.activities[activity] ?? {};
  return keeping > (isRequired ? index.weights.required : 0);
}

function simpleMost(index: PlanIndex, big: number): number {
  let most = 0;
  for (const [activity, { options }] of index.activities.entries()) {
    if (options.length === 0 || !isKnown(index, activity)) continue;
    most += big + (options.some((one) => one.isPublished) ? 1 : 0);
  }
  return most;
}

function stayingColumns(index: PlanIndex, columnsOf: readonly (readonly number[])[]): Int32Array {
  return Int32Array.from(
    columnsOf.flatMap((columns, activity) => {
      const at = index.activities[activity]?.options.findIndex((one) => one.isPublished) ?? -1;
      const column = columns[at];
      return column === undefined ? [] : [column];
    }),
  );
}
