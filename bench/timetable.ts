/**
 * Timetables of events with fixed seeds: points against the bound, against the greedy plan, and moves of
 * a change on the day against the fewest. One core: `taskset -c 0 node --import tsx bench/timetable.ts`.
 * Every plan is checked by `tests/setup/check-plan.ts`. Arguments: names of instances, or none for all.
 */
import fs from "node:fs";
import { greedyPlan } from "../app/domain/roadshows/timetable/greedy-plan";
import { pointsOf } from "../app/domain/roadshows/timetable/plan-points";
import type { Plan, PlanProblem } from "../app/domain/roadshows/timetable/plan-problem";
import { solvePlan } from "../app/domain/roadshows/timetable/solve-plan.server";
import { checkPlan } from "../tests/setup/check-plan";
import { closeHall, loseJudge, sendHome, takeTables } from "./timetable-changes";
import { digestOf, INSTANCES, type InstanceSize, makeInstance } from "./timetable-instances";

const STORED = "bench/instances/timetables.json";
const REPLAN_SECONDS = 4.5;

interface StoredBound {
  name: string;
  seed: number;
  digest: string;
  bound: number;
  best: number;
}

const stored = new Map(readStored().map((one) => [one.name, one]));
const wanted = process.argv.slice(2);
for (const size of INSTANCES) {
  if (wanted.length === 0 || wanted.includes(size.name)) await measure(size);
}
const rows = INSTANCES.flatMap(({ name }) => stored.get(name) ?? []);
fs.writeFileSync(STORED, `${JSON.stringify(rows, null, 2)}\n`);

async function measure(size: InstanceSize): Promise<void> {
  const problem = makeInstance(size);
  const digest = digestOf(problem);
  const known = stored.get(size.name);
  if (known && known.digest !== digest) throw new Error(`not the stored instance: ${size.name}`);
  const startedAt = performance.now();
  const cpuBefore = process.cpuUsage();
  const solved = await solvePlan(problem, { seed: 1, seconds: size.seconds });
  const seconds = (performance.now() - startedAt) / 1000;
  const used = process.cpuUsage(cpuBefore);
  const cpuSeconds = (used.user + used.system) / 1e6;
  const bound = Math.min(solved.bound, known?.bound ?? Number.POSITIVE_INFINITY);
  const best = Math.max(solved.points, known?.best ?? 0);
  if (best > bound) throw new Error(`a plan of ${best} above the bound of ${bound}`);
  stored.set(size.name, { name: size.name, seed: size.seed, digest, bound, best });
  const greedy = greedyPlan(problem);
  console.log(
    [
      `\n${size.name}: ${size.pitches} pitches, ${size.people} people, ${size.wishes} wishes`,
      `  plan     ${solved.points} of ${bound} points, ${percent(solved.points, bound)}${solved.points === bound ? ", proven best" : ""}, ${seconds.toFixed(1)} s, ${cpuSeconds.toFixed(1)} s of a core (asked: ${size.share * 100} % in ${size.seconds} s)`,
      `  conflicts ${checkPlan(problem, solved.plan).length}, people wait ${solved.idleMinutes} min`,
      `  greedy   ${pointsOf(problem, greedy)} points, ${percent(pointsOf(problem, greedy), bound)}, conflicts ${checkPlan(problem, greedy).length}`,
      `  placed   ${placed(problem, solved.plan)} wishes against ${placed(problem, greedy)} by greedy`,
    ].join("\n"),
  );
  const changes = [
    ["a hall closes", closeHall(problem, solved.plan)],
    ["tables are taken", takeTables(problem, solved.plan)],
    ["a judge falls ill", loseJudge(problem, solved.plan)],
    ["a speaker falls ill", sendHome(problem, solved.plan)],
  ] as const;
  for (const [what, change] of changes) {
    if (!change) continue;
    const from = performance.now();
    const { length } = change.published;
    const again = await solvePlan(
      change.problem,
      { seed: 1, seconds: REPLAN_SECONDS },
      change.published,
    );
    console.log(
      `  ${what}: moved ${again.moved.length} of ${length} (${lost(change.published, again.plan)} lost), at least ${again.fewestMoves}, placeless ${change.placeless}, conflicts ${checkPlan(change.problem, again.plan).length}, ${((performance.now() - from) / 1000).toFixed(1)} s`,
    );
  }
}

function placed(problem: PlanProblem, plan: Plan): number {
  const wishes = new Set(
    problem.activities.flatMap(({ id, isMeeting }) => (isMeeting ? [id] : [])),
  );
  return plan.filter(({ activity }) => wishes.has(activity)).length;
}

function lost(published: Plan, plan: Plan): number {
  const ids = new Set(plan.map(({ activity }) => activity));
  return published.filter(({ activity }) => !ids.has(activity)).length;
}

function percent(points: number, of: number): string {
  return `${((points / of) * 100).toFixed(2)} %`;
}

function readStored(): StoredBound[] {
  if (!fs.existsSync(STORED)) return [];
  return JSON.parse(fs.readFileSync(STORED, "utf8")) as StoredBound[];
}
