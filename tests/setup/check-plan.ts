import type { Plan, PlanProblem } from "~/domain/roadshows/timetable/plan-problem";

/**
 * Every hard rule of a timetable that a plan breaks, in words. Written against the meaning of the problem
 * alone: it goes minute by minute and shares nothing with what makes plans.
 */
export function checkPlan(problem: PlanProblem, plan: Plan): string[] {
  const broken: string[] = [];
  const seen = new Map<string, { from: number; to: number; zone: string; people: string[] }>();
  const poolMinutes = new Map<string, number>();
  const personMinutes = new Map<string, string>();
  const meetings = new Map<string, number>();
  for (const placement of plan) {
    const { activity: id, start, pool: poolId, panel } = placement;
    const activity = problem.activities.find((one) => one.id === id);
    const pool = problem.pools.find((one) => one.id === poolId);
    if (!activity || !pool) {
      broken.push(`unknown: ${id} in ${poolId}`);
      continue;
    }
    if (seen.has(id)) broken.push(`twice: ${id}`);
    const end = start + activity.minutes;
    if (activity.locked) {
      if (activity.locked.start !== start || activity.locked.pool !== poolId) {
        broken.push(`not where it is locked: ${id}`);
      }
    } else {
      if (!activity.starts.includes(start)) broken.push(`not one of its beginnings: ${id}`);
      if (!activity.pools.includes(poolId)) broken.push(`not one of its places: ${id}`);
    }
    if (!pool.open.some(({ from, to }) => from <= start && end <= to)) {
      broken.push(`closed: ${poolId} for ${id}`);
    }
    const needed = activity.panel?.count ?? 0;
    if (panel.length !== needed) broken.push(`panel of ${panel.length}, not ${needed}: ${id}`);
    for (const one of panel) {
      if (!activity.panel?.from.includes(one)) broken.push(`may not sit: ${one} at ${id}`);
    }
    const people = [...activity.people, ...panel];
    if (new Set(people).size !== people.length) broken.push(`one person twice in ${id}`);
    for (const name of people) {
      const person = problem.people.find((one) => one.id === name);
      if (!person) broken.push(`unknown: ${name}`);
      for (let minute = start; minute < end; minute += 1) {
        if (!person?.available.some(({ from, to }) => from <= minute && minute < to)) {
          broken.push(`away: ${name} at ${id}`);
          break;
        }
      }
      for (let minute = start; minute < end; minute += 1) {
        const key = `${name} ${minute}`;
        const other = personMinutes.get(key);
        if (other !== undefined) {
          broken.push(`in two places: ${name} at ${other} and ${id}`);
          break;
        }
        personMinutes.set(key, id);
      }
      if (activity.isMeeting) meetings.set(name, (meetings.get(name) ?? 0) + 1);
    }
    for (let minute = start; minute < end + pool.setupMinutes; minute += 1) {
      const key = `${poolId} ${minute}`;
      const used = (poolMinutes.get(key) ?? 0) + 1;
      poolMinutes.set(key, used);
      if (used > pool.count) {
        broken.push(`full: ${poolId} at minute ${minute} for ${id}`);
        break;
      }
    }
    seen.set(id, { from: start, to: end, zone: pool.zone, people });
  }
  for (const { id, isRequired, locked } of problem.activities) {
    if ((isRequired || locked) && !seen.has(id)) broken.push(`missing: ${id}`);
  }
  for (const { id, meetingsMost } of problem.people) {
    if ((meetings.get(id) ?? 0) > (meetingsMost ?? Number.POSITIVE_INFINITY)) {
      broken.push(`too many meetings: ${id}`);
    }
  }
  for (const [first, second] of problem.orders) {
    const [one, other] = [seen.get(first), seen.get(second)];
    if (one && other && other.from < one.to) broken.push(`order: ${first} before ${second}`);
  }
  return [...broken, ...walksIn(problem, [...seen.values()])];
}

function walksIn(
  problem: PlanProblem,
  placed: readonly { from: number; to: number; zone: string; people: string[] }[],
): string[] {
  const broken: string[] = [];
  for (const { id } of problem.people) {
    const own = placed.filter(({ people }) => people.includes(id));
    for (const one of own) {
      for (const next of own) {
        if (next.from < one.to || next.zone === one.zone) continue;
        if (next.from - one.to < problem.walkMinutes) broken.push(`no time to walk: ${id}`);
      }
    }
  }
  return broken;
}
