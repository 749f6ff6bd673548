import { setImmediate as nextTurn } from "node:timers/promises";
import { seededRandom } from "#search/match/seeded-random";
import type { PlanIndex } from "./plan-index";
import { fits, obstaclesTo } from "./plan-obstacles";
import { PlanState } from "./plan-state";
import type { Choices } from "./plan-writing";

const TURN_MS = 15;
const CLOCK_EVERY = 64;
const DAY_MINUTES = 24 * 60;

export interface GapLimits {
  seed: number;
  untilMs: number;
  signal?: AbortSignal;
}

/**
 * Shortens the time that people wait between two engagements, at no cost: an activity goes to another
 * place, or changes places with one that is there, if the plan is then worth no less and people wait less.
 */
export async function searchShorterGaps(
  index: PlanIndex,
  limits: GapLimits,
  from: Choices,
): Promise<Choices> {
  const state = new PlanState(index);
  for (const [activity, choice] of from.chosen.entries()) {
    if (choice >= 0) state.place(activity, choice, from.panelOf[activity] ?? []);
  }
  const random = seededRandom(`gaps ${limits.seed}`);
  const movable = index.activities.flatMap(({ options }, activity) =>
    options.length > 1 && (from.chosen[activity] ?? -1) >= 0 ? [activity] : [],
  );
  let turnAt = performance.now();
  for (let tries = 0; movable.length > 0; tries += 1) {
    if (tries % CLOCK_EVERY === 0) {
      const now = performance.now();
      if (now >= limits.untilMs || limits.signal?.aborted) break;
      if (now - turnAt > TURN_MS) {
        await nextTurn();
        turnAt = performance.now();
      }
    }
    const activity = movable[Math.floor(random() * movable.length)] ?? 0;
    const { options } = state.activity(activity);
    tryChange(state, activity, Math.floor(random() * options.length));
  }
  return state;
}

function tryChange(state: PlanState, activity: number, choice: number): void {
  const kept = state.chosen[activity] ?? -1;
  const option = state.activity(activity).options[choice];
  if (!option || choice === kept) return;
  const panel = state.panelOf[activity] ?? [];
  const value = state.value;
  const old = state.optionOf(activity);
  state.remove(activity);
  const obstacles = obstaclesTo(state, activity, option);
  const other = obstacles?.activities[0];
  if (!old || !obstacles || obstacles.activities.length > 1) {
    state.place(activity, kept, panel);
    return;
  }
  const people = new Set([...state.activity(activity).people, ...panel, ...obstacles.panel]);
  const otherChoice = other === undefined ? -1 : (state.chosen[other] ?? -1);
  const otherPanel = other === undefined ? [] : (state.panelOf[other] ?? []);
  if (other !== undefined) {
    for (const one of [...state.activity(other).people, ...otherPanel]) people.add(one);
  }
  state.place(activity, kept, panel);
  const idle = idleOf(state, people);
  state.remove(activity);
  if (other !== undefined) state.remove(other);
  state.place(activity, choice, obstacles.panel);
  const isPlaced = other === undefined || changePlaces(state, other, old);
  if (other !== undefined) for (const one of state.panelOf[other] ?? []) people.add(one);
  if (isPlaced && state.value >= value && idleOf(state, people) < idle) return;
  if (other !== undefined) state.remove(other);
  state.remove(activity);
  if (other !== undefined) state.place(other, otherChoice, otherPanel);
  state.place(activity, kept, panel);
}

/** Puts what gave way where the other came from. */
function changePlaces(
  state: PlanState,
  activity: number,
  place: { start: number; pool: number },
): boolean {
  const { options } = state.activity(activity);
  const choice = options.findIndex((one) => one.start === place.start && one.pool === place.pool);
  const option = options[choice];
  const panel = option ? fits(state, activity, option) : null;
  if (panel) state.place(activity, choice, panel);
  return panel !== null;
}

function idleOf(state: PlanState, people: Iterable<number>): number {
  const { atoms, minutesPerAtom } = state.index;
  const perDay = DAY_MINUTES / minutesPerAtom;
  let idle = 0;
  for (const person of people) {
    const base = person * atoms;
    let lastEnd = -1;
    let lastDay = -1;
    for (let at = 0; at < atoms; at += 1) {
      if (!state.personAt[base + at]) continue;
      const day = Math.floor(at / perDay);
      if (day === lastDay) idle += at - lastEnd;
      lastDay = day;
      lastEnd = at + 1;
    }
  }
  return idle;
}
