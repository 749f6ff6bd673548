import type { PlanProblem } from "./plan-problem";

/** Minutes of an atom: the largest step that starts, lengths, walks and set-up times share. */
export function stepOf(problem: PlanProblem): number {
  let step = 0;
  const take = (value: number) => {
    step = gcd(step, value);
  };
  take(problem.walkMinutes);
  for (const pool of problem.pools) take(pool.setupMinutes);
  for (const activity of problem.activities) {
    take(activity.minutes);
    for (const start of activity.starts) take(start);
    if (activity.locked) take(activity.locked.start);
  }
  return Math.max(step, 1);
}

function gcd(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y > 0) [x, y] = [y, x % y];
  return x;
}
