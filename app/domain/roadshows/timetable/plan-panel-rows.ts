import type { Option, PlanIndex } from "./plan-index";
import type { TimedModel } from "./plan-rows";

/** A person's part in an option: a column that is 1 if the person is there. */
interface Part {
  column: number;
  option: Option;
}

/**
 * Makes a timed model exact: who sits on which panel, and that nobody has to be in two zones within a
 * walk. Many columns: for few activities only.
 */
export function addPanelsAndWalks(index: PlanIndex, { model, columnsOf }: TimedModel): void {
  const partsOf: Part[][] = index.problem.people.map(() => []);
  const judges = new Set<number>();
  for (const [activity, { people, panel, options }] of index.activities.entries()) {
    for (const [nth, column] of (columnsOf[activity] ?? []).entries()) {
      const option = options[nth];
      if (!option) continue;
      for (const person of people) partsOf[person]?.push({ column, option });
      if (!panel) continue;
      const seats: number[] = [];
      for (const person of panel.from) {
        if (!isHere(index, person, option)) continue;
        const seat = model.column(0);
        seats.push(seat);
        judges.add(person);
        model.row([seat], 0, [column]);
        partsOf[person]?.push({ column: seat, option });
      }
      model.weightedRow([...seats.map((one) => [one, -1] as const), [column, panel.count]], 0);
    }
  }
  for (const [person, parts] of partsOf.entries()) {
    if (judges.has(person)) addOnce(model, parts);
    if (index.walk > 0) addWalks(index, model, parts);
  }
}

function isHere(index: PlanIndex, person: number, option: Option): boolean {
  const base = person * index.atoms;
  for (let at = option.start; at < option.end; at += 1) if (!index.isFree[base + at]) return false;
  return true;
}

function addOnce(model: TimedModel["model"], parts: readonly Part[]): void {
  for (const at of new Set(parts.map(({ option }) => option.start))) {
    const now = parts.filter(({ option }) => option.start <= at && at < option.end);
    if (now.length > 1)
      model.row(
        now.map(({ column }) => column),
        1,
      );
  }
}

/** From an end in one zone on, for as long as the walk takes, nothing begins in another. */
function addWalks(index: PlanIndex, model: TimedModel["model"], parts: readonly Part[]): void {
  const zoneOf = (option: Option) => index.zoneOf[option.pool] ?? 0;
  if (new Set(parts.map(({ option }) => zoneOf(option))).size < 2) return;
  const ends = new Map<string, { end: number; zone: number; columns: number[] }>();
  for (const { column, option } of parts) {
    const zone = zoneOf(option);
    const key = `${zone} ${option.end}`;
    const found = ends.get(key) ?? { end: option.end, zone, columns: [] };
    found.columns.push(column);
    ends.set(key, found);
  }
  for (const { end, zone, columns } of ends.values()) {
    const next = new Map<number, number[]>();
    for (const { column, option } of parts) {
      const isSoon = end <= option.start && option.start < end + index.walk;
      if (!isSoon || zoneOf(option) === zone) continue;
      next.set(option.start, [...(next.get(option.start) ?? []), column]);
    }
    // Two of one list never both hold, as they share a moment.
    for (const soon of next.values()) model.row([...columns, ...soon], 1);
  }
}
