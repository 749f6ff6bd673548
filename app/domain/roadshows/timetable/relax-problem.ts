import type { Activity, Plan, PlanProblem } from "./plan-problem";

/**
 * A problem in which what had no place asks for less, for a change on the day: panels are content with the
 * judges who can be there, or with one fewer; items take place without those who are away; what was locked
 * may be elsewhere; a meeting may fail. What is kept stays.
 * @param target where activities are wanted
 */
export function relaxProblem(
  problem: PlanProblem,
  missing: ReadonlySet<string>,
  kept: ReadonlySet<string>,
  target: Plan,
): PlanProblem {
  const wanted = new Map(target.map(({ activity, start }) => [activity, start]));
  const available = new Map(problem.people.map((one) => [one.id, one.available]));
  const comes = (id: string, { minutes }: Activity, starts: readonly number[]) =>
    starts.some((from) =>
      (available.get(id) ?? []).some((span) => span.from <= from && from + minutes <= span.to),
    );
  return {
    ...problem,
    activities: problem.activities.map((one) => {
      if (kept.has(one.id) || !missing.has(one.id)) return one;
      if (one.isMeeting) return { ...one, locked: null, isRequired: false };
      const isItem = one.id.startsWith("item:");
      const start = one.locked?.start ?? wanted.get(one.id);
      const starts = isItem || start === undefined ? one.starts : [start];
      return {
        ...one,
        locked: null,
        people: isItem ? one.people.filter((id) => comes(id, one, starts)) : one.people,
        panel: judgesFor(one, (id) => comes(id, one, starts)),
      };
    }),
  };
}

function judgesFor({ panel, locked }: Activity, comes: (id: string) => boolean): Activity["panel"] {
  if (!panel) return null;
  const there = panel.from.filter(comes).length;
  if (there < panel.count) return { ...panel, count: there };
  // Elsewhere there may be enough; where enough would come, they are wanted elsewhere at the same time.
  return locked ? panel : { ...panel, count: Math.min(panel.count, Math.max(1, panel.count - 1)) };
}
