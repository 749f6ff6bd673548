import { expect, it } from "vitest";
import { seededRandom } from "#search/match/seeded-random";
import { indexProblem } from "./plan-index";
import { idleMinutesOf, pointsOf } from "./plan-points";
import type { Activity, PlanProblem } from "./plan-problem";
import { readPlan, writePlan } from "./plan-writing";
import { searchShorterGaps } from "./search-gaps";
import { searchPlan } from "./search-plan";

const open = [{ from: 0, to: 240 }];
const every20 = Array.from({ length: 12 }, (_, at) => at * 20);

/** Eight pitches of two fields with panels, and thirty wishes of their presenters. */
function problem(): PlanProblem {
  const random = seededRandom("timetable");
  const pick = (count: number) => Math.floor(random() * count);
  const judges = ["j1", "j2", "j3", "j4"];
  const one = (change: Partial<Activity> & { id: string }): Activity => ({
    minutes: 15,
    people: [],
    panel: null,
    pools: ["hall-1", "hall-2"],
    starts: every20,
    worth: 0,
    isRequired: true,
    isMeeting: false,
    prime: [],
    locked: null,
    ...change,
  });
  const pitches = Array.from({ length: 8 }, (_, at) =>
    one({
      id: `pitch-${at}`,
      people: [`p${at}`],
      panel: { from: judges.filter((_, nth) => nth !== at % 4), count: 2 },
      prime: [{ from: 0, to: 60, worth: pick(4) }],
      group: at % 2 === 0 ? "a" : "b",
    }),
  );
  const meetings = Array.from({ length: 30 }, (_, at) =>
    one({
      id: `meeting-${at}`,
      minutes: 20,
      people: [`p${pick(8)}`, `q${pick(6)}`],
      pools: ["tables"],
      worth: 1 + pick(9),
      isRequired: false,
      isMeeting: true,
    }),
  );
  const names = ["p", "q"].flatMap((side) => every20.map((_, at) => `${side}${at}`));
  return {
    pools: [
      { id: "hall-1", zone: "1", count: 1, open, setupMinutes: 5 },
      { id: "hall-2", zone: "2", count: 1, open, setupMinutes: 5 },
      { id: "tables", zone: "3", count: 3, open, setupMinutes: 0 },
    ],
    people: [...names, ...judges].map((id) => ({ id, available: open, meetingsMost: 6 })),
    activities: [...pitches, ...meetings],
    orders: [["pitch-0", "pitch-3"]],
    walkMinutes: 5,
    fairShare: [4, 2],
    grouping: { worth: 3, withinMinutes: 5 },
  };
}

const LIMITS = { seed: 3, tries: 1500, untilMs: Number.POSITIVE_INFINITY };

it("counts on the way what the plan is worth in the end, and is repeatable", async () => {
  const index = indexProblem(problem());
  const limits = { ...LIMITS, bound: () => Number.POSITIVE_INFINITY };
  const found = await searchPlan(index, limits);
  const required = index.activities.filter((one) => one.isRequired).length;
  const points = found.value - required * index.weights.required;
  expect(points).toBe(pointsOf(index.problem, writePlan(index, found)));
  const again = await searchPlan(index, limits);
  expect(writePlan(index, again)).toEqual(writePlan(index, found));
});

it("shortens gaps at no cost", async () => {
  const index = indexProblem(problem());
  const found = await searchPlan(index, { ...LIMITS, bound: () => Number.POSITIVE_INFINITY });
  const before = writePlan(index, found);
  const untilMs = performance.now() + 200;
  const after = writePlan(index, await searchShorterGaps(index, { seed: 1, untilMs }, found));
  expect(pointsOf(index.problem, after)).toBeGreaterThanOrEqual(pointsOf(index.problem, before));
  const idle = idleMinutesOf(index.problem, after);
  expect(idle).toBeLessThan(idleMinutesOf(index.problem, before));
});

it("reads a plan back as it was written", async () => {
  const index = indexProblem(problem());
  const found = await searchPlan(index, { ...LIMITS, bound: () => Number.POSITIVE_INFINITY });
  const plan = writePlan(index, found);
  expect(writePlan(index, readPlan(index, plan))).toEqual(plan);
});
