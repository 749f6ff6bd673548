import fc from "fast-check";
import type {
  Activity,
  Placement,
  Plan,
  PlanProblem,
} from "~/domain/roadshows/timetable/plan-problem";
import { checkPlan } from "../setup/check-plan";

export const pitch = (id: string, change: Partial<Activity> = {}): Activity => ({
  id,
  minutes: 20,
  people: [],
  panel: null,
  pools: ["hall"],
  starts: [0, 20, 40],
  worth: 0,
  isRequired: true,
  isMeeting: false,
  prime: [],
  locked: null,
  group: null,
  ...change,
});

export const meeting = (id: string, people: string[], change: Partial<Activity> = {}): Activity =>
  pitch(id, { people, pools: ["tables"], worth: 5, isRequired: false, isMeeting: true, ...change });

/** An hour, a hall and two tables in another zone; everybody is there. */
export function smallProblem(
  activities: readonly Activity[],
  change: Partial<PlanProblem> = {},
): PlanProblem {
  const open = [{ from: 0, to: 60 }];
  const names = activities.flatMap((one) => [...one.people, ...(one.panel?.from ?? [])]);
  return {
    pools: [
      { id: "hall", zone: "a", count: 1, open, setupMinutes: 0 },
      { id: "tables", zone: "b", count: 2, open, setupMinutes: 0 },
    ],
    people: [...new Set(names)].map((id) => ({ id, available: open })),
    activities,
    orders: [],
    walkMinutes: 0,
    fairShare: [],
    ...change,
  };
}

const span = fc
  .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 2, max: 5 }))
  .map(([from, length]) => ({ from: from * 10, to: Math.min(60, (from + length) * 10) }));
const people = ["p1", "p2", "p3", "p4"];
const somebody = fc.subarray(people, { minLength: 1, maxLength: 2 });

const anyActivity = fc.record({
  minutes: fc.constantFrom(10, 20),
  people: somebody,
  panel: fc.option(
    fc.record({ from: fc.subarray(["j1", "j2"], { minLength: 1 }), count: fc.constant(1) }),
    { nil: null, freq: 2 },
  ),
  pools: fc.subarray(["hall", "tables"], { minLength: 1 }),
  starts: fc.subarray([0, 10, 20, 30, 40], { minLength: 1, maxLength: 2 }),
  worth: fc.integer({ min: 0, max: 9 }),
  isRequired: fc.constantFrom(true, false, false),
  isMeeting: fc.boolean(),
  prime: fc.array(
    span.map((one) => ({ ...one, worth: 3 })),
    { maxLength: 1 },
  ),
  locked: fc.constant(null),
  group: fc.constantFrom("x", "x", "y", null),
});

/** A problem small enough to try every plan of it. */
export const anyProblem: fc.Arbitrary<PlanProblem> = fc
  .record({
    some: fc.array(anyActivity, { minLength: 1, maxLength: 5 }),
    absent: fc.array(span, { minLength: 6, maxLength: 6 }),
    isAbsent: fc.array(fc.constantFrom(true, false, false), { minLength: 6, maxLength: 6 }),
    quota: fc.constantFrom(undefined, 1, 2),
    tables: fc.constantFrom(1, 2),
    setup: fc.constantFrom(0, 10),
    walk: fc.constantFrom(0, 10),
    isOrdered: fc.boolean(),
    isLocked: fc.constantFrom(true, false, false),
  })
  .map((made): PlanProblem => {
    const open = [{ from: 0, to: 60 }];
    const activities = made.some.map((one, at) => ({ ...one, id: `a${at}` }));
    const first = activities[0];
    if (first && made.isLocked) {
      activities[0] = Object.assign({}, first, {
        locked: { start: first.starts[0] ?? 0, pool: first.pools[0] ?? "hall" },
      });
    }
    return {
      pools: [
        { id: "hall", zone: "a", count: 1, open, setupMinutes: made.setup },
        { id: "tables", zone: "b", count: made.tables, open, setupMinutes: 0 },
      ],
      people: [...people, "j1", "j2"].map((id, at) => ({
        id,
        available: made.isAbsent[at] ? [made.absent[at] ?? { from: 0, to: 60 }] : open,
        ...(made.quota === undefined ? {} : { meetingsMost: made.quota }),
      })),
      activities,
      orders: made.isOrdered && activities.length > 1 ? [["a0", "a1"]] : [],
      walkMinutes: made.walk,
      fairShare: [4, 1],
      grouping: { worth: 2, withinMinutes: 10 },
    };
  });

/** Every plan that breaks no rule, apart from what is missing in it. */
export function everyPlan(problem: PlanProblem): Plan[] {
  let plans: Plan[] = [[]];
  for (const activity of problem.activities) {
    const places = activity.locked
      ? [activity.locked]
      : activity.starts.flatMap((start) => activity.pools.map((pool) => ({ start, pool })));
    const panels = activity.panel ? activity.panel.from.map((one) => [one]) : [[]];
    const placements = places.flatMap((place): Placement[] =>
      panels.map((panel) => ({ activity: activity.id, ...place, panel })),
    );
    plans = plans.flatMap((plan) => [
      plan,
      ...placements
        .map((one) => [...plan, one])
        .filter((one) => checkPlan(problem, one).every((text) => text.startsWith("missing"))),
    ]);
  }
  return plans;
}
