import type { PlanIndex } from "./plan-index";
import { boundByPrices } from "./plan-model";
import { timedModel } from "./plan-rows";
import type { Choices } from "./plan-writing";
import type { HighsSession } from "./solve-highs.server";

/** Above this many columns the bound is made without a linear programme. */
const COLUMNS_MOST = 80_000;

export interface PointsBound {
  /** No plan that places all that is required has more points. */
  points: number;
  /** Required activities cannot all be placed: then the bound is that of plans without some of them. */
  isImpossible: boolean;
}

/**
 * The same problem with fractions allowed, and without walking times and without who sits on which panel
 * (see `timedModel`), as a linear programme: nothing that is left out could make a plan better. The bound
 * is taken from the programme's prices by weak duality, so that it is one whatever the optimiser rounds or
 * leaves undone. Points are whole, so the bound is rounded down.
 */
export async function boundPoints(
  index: PlanIndex,
  highs: HighsSession,
  seconds: number,
): Promise<PointsBound> {
  const simple = simpleBound(index);
  const columns = index.activities.reduce((sum, { options }) => sum + options.length, 0);
  if (columns === 0 || columns > COLUMNS_MOST) return { points: simple, isImpossible: false };
  const build = (mustPlace: boolean) =>
    timedModel(index, {
      costOf: ({ points }) => points,
      mustPlace,
      hasShares: true,
    }).model.data(false);
  const startedAt = performance.now();
  let model = build(true);
  let answer = await highs.solve(model, seconds);
  const isImpossible = answer.status === "INFEASIBLE";
  if (isImpossible) {
    model = build(false);
    answer = await highs.solve(model, seconds - (performance.now() - startedAt) / 1000);
  }
  if (!answer.prices) return { points: simple, isImpossible };
  const bound = boundByPrices(model, answer.prices);
  return { points: Math.min(simple, Math.floor(bound + 1e-6)), isImpossible };
}

/** Everything takes place at its best time. */
export function simpleBound(index: PlanIndex): number {
  let sum = 0;
  for (const { options } of index.activities) {
    sum += options.reduce((most, { points }) => Math.max(most, points), 0);
  }
  const { fairShare } = index.problem;
  for (const [person, own] of index.meetingsOf.entries()) {
    const most = Math.min(own.length, index.meetingsMost[person] ?? 0);
    for (const worth of fairShare.slice(0, most)) sum += Math.max(0, worth);
  }
  const members = new Map<number, number>();
  for (const { group } of index.activities) {
    if (group >= 0) members.set(group, (members.get(group) ?? 0) + 1);
  }
  for (const count of members.values()) sum += (count - 1) * index.grouping.worth;
  return sum;
}

/** Up to so many columns the same is asked in whole numbers. */
const WHOLE_MOST = 6_000;

/**
 * The bound in whole numbers, for small problems: it is lower where fractions hide what cannot be, and its
 * plan is the best one if walking times and panels happen to be kept in it.
 */
export async function tightenBound(
  index: PlanIndex,
  highs: HighsSession,
  seconds: () => number,
): Promise<{ points: number; choices: Choices | null }> {
  const none = { points: Number.POSITIVE_INFINITY, choices: null };
  const columns = index.activities.reduce((sum, { options }) => sum + options.length, 0);
  if (columns === 0 || columns > WHOLE_MOST) return none;
  const { model, columnsOf } = timedModel(index, {
    costOf: ({ points }) => points,
    mustPlace: true,
    hasShares: true,
  });
  const answer = await highs.solve(model.data(true), seconds());
  const values = answer.columns;
  const chosen =
    values && Int32Array.from(columnsOf, (own) => own.findIndex((one) => (values[one] ?? 0) > 0.5));
  return {
    points: Number.isFinite(answer.bound) ? Math.floor(answer.bound + 1e-6) : none.points,
    choices: chosen && { chosen, panelOf: [] },
  };
}
