import { setImmediate as nextTurn } from "node:timers/promises";
import { seededRandom } from "#search/match/seeded-random";
import { greedyChoices } from "./greedy-plan";
import type { PlanIndex } from "./plan-index";
import { fits } from "./plan-obstacles";
import { PlanState } from "./plan-state";
import type { Choices } from "./plan-writing";
import { tryBlock } from "./search-block";
import { type Searching, settle, tryMove } from "./search-move";
import { WaitingList } from "./search-waiting";

export interface SearchLimits {
  /** A number that makes the run repeatable, as far as the clock lets it. */
  seed: number;
  /** Stops at the latest after so many tries. */
  tries: number;
  /** Milliseconds of the process's clock, at the latest. */
  untilMs: number;
  /** No plan can be worth more: the search stops when it gets there. May become known on the way. */
  bound: () => number;
  /** At first a loss of this size is often accepted; by default about a usual wish. */
  heat?: number;
  /** Only these are moved of their own accord; by default all. */
  movable?: readonly number[];
  signal?: AbortSignal;
}

/** The choice of each activity, its panel, and what the plan is worth. */
export interface Found extends Choices {
  value: number;
  tries: number;
}

const CLOCK_EVERY = 64;
/** The process does other things after so many milliseconds. */
const TURN_MS = 15;
const REQUIRED_SHARE = 0.3;
const BLOCK_SHARE = 0.5;
const WAITING_SHARE = 0.3;
/** Ends of the rounds of cooling, as shares of the time; in the first only what is required is placed. */
const ROUNDS = [0.1, 0.25, 0.4, 0.55, 0.7, 0.85, 1];
const COOLING = 0.01;

/**
 * Simulated annealing with ejection: an activity takes its best place, whatever is in its way gives way
 * and looks for another. What gave way often is pushed out less readily (conflict-based statistics, Müller
 * 2005), so that the search does not turn in a circle. Every state on the way keeps every rule.
 */
export async function searchPlan(
  index: PlanIndex,
  limits: SearchLimits,
  from?: Choices,
): Promise<Found> {
  const state = new PlanState(index);
  const random = seededRandom(String(limits.seed));
  const waiting = new WaitingList(index.activities.length);
  begin(state, waiting, from);
  const ejections = new Float64Array(index.activities.length);
  const searching = { state, waiting, random, ejections };
  const movable =
    limits.movable ??
    index.activities.flatMap(({ options }, at) => (options.length > 1 ? [at] : []));
  const required = movable.filter((one) => index.activities[one]?.isRequired);
  let best = snapshot(state, 0);
  const hottest = limits.heat ?? heatOf(index);
  const startedAt = performance.now();
  const span = Math.max(1, limits.untilMs - startedAt);
  const isFirst = from === undefined && required.length > 0;
  const hasBlocks = index.grouping.worth > 0;
  let round = isFirst ? 0 : 1;
  let turnAt = startedAt;
  let heat = hottest;
  let tries = 0;
  for (; tries < limits.tries && best.value < limits.bound(); tries += 1) {
    if (tries % CLOCK_EVERY === 0) {
      const now = performance.now();
      if (now >= limits.untilMs || limits.signal?.aborted) break;
      if (now - turnAt > TURN_MS) {
        await nextTurn();
        turnAt = performance.now();
      }
      const share = Math.max((now - startedAt) / span, tries / limits.tries);
      if (share > (ROUNDS[round] ?? 1)) {
        round += 1;
        back(state, waiting, best);
        ejections.fill(0);
      }
      const roundFrom = ROUNDS[round - 1] ?? 0;
      const done = (share - roundFrom) / ((ROUNDS[round] ?? 1) - roundFrom);
      heat = (round <= 1 ? hottest : hottest / 2) * COOLING ** Math.min(1, done);
    }
    const activity = pick(waiting, required, round === 0 ? required : movable, random);
    if (activity < 0) break;
    const isGrouped = hasBlocks && index.activities[activity]?.group !== -1;
    const isBlock = isGrouped && (state.chosen[activity] ?? -1) >= 0 && random() < BLOCK_SHARE;
    if (isBlock) tryBlock(searching, activity, heat);
    else tryMove(searching, activity, heat);
    if (state.value > best.value) best = snapshot(state, tries);
  }
  if (limits.movable === undefined && best.value < limits.bound()) {
    fill(searching, best, required);
    if (state.value > best.value) best = snapshot(state, tries);
  }
  return { ...best, tries };
}

/** However short the time was: what still has no place in the best plan takes one where nothing is in its way. */
function fill(searching: Searching, best: Found, required: readonly number[]): void {
  const { state, waiting } = searching;
  back(state, waiting, best);
  for (const activity of [...required, ...state.index.activities.keys()]) {
    if ((state.chosen[activity] ?? -1) < 0 && settle(searching, activity)) waiting.delete(activity);
  }
}

/** What is required has the largest effect on the others and is the least in number. */
function pick(
  waiting: WaitingList,
  required: readonly number[],
  movable: readonly number[],
  random: () => number,
): number {
  const draw = random();
  if (draw > 1 - WAITING_SHARE && waiting.size > 0 && movable !== required) {
    return waiting.pick(random);
  }
  const list = draw < REQUIRED_SHARE && required.length > 0 ? required : movable;
  return list[Math.floor(random() * list.length)] ?? waiting.pick(random);
}

/** Puts in their places all that can still be there; at first what is required. */
function begin(state: PlanState, waiting: WaitingList, from?: Choices): void {
  const { activities } = state.index;
  const known = from ?? greedyChoices(state.index, (one) => activities[one]?.isRequired === true);
  for (const [activity, { options }] of activities.entries()) {
    const choice = known.chosen[activity] ?? -1;
    const option = options[choice];
    const panel = option && fits(state, activity, option, known.panelOf[activity]);
    if (panel) state.place(activity, choice, panel);
    else if (options.length > 0) waiting.add(activity);
  }
}

function back(state: PlanState, waiting: WaitingList, best: Found): void {
  for (let activity = 0; activity < best.chosen.length; activity += 1) state.remove(activity);
  for (const [activity, { options }] of state.index.activities.entries()) {
    const choice = best.chosen[activity] ?? -1;
    if (choice >= 0) state.place(activity, choice, best.panelOf[activity] ?? []);
    if (choice >= 0) waiting.delete(activity);
    else if (options.length > 0) waiting.add(activity);
  }
}

/** Above the worth of a usual wish: at first a wish may give way for a lesser one. */
function heatOf(index: PlanIndex): number {
  const worths = index.problem.activities
    .filter((one) => !one.isRequired && !one.locked)
    .map((one) => one.worth)
    .sort((a, b) => a - b);
  return 2 * Math.max(1, index.grouping.worth, worths[Math.floor(worths.length / 2)] ?? 1);
}

const snapshot = (state: PlanState, tries: number): Found => ({
  chosen: state.chosen.slice(),
  panelOf: state.panelOf.slice(),
  value: state.value,
  tries,
});
