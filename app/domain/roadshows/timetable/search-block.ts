import type { Option } from "./plan-index";
import { obstaclesTo } from "./plan-obstacles";
import type { PlanState } from "./plan-state";
import { type Searching, settle } from "./search-move";

interface Former {
  activity: number;
  choice: number;
  panel: readonly number[];
}

/**
 * All neighbours of one group move together, to another time or hall: one by one they would first have to
 * leave each other. Undone like any move that makes the plan worth too little.
 */
export function tryBlock(searching: Searching, activity: number, heat: number): void {
  const { state, waiting, random } = searching;
  const { options } = state.activity(activity);
  const old = state.optionOf(activity);
  const target = options[Math.floor(random() * options.length)];
  if (!old || !target) return;
  const least = state.value - heat * -Math.log(random() + 1e-12);
  const block = blockOf(state, activity, old);
  const choices: number[] = [];
  for (const one of block) {
    const start = (state.optionOf(one)?.start ?? 0) + target.start - old.start;
    const places = state.activity(one).options;
    const choice = places.findIndex((place) => place.start === start && place.pool === target.pool);
    if (choice < 0) return;
    choices.push(choice);
  }
  const former: Former[] = [];
  for (const one of block) takeOut(state, one, former);
  const gone: number[] = [];
  for (const [nth, one] of block.entries()) {
    const choice = choices[nth] ?? -1;
    const option = state.activity(one).options[choice];
    const obstacles = option && obstaclesTo(state, one, option);
    if (!obstacles || obstacles.activities.some((other) => block.includes(other))) {
      undo(state, block, gone, former);
      return;
    }
    for (const other of obstacles.activities) {
      takeOut(state, other, former);
      gone.push(other);
    }
    state.place(one, choice, obstacles.panel);
  }
  for (const other of gone) settle(searching, other);
  if (state.value < least) {
    undo(state, block, gone, former);
    return;
  }
  for (const other of gone) if ((state.chosen[other] ?? -1) < 0) waiting.add(other);
}

function takeOut(state: PlanState, activity: number, former: Former[]): void {
  const choice = state.chosen[activity] ?? -1;
  former.push({ activity, choice, panel: state.panelOf[activity] ?? [] });
  state.remove(activity);
}

function undo(
  state: PlanState,
  block: readonly number[],
  gone: readonly number[],
  former: readonly Former[],
): void {
  for (const one of gone) state.remove(one);
  for (const one of block) state.remove(one);
  for (const { activity, choice, panel } of former) state.place(activity, choice, panel);
}

/** The activity with those of its group that follow one another around it. */
function blockOf(state: PlanState, activity: number, option: Option): number[] {
  const { atoms, grouping } = state.index;
  const { group } = state.activity(activity);
  const base = option.pool * atoms;
  const block = [activity];
  for (let [at, end] = [option.start - 1, option.start]; at >= 0; at -= 1) {
    if (at < end - grouping.within - 1) break;
    const other = state.usersOf[base + at]?.[0];
    const place = other === undefined ? undefined : state.optionOf(other);
    if (other === undefined || !place || block.includes(other)) continue;
    if (state.activity(other).group !== group) break;
    block.push(other);
    end = place.start;
  }
  for (let [at, end] = [option.end, option.end]; at < atoms; at += 1) {
    if (at > end + grouping.within) break;
    const other = state.usersOf[base + at]?.[0];
    const place = other === undefined ? undefined : state.optionOf(other);
    if (other === undefined || !place || block.includes(other)) continue;
    if (state.activity(other).group !== group) break;
    block.push(other);
    end = place.end;
  }
  return block;
}
