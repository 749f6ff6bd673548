import { describe, expect, it } from "vitest";
import {
  auc,
  calibrationError,
  calibrationOf,
  type Judged,
  meanOf,
  ndcgAt,
  precisionAt,
  recallAt,
} from "./metrics";

/** Candidates in the order of the ranker, with falling scores. */
const inOrder = (...levels: number[]): Judged[] =>
  levels.map((level, index) => ({ level, score: 100 - index }));
const tied = (...levels: number[]): Judged[] => levels.map((level) => ({ level, score: 1 }));

describe("ndcgAt", () => {
  it("is 1 for the best order", () => {
    expect(ndcgAt(inOrder(4, 3, 2, 1))).toBeCloseTo(1, 12);
  });

  it("follows the formula by hand", () => {
    // Gains 0, 7, 3 at discounts 1, 1/log2(3) = .63093, .5: 4.41651 + 1.5 = 5.91651.
    // Ideal 7, 3, 0: 7 + 1.89279 = 8.89279.
    expect(ndcgAt(inOrder(1, 4, 3))).toBeCloseTo(5.91651 / 8.89279, 5);
  });

  it("gives the expected value of equal scores", () => {
    // Levels 4 and 1 tied: (7 + 0) / 2 · (1 + .63093) / 7.
    expect(ndcgAt(tied(4, 1))).toBeCloseTo(0.815465, 6);
    // One ahead of a tie: 1 · 1 + (3 + 0) / 2 · (.63093 + .5), over 3 + .63093.
    const judged = [{ level: 2, score: 9 }, ...tied(3, 1)];
    expect(ndcgAt(judged)).toBeCloseTo((1 + 1.5 * 1.13093) / 3.63093, 5);
  });

  it("cuts a tie at k: the part of the places inside counts", () => {
    // Three tied, k = 1: mean gain (7 + 0 + 0) / 3 over the ideal 7.
    expect(ndcgAt(tied(4, 1, 1), 1)).toBeCloseTo(1 / 3, 12);
    expect(ndcgAt(inOrder(1, 1, 4), 2)).toBe(0);
  });

  it("has no answer when nothing is related, and takes what is not a number last", () => {
    expect(ndcgAt(inOrder(1, 1, 1))).toBeNull();
    expect(ndcgAt([])).toBeNull();
    expect(
      ndcgAt([
        { level: 1, score: Number.NaN },
        { level: 4, score: -3 },
      ]),
    ).toBeCloseTo(1, 12);
  });

  it("does not depend on the order in which candidates are given", () => {
    const judged = [...inOrder(2, 4, 1, 3), ...tied(3, 1)];
    expect(ndcgAt([...judged].reverse())).toBeCloseTo(ndcgAt(judged) ?? -1, 12);
  });
});

describe("auc", () => {
  it("counts pairs of strong and unrelated, ties one half, and passes over level 2", () => {
    // Strong at 100 and 97, unrelated at 99 and 96: won 1, 1, 0, 1 of 4.
    expect(auc(inOrder(4, 1, 2, 3, 1))).toBeCloseTo(3 / 4, 12);
    expect(auc(tied(3, 1))).toBe(0.5);
    expect(auc(inOrder(1, 4))).toBe(0);
  });

  it("has no answer without both", () => {
    expect(auc(inOrder(4, 3, 2))).toBeNull();
    expect(auc(inOrder(2, 1))).toBeNull();
  });
});

describe("precisionAt", () => {
  it("counts strong places among the first k, and empty places as misses", () => {
    expect(precisionAt(inOrder(3, 2, 4, 1, 3, 3))).toBeCloseTo(3 / 5, 12);
    expect(precisionAt(inOrder(4, 3))).toBeCloseTo(2 / 5, 12);
  });

  it("gives the expected value of a tie that k cuts", () => {
    // One strong ahead; four places left for six tied, three of them strong: 1 + 4 · .5.
    const judged = [{ level: 4, score: 2 }, ...tied(3, 3, 3, 1, 1, 1)];
    expect(precisionAt(judged)).toBeCloseTo(3 / 5, 12);
  });

  it("leaves out a need without any strong candidate", () => {
    expect(precisionAt(inOrder(2, 1))).toBeNull();
  });
});

describe("recallAt", () => {
  it("is the share of the relevant among the first k", () => {
    const relevant = new Set(["a", "b", "c", "d"]);
    expect(recallAt(["a", "x", "b", "c"], relevant, 3)).toBe(0.5);
    expect(recallAt(["a", "a", "b"], relevant, 2)).toBe(0.25);
    expect(recallAt([], relevant, 10)).toBe(0);
    expect(recallAt(["a"], new Set(), 10)).toBeNull();
  });
});

describe("calibration", () => {
  it("puts estimates into equal bins, 1 into the last", () => {
    const bins = calibrationOf([
      { chance: 0, isTrue: false },
      { chance: 0.2, isTrue: false },
      { chance: 0.3, isTrue: true },
      { chance: 0.9, isTrue: true },
      { chance: 1, isTrue: true },
    ]);
    expect(bins.map((bin) => bin.count)).toEqual([1, 2, 0, 0, 2]);
    expect(bins[1]).toMatchObject({ from: 0.2, to: 0.4, observed: 0.5 });
    expect(bins[1]?.estimated).toBeCloseTo(0.25, 12);
    expect(bins[2]).toMatchObject({ estimated: null, observed: null });
    // (1·0 + 2·.25 + 2·.05) / 5
    expect(calibrationError(bins)).toBeCloseTo(0.12, 12);
  });

  it("has no error without estimates", () => {
    expect(calibrationError(calibrationOf([]))).toBeNull();
  });
});

it("takes the mean of what could be measured", () => {
  expect(meanOf([1, null, 0])).toEqual({ mean: 0.5, count: 2 });
  expect(meanOf([null])).toEqual({ mean: null, count: 0 });
});
