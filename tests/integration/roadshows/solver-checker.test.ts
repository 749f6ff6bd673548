import { expect, it } from "vitest";
import type { Plan, PlanProblem } from "~/domain/roadshows/timetable/plan-problem";
import { meeting, pitch, smallProblem } from "../../factories/roadshow-plan-problem";
import { checkPlan } from "../../setup/check-plan";

const PROBLEM: PlanProblem = smallProblem(
  [
    pitch("first", { people: ["p"], panel: { from: ["j", "k"], count: 1 } }),
    pitch("second", { people: ["q"] }),
    pitch("stays", { locked: { start: 40, pool: "hall" } }),
    meeting("m1", ["p", "r"]),
    meeting("m2", ["q", "r"]),
    meeting("m3", ["s", "r"]),
    meeting("m4", ["s", "t"]),
    meeting("m5", ["u", "v"]),
  ],
  { orders: [["first", "second"]], walkMinutes: 5 },
);
const GOOD: Plan = [
  { activity: "first", start: 0, pool: "hall", panel: ["j"] },
  { activity: "second", start: 20, pool: "hall", panel: [] },
  { activity: "stays", start: 40, pool: "hall", panel: [] },
  { activity: "m1", start: 40, pool: "tables", panel: [] },
  { activity: "m4", start: 0, pool: "tables", panel: [] },
  { activity: "m5", start: 0, pool: "tables", panel: [] },
];

const move = (activity: string, change: object): Plan =>
  GOOD.map((one) => (one.activity === activity ? { ...one, ...change } : one));
const also = (activity: string, start: number): Plan => [
  ...GOOD,
  { activity, start, pool: "tables", panel: [] },
];

it("finds nothing wrong with a good plan", () => {
  expect(checkPlan(PROBLEM, GOOD)).toEqual([]);
});

it.each<[string, Plan, Partial<PlanProblem>?]>([
  ["unknown: nobody in hall", [...GOOD, { activity: "nobody", start: 0, pool: "hall", panel: [] }]],
  ["twice: m4", also("m4", 20)],
  ["not where it is locked: stays", move("stays", { start: 20 })],
  ["not one of its beginnings: m1", move("m1", { start: 35 })],
  ["not one of its places: m4", move("m4", { pool: "hall" })],
  ["panel of 0, not 1: first", move("first", { panel: [] })],
  ["may not sit: q at first", move("first", { panel: ["q"] })],
  ["one person twice in first", move("first", { panel: ["p"] })],
  ["in two places: r at m1 and m3", also("m3", 40)],
  ["full: tables at minute 0 for m3", also("m3", 0)],
  ["missing: second", GOOD.filter((one) => one.activity !== "second")],
  [
    "order: first before second",
    GOOD.map((one) =>
      one.activity === "first"
        ? { ...one, start: 20 }
        : one.activity === "second"
          ? { ...one, start: 0 }
          : one,
    ),
  ],
  ["no time to walk: p", move("m1", { start: 20 })],
  [
    "away: p at first",
    GOOD,
    {
      people: PROBLEM.people.map((one) =>
        one.id === "p" ? { ...one, available: [{ from: 10, to: 60 }] } : one,
      ),
    },
  ],
  [
    "too many meetings: s",
    also("m3", 20),
    { people: PROBLEM.people.map((one) => ({ ...one, meetingsMost: 1 })) },
  ],
  [
    "closed: hall for stays",
    GOOD,
    { pools: PROBLEM.pools.map((one) => ({ ...one, open: [{ from: 0, to: 50 }] })) },
  ],
  [
    "full: hall at minute 20 for second",
    GOOD,
    { pools: PROBLEM.pools.map((one) => ({ ...one, setupMinutes: 5 })) },
  ],
])("says %s", (text, plan, change = {}) => {
  expect(checkPlan({ ...PROBLEM, ...change }, plan)).toContain(text);
});
