import { expect, it } from "vitest";
import { pointsText, rankScored, resultOf, type Scored, type ScoreRule } from "./score-rules";

const rule: ScoreRule = { dropHigh: 1, dropLow: 1, decimals: 2 };
const points = (...list: number[]) => list.map((one) => Math.round(one * 100));
const text = (list: number[], with_: ScoreRule = rule) => {
  const result = resultOf(points(...list), with_);
  return result && pointsText(result);
};

it("takes the highest and the lowest out and averages the rest, to two decimals", () => {
  expect(text([90, 95, 80, 85, 88, 92, 70])).toBe("87.00");
  expect(resultOf(points(90, 95, 80, 85, 88, 92, 70), rule)?.dropped).toEqual([6, 1]);
  expect(text([88.5, 88.5, 88.5, 88.5])).toBe("88.50");
  expect(text([0, 0, 0])).toBe("0.00");
  expect(text([100, 100, 100])).toBe("100.00");
});

it("refuses to average when nothing would remain", () => {
  expect(text([90, 80])).toBeNull();
  expect(text([90, 80, 70])).toBe("80.00");
  expect(text([], { dropHigh: 0, dropLow: 0, decimals: 2 })).toBeNull();
  expect(text([90], { dropHigh: 0, dropLow: 0, decimals: 2 })).toBe("90.00");
});

it("rounds halves up at the decimals of the event, and keeps what two decimals would hide", () => {
  const none = { dropHigh: 0, dropLow: 0 };
  expect(text([90, 91], { ...none, decimals: 0 })).toBe("91");
  expect(text([90, 90, 91], { ...none, decimals: 4 })).toBe("90.3333");
  expect(text([80, 80, 80.01], { ...none, decimals: 2 })).toBe("80.00");
  expect(text([0.05, 0.04], { ...none, decimals: 1 })).toBe("0.0");
});

function scored(id: string, totals: number[], criterionMeans: number[] = []): Scored {
  const result = resultOf(points(...totals), rule);
  if (!result) throw new Error("too few");
  return { id, result, totals: points(...totals), criterionMeans };
}
const ranks = (...list: Scored[]) =>
  Object.fromEntries(rankScored(list).map((one) => [one.id, one.rank]));

it("settles equal results by all judges, then by the weightiest criterion, else shares the rank", () => {
  expect(
    ranks(scored("a", [70, 80, 90]), scored("b", [75, 80, 90]), scored("c", [81, 81, 81])),
  ).toEqual({
    c: 1,
    b: 2,
    a: 3,
  });
  const same = [80, 80, 80];
  expect(ranks(scored("a", same, [70, 90]), scored("b", same, [80, 80]))).toEqual({ b: 1, a: 2 });
  expect(ranks(scored("a", same, [80, 70]), scored("b", same, [80, 80]))).toEqual({ b: 1, a: 2 });
  expect(
    ranks(scored("a", same, [80]), scored("b", same, [80]), scored("c", [60, 60, 60])),
  ).toEqual({ a: 1, b: 1, c: 3 });
});
