import { setImmediate as nextTurn } from "node:timers/promises";
import { seededRandom } from "#search/match/seeded-random";
import type { Option, PlanIndex } from "./plan-index";
import { PlanState } from "./plan-state";
import type { Choices } from "./plan-writing";
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
const SAMPLE = 12;
/** Rounds of cooling, each as long as all before it. */
const ROUNDS = [0.125, 0.25, 0.5, 1];

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
  const movable = index.activities.flatMap(({ options }, at) => (options.length > 1 ? [at] : []));
  let best = snapshot(state, 0);
  const ejections = new Float64Array(index.activities.length);
  const hottest = limits.heat ?? heatOf(index);
  const startedAt = performance.now();
  const span = Math.max(1, limits.untilMs - startedAt);
  let turnAt = startedAt;
  let heat = hottest;
  let round = 0;
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
      const last = ROUNDS[round] ?? 1;
      if (share > last) {
        round += 1;
        back(state, waiting, best);
        ejections.fill(0);
      }
      const roundFrom = ROUNDS[round - 1] ?? 0;
      const done = (share - roundFrom) / ((ROUNDS[round] ?? 1) - roundFrom);
      heat = (round === 0 ? hottest : hottest / 2) * 0.004 ** Math.min(1, done);
    }
    const isWaiting = waiting.size > 0 && random() < 0.5;
    const activity = isWaiting
      ? waiting.pick(random)
      : (movable[Math.floor(random() * movable.length)] ?? waiting.pick(random));
    if (activity < 0) break;
    step(state, waiting, activity, random, ejections, heat);
    if (state.value > best.value) best = snapshot(state, tries);
  }
  return { ...best, tries };
}

/** Puts in their places all that can still be there. */
function begin(state: PlanState, waiting: WaitingList, from?: Choices): void {
  for (const [activity, { options }] of state.index.activities.entries()) {
    const choice = from?.chosen[activity] ?? -1;
    const option = options[choice];
    const free = option && state.obstacles(activity, option, from?.panelOf[activity]);
    if (free && free.activities.length === 0) state.place(activity, choice, free.panel);
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

function step(
  state: PlanState,
  waiting: WaitingList,
  activity: number,
  random: () => number,
  ejections: Float64Array,
  heat: number,
): void {
  const kept = state.chosen[activity] ?? -1;
  const keptPanel = state.panelOf[activity] ?? [];
  const before = state.value;
  if (kept >= 0) state.remove(activity);
  const move = bestMove(state, activity, kept, random, ejections, heat);
  const limit = heat * -Math.log(random() + 1e-12);
  if (!move || before - (state.value + move.delta) > limit) {
    if (kept >= 0) state.place(activity, kept, keptPanel);
    return;
  }
  for (const other of move.ejected) {
    state.remove(other);
    waiting.add(other);
    ejections[other] = (ejections[other] ?? 0) + 1;
  }
  state.place(activity, move.choice, move.panel);
  waiting.delete(activity);
  for (const other of move.ejected) if (settle(state, other, random)) waiting.delete(other);
}

interface Move {
  choice: number;
  panel: readonly number[];
  ejected: number[];
  delta: number;
}

function bestMove(
  state: PlanState,
  activity: number,
  kept: number,
  random: () => number,
  ejections: Float64Array,
  heat: number,
): Move | null {
  const { options } = state.activity(activity);
  const count = Math.min(options.length, SAMPLE);
  const offset = Math.floor(random() * options.length);
  let found: (Move & { score: number }) | null = null;
  for (let turn = 0; turn < count; turn += 1) {
    const choice = (offset + turn) % options.length;
    const option = options[choice];
    if (!option || choice === kept) continue;
    const obstacles = state.obstacles(activity, option);
    if (!obstacles) continue;
    let delta = state.gain(activity, option);
    let score = delta;
    for (const other of obstacles.activities) {
      const loss = state.loss(other);
      delta -= loss;
      score -= loss + heat * 0.05 * Math.min(ejections[other] ?? 0, 40);
    }
    score += random() * heat * 0.2;
    if (!found || score > found.score) {
      found = { choice, panel: obstacles.panel, ejected: obstacles.activities, delta, score };
    }
  }
  return found;
}

/** Puts an activity where nothing is in its way and it is worth most, if there is such a place. */
function settle(state: PlanState, activity: number, random: () => number): boolean {
  const { options } = state.activity(activity);
  const offset = Math.floor(random() * options.length);
  let choice = -1;
  let most = Number.NEGATIVE_INFINITY;
  let panel: readonly number[] = [];
  for (let turn = 0; turn < options.length; turn += 1) {
    const at = (offset + turn) % options.length;
    const option = options[at] as Option;
    if (option.worth <= most) continue;
    const obstacles = state.obstacles(activity, option);
    if (!obstacles || obstacles.activities.length > 0) continue;
    [choice, most, panel] = [at, option.worth, obstacles.panel];
  }
  if (choice >= 0) state.place(activity, choice, panel);
  return choice >= 0;
}

/** Near the worth of a usual wish: at first a wish may give way for a lesser one. */
function heatOf(index: PlanIndex): number {
  const worths = index.problem.activities
    .filter((one) => !one.isRequired && !one.locked)
    .map((one) => one.worth)
    .sort((a, b) => a - b);
  return Math.max(1, index.grouping.worth, worths[Math.floor(worths.length / 2)] ?? 1);
}

const snapshot = (state: PlanState, tries: number): Found => ({
  chosen: state.chosen.slice(),
  panelOf: state.panelOf.slice(),
  value: state.value,
  tries,
});
