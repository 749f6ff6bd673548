import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explainClash } from "~/domain/roadshows/timetable/explain-clash.server";
import { factsOf, keyOf, problemWith } from "~/domain/roadshows/timetable/explain-facts";
import { greedyPlan } from "~/domain/roadshows/timetable/greedy-plan";
import { pointsOf } from "~/domain/roadshows/timetable/plan-points";
import type { ClashFact, Plan, PlanProblem } from "~/domain/roadshows/timetable/plan-problem";
import { solvePlan } from "~/domain/roadshows/timetable/solve-plan.server";
import {
  anyProblem,
  everyPlan,
  meeting,
  pitch,
  smallProblem,
} from "../../factories/roadshow-plan-problem";
import { checkPlan } from "../../setup/check-plan";

const isWhole = (problem: PlanProblem, plan: Plan) => checkPlan(problem, plan).length === 0;
const withoutMissing = (texts: string[]) => texts.filter((one) => !one.startsWith("missing"));

describe("the solver against every plan there is", () => {
  it("breaks no rule, is never above the bound, and is the best when it says so", async () => {
    await fc.assert(
      fc.asyncProperty(anyProblem, async (problem) => {
        const solved = await solvePlan(problem, { seed: 1, seconds: 0.25 });
        expect(withoutMissing(checkPlan(problem, solved.plan))).toEqual([]);
        expect(solved.points).toBe(pointsOf(problem, solved.plan));
        const whole = everyPlan(problem).filter((plan) => isWhole(problem, plan));
        expect(solved.missing.length === 0).toBe(whole.length > 0);
        if (whole.length === 0) return;
        const best = Math.max(...whole.map((plan) => pointsOf(problem, plan)));
        expect(solved.bound).toBeGreaterThanOrEqual(best);
        expect(solved.points).toBe(best);
      }),
      { numRuns: 25, seed: 5 },
    );
  }, 30_000);

  it("makes the greedy plan within the rules too", () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        expect(withoutMissing(checkPlan(problem, greedyPlan(problem)))).toEqual([]);
      }),
      { numRuns: 200, seed: 6 },
    );
  });

  it("keeps as much of a published plan as any plan can, and moves as few", async () => {
    await fc.assert(
      fc.asyncProperty(anyProblem, fc.integer({ min: 0, max: 3 }), async (problem, at) => {
        const published = greedyPlan(problem);
        if (published.length === 0 || !isWhole(problem, published)) return;
        const people = problem.people.map((one, nth) =>
          nth === at ? { ...one, available: [{ from: 20, to: 60 }] } : one,
        );
        const changed = { ...problem, people };
        const whole = everyPlan(changed).filter((plan) => isWhole(changed, plan));
        if (whole.length === 0) return;
        const solved = await solvePlan(changed, { seed: 1, seconds: 0.4 }, published);
        expect(checkPlan(changed, solved.plan)).toEqual([]);
        const keptIn = (plan: Plan) =>
          published.filter((one) => plan.some(({ activity }) => activity === one.activity)).length;
        const movedIn = (plan: Plan) =>
          published.filter(
            (one) =>
              !plan.some(
                (now) =>
                  now.activity === one.activity && now.start === one.start && now.pool === one.pool,
              ),
          ).length;
        const kept = Math.max(...whole.map(keptIn));
        const moved = Math.min(...whole.filter((one) => keptIn(one) === kept).map(movedIn));
        expect(keptIn(solved.plan)).toBe(kept);
        expect(solved.moved.length).toBe(moved);
        expect(solved.fewestMoves).toBeLessThanOrEqual(moved);
      }),
      { numRuns: 20, seed: 7 },
    );
  }, 30_000);
});

