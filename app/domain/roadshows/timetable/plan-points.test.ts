import { expect, it } from "vitest";
import { idleMinutesOf, pointsOf } from "./plan-points";
import type { Activity, PlanProblem } from "./plan-problem";

const activity = (id: string, change: Partial<Activity> = {}): Activity => ({
  id,
  minutes: 20,
  people: [],
  panel: null,
  pools: ["hall"],
  starts: [0],
  worth: 0,
  isRequired: false,
  isMeeting: false,
  prime: [],
  locked: null,
  ...change,
});
const PROBLEM: PlanProblem = {
  pools: [
    { id: "hall", zone: "a", count: 1, open: [], setupMinutes: 0 },
    { id: "tables", zone: "a", count: 5, open: [], setupMinutes: 0 },
  ],
  people: [],
  activities: [
    activity("x1", { group: "x", prime: [{ from: 0, to: 10, worth: 7 }] }),
    activity("x2", { group: "x" }),
    activity("y1", { group: "y" }),
    activity("m1", { worth: 10, isMeeting: true, people: ["p", "q"] }),
    activity("m2", { worth: 10, isMeeting: true, people: ["p", "r"] }),
  ],
  orders: [],
  walkMinutes: 0,
  fairShare: [5, 1],
  grouping: { worth: 3, withinMinutes: 60 },
};
const at = (id: string, start: number, pool = "hall") => ({ activity: id, start, pool, panel: [] });

it("adds wishes, prime times and fair shares", () => {
  expect(pointsOf(PROBLEM, [at("x1", 0)])).toBe(7);
  expect(pointsOf(PROBLEM, [at("x1", 10)])).toBe(0);
  expect(pointsOf(PROBLEM, [at("m1", 0, "tables"), at("m2", 20, "tables")])).toBe(
    20 + 5 + 5 + 5 + 1,
  );
});

it("counts neighbours of one group in one hall, near enough, with nothing of another between", () => {
  expect(pointsOf(PROBLEM, [at("x1", 20), at("x2", 59)])).toBe(3);
  expect(pointsOf(PROBLEM, [at("x1", 20), at("x2", 60)])).toBe(0);
  expect(pointsOf(PROBLEM, [at("x1", 20), at("y1", 40), at("x2", 60)])).toBe(0);
  expect(pointsOf(PROBLEM, [at("x1", 20, "tables"), at("x2", 40, "tables")])).toBe(0);
});

it("counts the minutes between two engagements of one day", () => {
  expect(idleMinutesOf(PROBLEM, [at("m1", 100), at("m2", 150)])).toBe(30);
  expect(idleMinutesOf(PROBLEM, [at("m1", 100), at("m2", 1540)])).toBe(0);
});
