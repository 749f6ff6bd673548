import type { Option } from "./plan-index";
import type { PlanState } from "./plan-state";

const NOBODY: readonly number[] = [];

/** What would have to give way to a placement, and who then sits on its panel. */
export interface Obstacles {
  activities: readonly number[];
  panel: readonly number[];
}

/** The panel with which the activity can be placed as things are; null if something is in the way. */
export function fits(
  state: PlanState,
  activity: number,
  option: Option,
  preferred = NOBODY,
): readonly number[] | null {
  const { atoms, setup, poolCount, meetingsMost, isFree } = state.index;
  const { people, panel, before, after, isMeeting } = state.activity(activity);
  const most = poolCount[option.pool] ?? 0;
  const base = option.pool * atoms;
  const end = base + option.end + (setup[option.pool] ?? 0);
  for (let at = base + option.start; at < end; at += 1) {
    if ((state.poolUse[at] ?? 0) >= most) return null;
  }
  for (const person of people) {
    if (isEngaged(state, person, option)) return null;
    if (isMeeting && (state.met[person] ?? 0) >= (meetingsMost[person] ?? 0)) return null;
  }
  for (const other of before) {
    if ((state.optionOf(other)?.start ?? Number.POSITIVE_INFINITY) < option.end) return null;
  }
  for (const other of after) if ((state.optionOf(other)?.end ?? 0) > option.start) return null;
  if (!panel) return NOBODY;
  const able = panel.from.filter(
    (one) => isHere(isFree, one * atoms, option) && !isEngaged(state, one, option),
  );
  if (able.length < panel.count) return null;
  if (preferred.length === 0) return able.slice(0, panel.count);
  const first = able.filter((one) => preferred.includes(one));
  return [...first, ...able.filter((one) => !preferred.includes(one))].slice(0, panel.count);
}

/**
 * Everything placed that clashes with the option; null if even that would not do (too few people for the
 * panel are there at all). Of a full pool and of a person's meetings those go whose loss is smallest. The
 * activity itself must not be placed.
 */
export function obstaclesTo(state: PlanState, activity: number, option: Option): Obstacles | null {
  const found = new Set<number>();
  const { people, panel, before, after, isMeeting } = state.activity(activity);
  for (const person of people) clashesOf(state, person, option, found);
  for (const other of before) {
    const placed = state.optionOf(other);
    if (placed && placed.start < option.end) found.add(other);
  }
  for (const other of after) {
    const placed = state.optionOf(other);
    if (placed && placed.end > option.start) found.add(other);
  }
  clashesOfPool(state, option, found);
  if (isMeeting) for (const person of people) clashesOfQuota(state, person, found);
  const chosen = panel ? choosePanel(state, panel, option, found) : NOBODY;
  return chosen && { activities: [...found], panel: chosen };
}

function isHere(isFree: Uint8Array, base: number, option: Option): boolean {
  for (let at = option.start; at < option.end; at += 1) if (!isFree[base + at]) return false;
  return true;
}

/** Whether somebody is elsewhere then, or so shortly before or after that the walk takes too long. */
function isEngaged(state: PlanState, person: number, option: Option): boolean {
  const { atoms, walk, zoneOf } = state.index;
  const base = person * atoms;
  for (let at = option.start; at < option.end; at += 1) {
    if (state.personAt[base + at]) return true;
  }
  if (walk === 0) return false;
  const zone = (zoneOf[option.pool] ?? 0) + 1;
  const from = Math.max(0, option.start - walk);
  const to = Math.min(atoms, option.end + walk);
  for (let at = from; at < to; at += 1) {
    const other = state.zoneAt[base + at] ?? 0;
    if (other > 0 && other !== zone) return true;
  }
  return false;
}

function clashesOf(state: PlanState, person: number, option: Option, found: Set<number>): void {
  const { atoms, walk, zoneOf } = state.index;
  const base = person * atoms;
  const zone = (zoneOf[option.pool] ?? 0) + 1;
  const from = Math.max(0, option.start - walk);
  const to = Math.min(atoms, option.end + walk);
  for (let at = from; at < to; at += 1) {
    const other = state.personAt[base + at] ?? 0;
    if (other === 0) continue;
    const isWithin = option.start <= at && at < option.end;
    if (isWithin || state.zoneAt[base + at] !== zone) found.add(other - 1);
  }
}

function clashesOfPool(state: PlanState, option: Option, found: Set<number>): void {
  const { atoms, setup, poolCount } = state.index;
  const base = option.pool * atoms;
  const most = poolCount[option.pool] ?? 0;
  const end = option.end + (setup[option.pool] ?? 0);
  for (let at = base + option.start; at < base + end; at += 1) {
    if ((state.poolUse[at] ?? 0) < most) continue;
    const users = state.usersOf[at] ?? [];
    if (users.some((one) => found.has(one))) continue;
    const least = leastOf(state, users);
    if (least >= 0) found.add(least);
  }
}

function clashesOfQuota(state: PlanState, person: number, found: Set<number>): void {
  const { meetingsMost, meetingsOf } = state.index;
  const most = meetingsMost[person] ?? 0;
  if ((state.met[person] ?? 0) < most) return;
  const placed = (meetingsOf[person] ?? []).filter(
    (one) => (state.chosen[one] ?? -1) >= 0 && !found.has(one),
  );
  while (placed.length >= most && placed.length > 0) {
    const least = leastOf(state, placed);
    found.add(least);
    placed.splice(placed.indexOf(least), 1);
  }
}

function leastOf(state: PlanState, activities: readonly number[]): number {
  let least = -1;
  let cost = Number.POSITIVE_INFINITY;
  for (const one of activities) {
    const loss = state.loss(one);
    if (loss < cost) [least, cost] = [one, loss];
  }
  return least;
}

/** Free people first; of the others those whose activity gives way anyhow or is worth least. */
function choosePanel(
  state: PlanState,
  panel: { from: readonly number[]; count: number },
  option: Option,
  found: Set<number>,
): readonly number[] | null {
  const { atoms, isFree } = state.index;
  const here = panel.from.filter((one) => isHere(isFree, one * atoms, option));
  if (here.length < panel.count) return null;
  const able: number[] = [];
  for (const one of here) if (!isEngaged(state, one, option)) able.push(one);
  if (able.length >= panel.count) return able.slice(0, panel.count);
  const own = new Set<number>();
  const costs: { person: number; cost: number }[] = [];
  for (const person of here) {
    own.clear();
    clashesOf(state, person, option, own);
    let cost = 0;
    for (const one of own) if (!found.has(one)) cost += state.loss(one);
    costs.push({ person, cost });
  }
  costs.sort((a, b) => a.cost - b.cost);
  const chosen = costs.slice(0, panel.count).map((one) => one.person);
  for (const person of chosen) clashesOf(state, person, option, found);
  return chosen;
}
