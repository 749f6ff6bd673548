import type { Option, PlanIndex } from "./plan-index";
import { PlanModel } from "./plan-model";

/** A model with one column per activity and place in time. */
export interface TimedModel {
  model: PlanModel;
  /** Columns of an activity's options. */
  columnsOf: readonly (readonly number[])[];
}

export interface TimedOptions {
  /** What an option is worth in the model. */
  costOf: (option: Option, activity: number) => number;
  /** Activities with a column for every option; the others are left out. */
  has?: (activity: number) => boolean;
  /** Required activities take place (otherwise they only may). */
  mustPlace: boolean;
  /** With points for fair shares and neighbours. */
  hasShares: boolean;
}

/**
 * What is said exactly: nobody is in two places at once, pools with their set-up times, quotas, orders,
 * fair shares; of panels only that there are enough people in all at any time. Walking times and who sits
 * on which panel are left out; `addPresence` and `addPanels` say them.
 */
export function timedModel(index: PlanIndex, options: TimedOptions): TimedModel {
  const model = new PlanModel();
  const has = options.has ?? (() => true);
  const columnsOf = index.activities.map(({ options: own }, activity) =>
    has(activity) ? own.map((option) => model.column(options.costOf(option, activity))) : [],
  );
  for (const [activity, { isRequired }] of index.activities.entries()) {
    const own = columnsOf[activity] ?? [];
    if (isRequired && options.mustPlace && has(activity)) model.equal(own, 1);
    else if (own.length > 1) model.row(own, 1);
  }
  const timed: TimedModel = { model, columnsOf };
  addPeople(index, timed);
  addPools(index, timed);
  addPanelSums(index, timed);
  addQuotas(index, timed);
  addOrders(index, timed);
  if (options.hasShares) {
    addShares(index, timed);
    addNeighbours(index, timed);
  }
  return timed;
}

interface Use {
  column: number;
  from: number;
  to: number;
  times: number;
}

/**
 * Rows that no more than so much is in use at any time. It is enough to look when something begins, and
 * of those at the moments whose users are not among the next moment's.
 */
function addUse(model: PlanModel, uses: readonly Use[], mostAt: (at: number) => number): void {
  const starts = [...new Set(uses.map(({ from }) => from))].sort((a, b) => a - b);
  let last = "";
  for (const [nth, at] of starts.entries()) {
    const now = uses.filter(({ from, to }) => from <= at && at < to);
    const most = mostAt(at);
    const next = starts[nth + 1];
    const isWithin = next !== undefined && now.every(({ to }) => to > next) && mostAt(next) <= most;
    if (isWithin) continue;
    if (now.reduce((sum, { times }) => sum + times, 0) <= most) continue;
    const key = now.map(({ column }) => column).join();
    if (key === last) continue;
    last = key;
    model.weightedRow(
      now.map(({ column, times }) => [column, times] as const),
      most,
    );
  }
}

function usesOf(
  index: PlanIndex,
  { columnsOf }: TimedModel,
  activities: Iterable<number>,
  timesOf: (activity: number) => number,
): Use[] {
  const uses: Use[] = [];
  for (const activity of activities) {
    const times = timesOf(activity);
    if (times === 0) continue;
    for (const [nth, column] of (columnsOf[activity] ?? []).entries()) {
      const option = index.activities[activity]?.options[nth];
      if (option) uses.push({ column, from: option.start, to: option.end, times });
    }
  }
  return uses;
}

function addPeople(index: PlanIndex, timed: TimedModel): void {
  const engaged: number[][] = index.problem.people.map(() => []);
  for (const [activity, { people }] of index.activities.entries()) {
    for (const person of people) engaged[person]?.push(activity);
  }
  for (const own of engaged) {
    if (own.length < 2) continue;
    addUse(
      timed.model,
      usesOf(index, timed, own, () => 1),
      () => 1,
    );
  }
}

function addPools(index: PlanIndex, { model, columnsOf }: TimedModel): void {
  const users: Use[][] = index.poolCount.map(() => []);
  for (const [activity, { options }] of index.activities.entries()) {
    for (const [nth, column] of (columnsOf[activity] ?? []).entries()) {
      const option = options[nth];
      if (!option) continue;
      const to = option.end + (index.setup[option.pool] ?? 0);
      users[option.pool]?.push({ column, from: option.start, to, times: 1 });
    }
  }
  for (const [pool, uses] of users.entries()) {
    addUse(model, uses, () => index.poolCount[pool] ?? 0);
  }
}