describe("the solver", () => {
  it("ends at once when its order is withdrawn", async () => {
    const many = Array.from({ length: 60 }, (_, at) =>
      meeting(`m${at}`, [`p${at % 9}`, `q${at % 7}`]),
    );
    const stop = new AbortController();
    setTimeout(() => stop.abort(new Error("withdrawn")), 50);
    const startedAt = performance.now();
    const order = { seed: 1, seconds: 20, signal: stop.signal };
    await expect(solvePlan(smallProblem(many), order)).rejects.toThrow("withdrawn");
    expect(performance.now() - startedAt).toBeLessThan(3000);
  });

  it("leaves the process to others while it works", async () => {
    const many = Array.from({ length: 60 }, (_, at) =>
      meeting(`m${at}`, [`p${at % 9}`, `q${at % 7}`], { worth: 1 + (at % 5) }),
    );
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 10);
    await solvePlan(smallProblem(many, { fairShare: [3, 1] }), { seed: 1, seconds: 0.6 });
    clearInterval(timer);
    expect(turns).toBeGreaterThan(1);
  });

  it("plans an event without a hall, without people and without anything", async () => {
    const nothing = smallProblem([], { pools: [], people: [] });
    expect(await solvePlan(nothing, { seed: 1, seconds: 0.2 })).toMatchObject({
      plan: [],
      missing: [],
      points: 0,
      bound: 0,
      isProvenBest: true,
    });
    const hall = { id: "hall", zone: "a", count: 0, open: [], setupMinutes: 0 };
    const solved = await solvePlan(smallProblem([pitch("one")], { pools: [hall] }), {
      seed: 1,
      seconds: 0.2,
    });
    expect(solved).toMatchObject({ plan: [], missing: ["one"], isProvenBest: false });
  });
});

describe("what clashes", () => {
  const kinds = (facts: readonly ClashFact[] | undefined) => facts?.map(keyOf).sort();

  it("is nothing where a plan exists", async () => {
    expect(await explainClash(smallProblem([pitch("one"), pitch("two")]))).toBeNull();
  });

  it("is four pitches and one hall for three", async () => {
    const four = ["one", "two", "three", "four"].map((id) => pitch(id));
    const clash = await explainClash(smallProblem([...four, meeting("m", ["p", "q"])]));
    expect(kinds(clash?.facts)).toEqual([
      "PLACE hall",
      "REQUIRED four",
      "REQUIRED one",
      "REQUIRED three",
      "REQUIRED two",
    ]);
    expect(clash).toMatchObject({ isIrreducible: true, isSmallest: true });
  });

  it("is one person's absence, in the smallest words", async () => {
    const problem = smallProblem([pitch("one", { people: ["p"] }), pitch("two")]);
    const away = { ...problem, people: [{ id: "p", available: [{ from: 50, to: 60 }] }] };
    const clash = await explainClash(away);
    expect(kinds(clash?.facts)).toEqual(["PRESENCE p 0-50", "REQUIRED one"]);
  });

  it("is a circle of orders, two locks, a panel nobody can sit on", async () => {
    const circle = smallProblem([pitch("one"), pitch("two")], {
      orders: [
        ["one", "two"],
        ["two", "one"],
      ],
    });
    expect(kinds((await explainClash(circle))?.facts)).toEqual([
      "ORDER one two",
      "ORDER two one",
      "REQUIRED one",
      "REQUIRED two",
    ]);
    const locked = { start: 0, pool: "hall" };
    const locks = smallProblem([pitch("one", { locked }), pitch("two", { locked })]);
    const found = await explainClash(locks);
    expect(found?.isSmallest).toBe(true);
    expect(kinds(found?.facts)).toEqual(["LOCK one", "LOCK two", "PLACE hall"]);
    const panel = smallProblem([pitch("one", { panel: { from: ["j"], count: 2 } })]);
    expect(kinds((await explainClash(panel))?.facts)).toEqual(["PANEL one", "REQUIRED one"]);
  });

  it("clashes, and without any one of its facts does not", async () => {
    await fc.assert(
      fc.asyncProperty(anyProblem, async (problem) => {
        const hasPlan = (facts: readonly ClashFact[]) => {
          const held = problemWith(problem, facts);
          return everyPlan(held).some((plan) => isWhole(held, plan));
        };
        const clash = await explainClash(problem, [], 3);
        expect(clash === null).toBe(hasPlan(factsOf(problem)));
        if (!clash) return;
        expect(clash.isIrreducible).toBe(true);
        expect(hasPlan(clash.facts)).toBe(false);
        for (const one of clash.facts) {
          expect(hasPlan(clash.facts.filter((other) => other !== one))).toBe(true);
        }
      }),
      { numRuns: 25, seed: 8 },
    );
  }, 30_000);
});
