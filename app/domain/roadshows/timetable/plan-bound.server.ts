import loadHighs from "highs";
import type { PlanIndex } from "./plan-index";

/** Above this many columns the bound is made without the times of day. */
const COLUMNS_MOST = 60_000;

/**
 * No plan can be worth more than this: the same problem with fractions allowed and walks, set-up times,
 * orders and panels left out, solved by linear programming. Worths are whole, so the bound is rounded down.
 */
export async function boundPlan(index: PlanIndex, seconds: number): Promise<number> {
  const highs = await loadHighs();
  const bounds = [sumOfWorths(index)];
  for (const isTimed of [false, true]) {
    const model = isTimed ? timedModel(index) : untimedModel(index);
    if (!model) continue;
    const solved = highs.solve(model, { time_limit: seconds, output_flag: false });
    if (solved.Status === "Optimal") bounds.push(solved.ObjectiveValue);
  }
  return Math.floor(Math.min(...bounds) + 1e-6);
}

function sumOfWorths(index: PlanIndex): number {
  const share = index.problem.fairShare.reduce((sum, one) => sum + one, 0);
  let sum = index.problem.people.length * share;
  for (const { options } of index.activities) sum += bestOf(options);
  return sum;
}

const bestOf = (options: readonly { worth: number }[]) =>
  options.reduce((most, { worth }) => Math.max(most, worth), 0);

/** One column per activity; people and pools have so much time in all. */
function untimedModel(index: PlanIndex): string | null {
  const model = new Model(index);
  const { atoms, problem, poolCount } = index;
  const timeOf = problem.people.map((_, person) => {
    const slots = new Uint8Array(atoms);
    for (const { people, options } of index.activities) {
      if (!people.includes(person)) continue;
      for (const { start, end } of options) slots.fill(1, start, end);
    }
    return slots.reduce((sum, one) => sum + one, 0);
  });
  const tables = new Map<number, string[]>();
  for (const [activity, { people, options }] of index.activities.entries()) {
    const first = options[0];
    if (!first) continue;
    const column = model.column(bestOf(options), activity);
    const length = first.end - first.start;
    for (const person of people) model.add(`p${person}`, length, column, timeOf[person] ?? 0);
    const pool = options.every((one) => one.pool === first.pool) ? first.pool : -1;
    if (pool >= 0) tables.set(pool, [...(tables.get(pool) ?? []), `${length} ${column}`]);
  }
  for (const [pool, terms] of tables) {
    const open = new Uint8Array(atoms);
    for (const { options } of index.activities) {
      for (const one of options) if (one.pool === pool) open.fill(1, one.start, one.end);
    }
    const time = open.reduce((sum, one) => sum + one, 0) * (poolCount[pool] ?? 0);
    model.row(terms, time);
  }
  return model.text();
}

/** One column per activity and place in time; nobody and nothing in two places at once. */
function timedModel(index: PlanIndex): string | null {
  const columns = index.activities.reduce((sum, { options }) => sum + options.length, 0);
  if (columns > COLUMNS_MOST) return null;
  const model = new Model(index);
  for (const [activity, { people, options }] of index.activities.entries()) {
    for (const { start, end, pool, worth } of options) {
      const column = model.column(worth, activity);
      for (let at = start; at < end; at += 1) {
        for (const person of people) model.add(`p${person}_${at}`, 1, column, 1);
        model.add(`q${pool}_${at}`, 1, column, index.poolCount[pool] ?? 0);
      }
    }
  }
  return model.text();
}

/** A linear programme in CPLEX's text form. */
class Model {
  private readonly aims: string[] = [];
  private readonly rows: string[] = [];
  private readonly named = new Map<string, { terms: string[]; most: number }>();
  private readonly ofActivity = new Map<number, string[]>();
  private readonly ofPerson = new Map<number, string[]>();
  private readonly limits: string[] = [];
  private columns = 0;

  constructor(private readonly index: PlanIndex) {}

  column(worth: number, activity: number): string {
    const name = `x${this.columns++}`;
    this.aims.push(`${worth} ${name}`);
    this.limits.push(`${name} <= 1`);
    const own = this.ofActivity.get(activity) ?? [];
    own.push(name);
    this.ofActivity.set(activity, own);
    const { isMeeting, people } = this.index.activities[activity] ?? {
      isMeeting: false,
      people: [],
    };
    for (const person of isMeeting ? people : []) {
      const met = this.ofPerson.get(person) ?? [];
      met.push(name);
      this.ofPerson.set(person, met);
    }
    return name;
  }

  add(row: string, times: number, column: string, most: number): void {
    const found = this.named.get(row) ?? { terms: [], most };
    found.terms.push(`${times} ${column}`);
    this.named.set(row, found);
  }

  row(terms: readonly string[], most: number): void {
    this.rows.push(`c${this.rows.length}: ${terms.join(" + ")} <= ${most}`);
  }

  text(): string {
    for (const columns of this.ofActivity.values()) if (columns.length > 1) this.row(columns, 1);
    const seen = new Set<string>();
    for (const { terms, most } of this.named.values()) {
      if (terms.length <= most && most === 1) continue;
      const text = terms.join(" + ");
      // Neighbouring atoms of one slot say the same.
      if (seen.has(text)) continue;
      seen.add(text);
      this.rows.push(`c${this.rows.length}: ${text} <= ${most}`);
    }
    const { fairShare } = this.index.problem;
    for (const [person, met] of this.ofPerson) {
      const shares = fairShare.flatMap((worth, nth) => {
        if (worth <= 0) return [];
        const name = `s${person}_${nth}`;
        this.aims.push(`${worth} ${name}`);
        this.limits.push(`${name} <= 1`);
        return [name];
      });
      if (shares.length > 0) {
        this.rows.push(`c${this.rows.length}: ${shares.join(" + ")} - ${met.join(" - ")} <= 0`);
      }
    }
    const lines = ["Maximize", `obj: ${this.aims.join("\n + ")}`, "Subject To", ...this.rows];
    return [...lines, "Bounds", ...this.limits, "End"].join("\n");
  }
}
