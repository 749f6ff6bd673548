import type { Plan, PlanProblem } from "../app/domain/roadshows/timetable/plan-problem";

export interface Change {
  problem: PlanProblem;
  published: Plan;
  /** Published activities that cannot stay where they were. */
  placeless: number;
}

const NOW = 11 * 60;
const DAY = 24 * 60;

/** At eleven the hall with the most ahead is lost for the day; what began before stays. */
export function closeHall(problem: PlanProblem, plan: Plan): Change | null {
  const ahead = (id: string) =>
    plan.filter(({ pool, start }) => pool === id && start >= NOW && start < DAY).length;
  const halls = problem.pools.filter(({ count }) => count === 1);
  const hall = halls.sort((a, b) => ahead(b.id) - ahead(a.id))[0];
  if (!hall) return null;
  const open = hall.open.map(({ from, to }) =>
    from < NOW && NOW < to ? { from, to: NOW } : { from, to },
  );
  const pools = problem.pools.map((pool) => (pool === hall ? { ...pool, open } : pool));
  const changed = { ...problem, pools, activities: locked(problem, plan) };
  return { problem: changed, published: plan, placeless: ahead(hall.id) };
}

/** At eleven a quarter of the tables of the rest of the day is needed for something else. */
export function takeTables(problem: PlanProblem, plan: Plan): Change | null {
  const room = problem.pools.find(({ count }) => count > 1);
  if (!room) return null;
  const busy = Math.floor(room.count * 0.75);
  const end = Math.max(...room.open.filter(({ from }) => from < DAY).map(({ to }) => to));
  const taken = Array.from({ length: room.count - busy }, (_, at) => ({
    id: `taken-${at}`,
    minutes: end - NOW,
    people: [],
    panel: null,
    pools: [room.id],
    starts: [],
    worth: 0,
    isRequired: true,
    isMeeting: false,
    prime: [],
    locked: { start: NOW, pool: room.id },
  }));
  const activities = [...locked(problem, plan), ...taken];
  return { problem: { ...problem, activities }, published: plan, placeless: 0 };
}

/** At eleven the judge with the most ahead goes home. */
export function loseJudge(problem: PlanProblem, plan: Plan): Change | null {
  const ahead = new Map<string, number>();
  for (const { start, panel } of plan) {
    if (start >= NOW) for (const one of panel) ahead.set(one, (ahead.get(one) ?? 0) + 1);
  }
  const ill = [...ahead].sort((a, b) => b[1] - a[1])[0]?.[0];
  if (!ill) return null;
  const people = problem.people.map((one) =>
    one.id === ill ? { ...one, available: [{ from: 0, to: NOW }] } : one,
  );
  const changed = { ...problem, people, activities: locked(problem, plan) };
  return { problem: changed, published: plan, placeless: 0 };
}

/** At eleven the person with the most ahead goes home; the own pitch is taken out, meetings are lost. */
export function sendHome(problem: PlanProblem, plan: Plan): Change | null {
  const ahead = new Map<string, number>();
  const activities = new Map(problem.activities.map((one) => [one.id, one]));
  for (const { activity, start } of plan) {
    if (start < NOW) continue;
    for (const one of activities.get(activity)?.people ?? []) {
      ahead.set(one, (ahead.get(one) ?? 0) + 1);
    }
  }
  const ill = [...ahead].sort((a, b) => b[1] - a[1])[0]?.[0];
  if (!ill) return null;
  const isOut = (id: string, start: number) =>
    start >= NOW && (activities.get(id)?.people.includes(ill) ?? false);
  const out = new Set(
    plan.flatMap((one) => (isOut(one.activity, one.start) ? [one.activity] : [])),
  );
  const kept = locked(problem, plan).filter(({ id }) => !out.has(id));
  const orders = problem.orders.filter((pair) => !pair.some((id) => out.has(id)));
  const published = plan.filter(({ activity }) => !out.has(activity));
  return { problem: { ...problem, activities: kept, orders }, published, placeless: 0 };
}

/** What began before stays where it is. */
function locked(problem: PlanProblem, plan: Plan): PlanProblem["activities"] {
  const startOf = new Map(plan.map((one) => [one.activity, one]));
  return problem.activities.map((one) => {
    const known = startOf.get(one.id);
    if (!known || known.start >= NOW) return one;
    return { ...one, locked: { start: known.start, pool: known.pool } };
  });
}
