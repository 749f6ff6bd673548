import { describe, expect, it } from "vitest";
import { binOf, type Candidate, mixPairs } from "./judgement-sample-rules";

const pair = (number: number, related: number | null, isShown = false): Candidate => ({
  needId: `n${number}`,
  achievementId: `a${number}`,
  related,
  isShown,
});

describe("mixPairs", () => {
  // Ninety that the ranker likes, two in every other bin.
  const many = [
    ...Array.from({ length: 90 }, (_, index) => pair(index, 0.85 + index / 1_000)),
    ...[0.05, 0.1, 0.25, 0.3, 0.45, 0.5, 0.65, 0.7].map((one, index) => pair(100 + index, one)),
  ];

  it("gives every bin its share, low ones too", () => {
    const first = mixPairs(many, "judge:2026-11-22", 10);
    expect(first).toHaveLength(10);
    const bins = first.map((one) => binOf(one.related ?? -1));
    for (const bin of [0, 1, 2, 3, 4]) expect(bins.filter((one) => one === bin)).toHaveLength(2);
  });

  it("gives pairs drawn by lot a share of their own", () => {
    const lots = Array.from({ length: 20 }, (_, index) => pair(200 + index, null));
    const first = mixPairs([...many, ...lots], "s", 12);
    expect(first.filter((one) => one.related === null)).toHaveLength(2);
  });

  it("does not tell the estimate by the place", () => {
    const firstBins = new Set(
      Array.from({ length: 40 }, (_, day) => binOf(mixPairs(many, `j:${day}`, 1)[0]?.related ?? 0)),
    );
    expect(firstBins.size).toBe(5);
  });

  it("is the same for the same seed, in whatever order the candidates come", () => {
    expect(mixPairs([...many].reverse(), "s", 30)).toEqual(mixPairs(many, "s", 30));
    expect(mixPairs(many, "other", 30)).not.toEqual(mixPairs(many, "s", 30));
  });

  it("takes shown and merely ranked pairs in turn, each pair once, all in the end", () => {
    const half = Array.from({ length: 10 }, (_, index) => pair(index, 0.5, index < 2));
    const mixed = mixPairs(half, "s", 100);
    expect(mixed.slice(0, 4).map((one) => one.isShown)).toEqual([true, false, true, false]);
    expect(new Set(mixed.map((one) => one.needId)).size).toBe(10);
    expect(mixPairs([], "s", 5)).toEqual([]);
  });

  it("puts the bounds into the outer bins", () => {
    expect([0, 0.2, 0.999, 1].map(binOf)).toEqual([0, 1, 4, 4]);
  });
});
