import { fits, obstaclesTo } from "./plan-obstacles";
import type { PlanState } from "./plan-state";
import type { WaitingList } from "./search-waiting";

export interface Searching {
  state: PlanState;
  waiting: WaitingList;
  random: () => number;
  /** How often each activity gave way. */
  ejections: Float64Array;
}

const SAMPLE = 12;

/**
 * The activity takes its best place, what is in its way gives way and settles where nothing is in its
 * own. All of it is undone if the plan is then worth less by more than chance and heat allow.
 */
export function tryMove(searching: Searching, activity: number, heat: number): void {
  const { state, waiting, random, ejections } = searching;
  const kept = state.chosen[activity] ?? -1;
  const keptPanel = state.panelOf[activity] ?? [];
  const least = state.value - heat * -Math.log(random() + 1e-12);
  if (kept >= 0) state.remove(activity);
  const move = bestMove(searching, activity, kept, heat);
  if (!move || state.value + move.hope < least) {
    if (kept >= 0) state.place(activity, kept, keptPanel);
    return;
  }
  const before = move.ejected.map((other) => ({
    other,
    choice: state.chosen[other] ?? -1,
    panel: state.panelOf[other] ?? [],
  }));
  for (const other of move.ejected) state.remove(other);
  state.place(activity, move.choice, move.panel);
  const settled = move.ejected.map((other) => settle(searching, other));
  if (state.value < least) {
    for (const [nth, other] of move.ejected.entries()) if (settled[nth]) state.remove(other);
    state.remove(activity);
    for (const { other, choice, panel } of before) state.place(other, choice, panel);
    if (kept >= 0) state.place(activity, kept, keptPanel);
    return;
  }
  waiting.delete(activity);
  for (const [nth, other] of move.ejected.entries()) {
    ejections[other] = (ejections[other] ?? 0) + 1;
    if (!settled[nth]) waiting.add(other);
  }
}

interface Move {
  choice: number;
  panel: readonly number[];
  ejected: readonly number[];
  /** What the plan gains if what is required or published and gave way finds a place. */
  hope: number;
}

function bestMove(searching: Searching, activity: number, kept: number, heat: number): Move | null {
  const { state, random, ejections } = searching;
  const { options } = state.activity(activity);
  const count = Math.min(options.length, SAMPLE);
  const offset = Math.floor(random() * options.length);
  let found: (Move & { score: number }) | null = null;
  for (let turn = 0; turn < count; turn += 1) {
    const choice = (offset + turn) % options.length;
    const option = options[choice];
    if (!option || choice === kept) continue;
    const obstacles = obstaclesTo(state, activity, option);
    if (!obstacles) continue;
    let hope = state.gain(activity, option);
    let worry = random() * heat * 0.2;
    for (const other of obstacles.activities) {
      hope -= state.loss(other) - state.activity(other).keeping;
      worry -= heat * 0.05 * Math.min(ejections[other] ?? 0, 40);
    }
    const score = hope + worry;
    if (!found || score > found.score) {
      found = { choice, panel: obstacles.panel, ejected: obstacles.activities, hope, score };
    }
  }
  return found;
}

/** Puts an activity where nothing is in its way and it is worth most, if there is such a place. */
export function settle({ state, random }: Searching, activity: number): boolean {
  const { options } = state.activity(activity);
  const offset = Math.floor(random() * options.length);
  let choice = -1;
  let most = Number.NEGATIVE_INFINITY;
  let panel: readonly number[] = [];
  for (let turn = 0; turn < options.length; turn += 1) {
    const at = (offset + turn) % options.length;
    const option = options[at];
    if (!option) continue;
    const gain = state.gain(activity, option);
    if (gain <= most) continue;
    const able = fits(state, activity, option);
    if (able) [choice, most, panel] = [at, gain, able];
  }
  if (choice >= 0) state.place(activity, choice, panel);
  return choice >= 0;
}
