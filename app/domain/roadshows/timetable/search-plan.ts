import { seededRandom } from "#search/match/seeded-random";
import type { PlanIndex } from "./plan-index";
import { PlanState } from "./plan-state";
import type { Choices } from "./plan-writing";

export interface SearchLimits {
  /** A number that makes the run repeatable. */
  seed: number;
  /** Stops at the latest after so many tries. */
  tries: number;
  /** Milliseconds of the process's clock, at the latest. */
  untilMs: number;
  /** No plan can be worth more: the search stops when it gets there. */
  bound: number;
}

/** The choice of each activity, its panel, and what the plan is worth. */
export interface Found {
  chosen: Int32Array;
  panelOf: (readonly number[])[];
  value: number;
  tries: number;
}

const CLOCK_EVERY = 256;
const SAMPLE = 12;

/**
 * Simulated annealing with ejection: an activity takes its best place, whatever is in its way gives way
 * and looks for another. What gave way often is pushed out less readily (conflict-based statistics, Müller
 * 2005), so that the search does not turn in a circle. Every state on the way keeps every rule.
 */
export function searchPlan(index: PlanIndex, limits: SearchLimits, from?: Choices): Found {
  const state = new PlanState(index);
  const random = seededRandom(String(limits.seed));
  const waiting = new WaitingList(index.activities.length);
  for (const [activity, { options }] of index.activities.entries()) {
    const choice = from?.chosen[activity] ?? -1;
    const option = options[choice];
    const free = option && state.obstacles(activity, option);
    if (free && free.activities.length === 0) state.place(activity, choice, free.panel);
    else if (options.length > 0) waiting.add(activity);
  }
  const movable = index.activities.flatMap(({ options }, at) => (options.length > 1 ? [at] : []));
  let best = snapshot(state, 0);
  const ejections = new Float64Array(index.activities.length);
  const startHeat = heatOf(index);
  const startedAt = performance.now();
  const span = Math.max(1, limits.untilMs - startedAt);
  let heat = startHeat;
  let tries = 0;
  for (; tries < limits.tries && best.value < limits.bound; tries += 1) {
    if (tries % CLOCK_EVERY === 0) {
      const now = performance.now();
      if (now >= limits.untilMs) break;
      const share = Math.max((now - startedAt) / span, tries / limits.tries);
      heat = startHeat * 0.002 ** share;
    }
    const isWaiting = waiting.size > 0 && random() < 0.5;
    const activity = isWaiting
      ? waiting.pick(random)
      : (movable[Math.floor(random() * movable.length)] ?? -1);
    if (activity < 0) break;
    const kept = state.chosen[activity] ?? -1;
    const keptPanel = state.panelOf[activity] ?? [];
    const before = state.value;
    if (kept >= 0) state.remove(activity);
    const move = bestMove(state, activity, kept, random, ejections, heat);
    const limit = heat * -Math.log(random() + 1e-12);
    if (!move || before - (state.value + move.delta) > limit) {
      if (kept >= 0) state.place(activity, kept, keptPanel);
      continue;
    }
    for (const other of move.ejected) {
      state.remove(other);
      waiting.add(other);
      ejections[other] = (ejections[other] ?? 0) + 1;
    }
    state.place(activity, move.choice, move.panel);
    waiting.delete(activity);
    for (const other of move.ejected) if (settle(state, other, random)) waiting.delete(other);
    if (state.value > best.value) best = snapshot(state, tries);
  }
  return { ...best, tries };
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

/** Puts an activity where nothing is in its way, if there is such a place. */
function settle(state: PlanState, activity: number, random: () => number): boolean {
  const { options } = state.activity(activity);
  const offset = Math.floor(random() * options.length);
  for (let turn = 0; turn < options.length; turn += 1) {
    const choice = (offset + turn) % options.length;
    const option = options[choice];
    const obstacles = option && state.obstacles(activity, option);
    if (obstacles && obstacles.activities.length === 0) {
      state.place(activity, choice, obstacles.panel);
      return true;
    }
  }
  return false;
}

/** Near the worth of a usual wish: at first a wish may give way for a lesser one. */
function heatOf(index: PlanIndex): number {
  const worths = index.problem.activities
    .filter((one) => !one.isRequired)
    .map((one) => one.worth)
    .sort((a, b) => a - b);
  return Math.max(1, worths[Math.floor(worths.length / 2)] ?? 1);
}

const snapshot = (state: PlanState, tries: number): Found => ({
  chosen: state.chosen.slice(),
  panelOf: state.panelOf.slice(),
  value: state.value,
  tries,
});

/** What has no place yet; picked evenly. */
class WaitingList {
  private readonly list: number[] = [];
  private readonly at: Int32Array;

  constructor(count: number) {
    this.at = new Int32Array(count).fill(-1);
  }

  get size(): number {
    return this.list.length;
  }

  add(activity: number): void {
    if ((this.at[activity] ?? -1) >= 0) return;
    this.at[activity] = this.list.length;
    this.list.push(activity);
  }

  delete(activity: number): void {
    const at = this.at[activity] ?? -1;
    if (at < 0) return;
    const last = this.list.pop() ?? activity;
    if (last !== activity) {
      this.list[at] = last;
      this.at[last] = at;
    }
    this.at[activity] = -1;
  }

  pick(random: () => number): number {
    return this.list[Math.floor(random() * this.list.length)] ?? -1;
  }
}