/** All panels together: at any time no more seats are taken than there are people to take them. */
function addPanelSums(index: PlanIndex, timed: TimedModel): void {
  const judges = new Set(index.activities.flatMap(({ panel }) => panel?.from ?? []));
  if (judges.size === 0) return;
  const uses = usesOf(index, timed, index.activities.keys(), (activity) => {
    const { people, panel } = index.activities[activity] ?? { people: [], panel: null };
    return (panel?.count ?? 0) + people.filter((one) => judges.has(one)).length;
  });
  addUse(timed.model, uses, (at) => {
    let free = 0;
    for (const one of judges) free += index.isFree[one * index.atoms + at] ?? 0;
    return free;
  });
}

function addQuotas(index: PlanIndex, { model, columnsOf }: TimedModel): void {
  for (const [person, most] of index.meetingsMost.entries()) {
    const own = index.meetingsOf[person] ?? [];
    if (own.length > most)
      model.row(
        own.flatMap((one) => columnsOf[one] ?? []),
        most,
      );
  }
}

/** By any moment at which the first has not ended, the second has not begun. */
function addOrders(index: PlanIndex, { model, columnsOf }: TimedModel): void {
  for (const [first, { before, options }] of index.activities.entries()) {
    for (const second of before) {
      const ends = [...new Set(options.map(({ end }) => end))].sort((a, b) => a - b);
      for (const end of ends) {
        const late = (columnsOf[first] ?? []).filter((_, nth) => (options[nth]?.end ?? 0) >= end);
        const later = index.activities[second]?.options ?? [];
        const early = (columnsOf[second] ?? []).filter((_, nth) => (later[nth]?.start ?? 0) < end);
        if (late.length > 0 && early.length > 0) model.row([...late, ...early], 1);
      }
    }
  }
}

function addShares(index: PlanIndex, { model, columnsOf }: TimedModel): void {
  for (const own of index.meetingsOf) {
    const met = own.flatMap((one) => columnsOf[one] ?? []);
    if (met.length === 0) continue;
    const shares = index.problem.fairShare
      .slice(0, own.length)
      .flatMap((worth) => (worth > 0 ? [model.column(worth)] : []));
    if (shares.length > 0) model.row(shares, 0, met);
  }
}

/** Every neighbourhood is a column that needs one of the group at its end and one at its beginning. */
function addNeighbours(index: PlanIndex, { model, columnsOf }: TimedModel): void {
  const { worth, within } = index.grouping;
  if (worth === 0) return;
  for (let group = 0; group < index.groups; group += 1) {
    const pairs: number[] = [];
    let members = 0;
    const ending = new Map<string, { pool: number; at: number; columns: number[] }>();
    const beginning = new Map<string, { pool: number; at: number; columns: number[] }>();
    for (const [activity, { group: own, options }] of index.activities.entries()) {
      if (own !== group || (columnsOf[activity] ?? []).length === 0) continue;
      members += 1;
      for (const [nth, column] of (columnsOf[activity] ?? []).entries()) {
        const option = options[nth];
        if (!option || index.poolCount[option.pool] !== 1) continue;
        collect(ending, option.pool, option.end, column);
        collect(beginning, option.pool, option.start, column);
      }
    }
    const takes = new Map<number[], number[]>();
    for (const end of ending.values()) {
      for (const begin of beginning.values()) {
        const gap = begin.at - end.at;
        if (begin.pool !== end.pool || gap < 0 || gap > within) continue;
        const pair = model.column(worth);
        pairs.push(pair);
        for (const side of [end.columns, begin.columns]) {
          takes.set(side, [...(takes.get(side) ?? []), pair]);
        }
      }
    }
    for (const [columns, own] of takes) model.row(own, 0, columns);
    if (pairs.length > 0) model.row(pairs, Math.max(0, members - 1));
  }
}

function collect(
  map: Map<string, { pool: number; at: number; columns: number[] }>,
  pool: number,
  at: number,
  column: number,
): void {
  const key = `${pool}-${at}`;
  const found = map.get(key) ?? { pool, at, columns: [] };
  found.columns.push(column);
  map.set(key, found);
}
