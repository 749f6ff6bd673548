import { expect, it } from "vitest";
import type { Activity, PlanProblem } from "~/domain/roadshows/timetable/plan-problem";
import { runSolver } from "~/domain/roadshows/timetable/run-solver.server";

const PITCH: Omit<Activity, "id"> = {
  minutes: 15,
  people: [],
  panel: { from: ["ann", "bo"], count: 2 },
  pools: ["hall"],
  starts: [0, 15],
  worth: 10,
  isRequired: true,
  isMeeting: false,
  prime: [],
  locked: null,
};

/** Pitches before two judges in a hall that is open for two of them. */
function problemOf(pitches: readonly string[], untilBo = 30): PlanProblem {
  return {
    pools: [{ id: "hall", zone: "A", count: 1, open: [{ from: 0, to: 30 }], setupMinutes: 0 }],
    people: [
      { id: "ann", available: [{ from: 0, to: 30 }] },
      { id: "bo", available: [{ from: 0, to: untilBo }] },
    ],
    activities: pitches.map((id) => ({ ...PITCH, id })),
    orders: [],
    walkMinutes: 0,
    fairShare: [],
    grouping: null,
  };
}

/** @param seconds for one try, and for the whole change */
const taskOf = (problem: PlanProblem, [seconds, whole]: [number, number]) => ({
  problem,
  published: problem.activities.map(({ id }, nth) => ({
    activity: id,
    start: 15 * nth,
    pool: "hall",
    panel: ["ann", "bo"],
  })),
  seed: 1,
  seconds,
  clashSeconds: 4,
  withGreedy: false,
  day: { kept: [], expected: problem.activities.map(({ id }) => id), seconds: whole },
});

const PITCHES = ["pitch:a", "pitch:b", "pitch:c"];

it("tries less within the time of the whole change", async () => {
  const from = performance.now();
  const answer = await runSolver(taskOf(problemOf(PITCHES), [20, 0.1]));
  // One try of its own would take twenty seconds.
  expect(performance.now() - from).toBeLessThan(15_000);
  expect(answer.relaxedFor).toHaveLength(2);
  expect(answer.solved.missing).toHaveLength(1);
  // Nothing is claimed for which there was no time.
  expect(answer.clash).toBeNull();
});

it("says in the time that is left what cannot all hold", async () => {
  const { clash } = await runSolver(taskOf(problemOf(PITCHES), [0.2, 20]));
  const required = clash?.facts.filter(({ kind }) => kind === "REQUIRED");
  expect(required).toHaveLength(3);
});

it("asks at once for fewer judges where so many cannot come", async () => {
  const answer = await runSolver(taskOf(problemOf(["pitch:a"], 5), [2.2, 4]));
  expect(answer.relaxedFor).toEqual([["pitch:a"]]);
  expect(answer.solved.missing).toEqual([]);
  expect(answer.solved.plan[0]?.panel).toEqual(["ann"]);
  expect(answer.clash).toBeNull();
});
