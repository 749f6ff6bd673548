import { describe, expect, it } from "vitest";
import { addCounts, figuresOf, NO_COUNTS, shareOf } from "./quality-rules";

describe("figuresOf", () => {
  const counts = {
    ...NO_COUNTS,
    ...{ shown: 40, answered: 12, answeredInFive: 10, interestedInFive: 4 },
    ...{ judgedInFive: 9, strongInFive: 9, estimates: 20, related: 15, estimatedSum: 14 },
  };

  it("gives rates from the minimum on and counts always", () => {
    expect(figuresOf(counts, 10)).toEqual({
      answered: { count: 12, of: 40, rate: 0.3 },
      interestedInFive: { count: 4, of: 10, rate: 0.4 },
      strongInFive: { count: 9, of: 9, rate: null },
      repliedInTime: { count: 0, of: 0, rate: null },
      related: { count: 15, of: 20, rate: 0.75 },
      estimated: 0.7,
    });
  });

  it("says no mean estimate of too few", () => {
    expect(figuresOf(counts, 21).estimated).toBeNull();
    expect(shareOf(0, 0, 0).rate).toBeNull();
  });

  it("adds weeks up as counts, so that a week of one answer weighs as one", () => {
    const week = (answeredInFive: number, interestedInFive: number) => ({
      ...NO_COUNTS,
      answeredInFive,
      interestedInFive,
    });
    const { interestedInFive } = figuresOf(addCounts([week(1, 1), week(9, 0)]), 10);
    expect(interestedInFive).toEqual({ count: 1, of: 10, rate: 0.1 });
    expect(NO_COUNTS.answeredInFive).toBe(0);
  });
});
