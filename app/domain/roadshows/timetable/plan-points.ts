import type { Plan, PlanProblem } from "./plan-problem";

/** What a plan is worth: taking place, prime times, fair shares, neighbours of one group. */
export function pointsOf(problem: PlanProblem, plan: Plan): number {
  const activities = new Map(problem.activities.map((one) => [one.id, one]));
  const meetings = new Map<string, number>();
  let points = 0;
  for (const { activity: id, start } of plan) {
    const activity = activities.get(id);
    if (!activity) continue;
    points += activity.worth;
    for (const { from, to, worth } of activity.prime) {
      if (from <= start && start < to) points += worth;
    }
    if (!activity.isMeeting) continue;
    for (const person of activity.people) {
      const met = meetings.get(person) ?? 0;
      points += problem.fairShare[met] ?? 0;
      meetings.set(person, met + 1);
    }
  }
  return points + neighbourPoints(problem, plan);
}

function neighbourPoints(problem: PlanProblem, plan: Plan): number {
  const { grouping } = problem;
  if (!grouping) return 0;
  const activities = new Map(problem.activities.map((one) => [one.id, one]));
  const halls = new Set(problem.pools.flatMap(({ id, count }) => (count === 1 ? [id] : [])));
  const grouped = problem.activities.filter(({ group }) => group);
  const shortest = Math.min(...grouped.map(({ minutes }) => minutes));
  const within = Math.min(grouping.withinMinutes, shortest - 1);
  const placed = plan.flatMap(({ activity: id, start, pool }) => {
    const { group, minutes } = activities.get(id) ?? {};
    return group && minutes && halls.has(pool)
      ? [{ group, pool, start, end: start + minutes }]
      : [];
  });
  placed.sort((a, b) => (a.pool === b.pool ? a.start - b.start : a.pool < b.pool ? -1 : 1));
  let pairs = 0;
  for (const [at, one] of placed.entries()) {
    const last = placed[at - 1];
    if (last?.pool !== one.pool || last.group !== one.group) continue;
    if (one.start - last.end <= within) pairs += 1;
  }
  return pairs * grouping.worth;
}

/** Minutes that people wait between two engagements of one day (of 24 hours), all together. */
export function idleMinutesOf(problem: PlanProblem, plan: Plan): number {
  const minutesOf = new Map(problem.activities.map((one) => [one.id, one]));
  const spans = new Map<string, { from: number; to: number }[]>();
  for (const { activity: id, start, panel } of plan) {
    const activity = minutesOf.get(id);
    if (!activity) continue;
    for (const person of [...activity.people, ...panel]) {
      const own = spans.get(person) ?? [];
      own.push({ from: start, to: start + activity.minutes });
      spans.set(person, own);
    }
  }
  const day = 24 * 60;
  let idle = 0;
  for (const own of spans.values()) {
    own.sort((a, b) => a.from - b.from);
    for (const [at, { from }] of own.entries()) {
      const last = own[at - 1];
      if (!last || Math.floor(last.from / day) !== Math.floor(from / day)) continue;
      idle += Math.max(0, from - last.to);
    }
  }
  return idle;
}
