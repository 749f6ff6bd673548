import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutRanges, excerpt, markRanges, mergeRanges } from "./excerpt-rules";

describe("mergeRanges", () => {
  it("joins overlaps and drops what lies outside", () => {
    const ranges = [
      { start: 5, end: 9 },
      { start: 2, end: 6 },
      { start: 50, end: 60 },
      { start: -3, end: 1 },
    ];
    expect(mergeRanges(ranges, 20)).toEqual([
      { start: 0, end: 1 },
      { start: 2, end: 9 },
    ]);
  });
});

describe("cutRanges", () => {
  it("keeps phrases that touch or overlap apart", () => {
    const ranges = [
      { start: 5, end: 9 },
      { start: 0, end: 5 },
      { start: 3, end: 7 },
      { start: 1, end: 4 },
    ];
    expect(cutRanges(ranges, 8)).toEqual([
      { start: 0, end: 5 },
      { start: 5, end: 7 },
      { start: 7, end: 8 },
    ]);
  });
});

describe("markRanges", () => {
  it("loses and repeats nothing", () => {
    const range = fc.record({
      start: fc.integer({ min: -5, max: 40 }),
      end: fc.integer({ min: -5, max: 40 }),
    });
    fc.assert(
      fc.property(
        fc.string({ maxLength: 30 }),
        fc.array(range, { maxLength: 5 }),
        (text, ranges) => {
          const joined = markRanges(text, ranges)
            .map((segment) => segment.text)
            .join("");
          expect(joined).toBe(text);
        },
      ),
    );
  });
});

describe("excerpt", () => {
  const text = `${"前".repeat(100)}钠离子电池正极材料${"中".repeat(300)}循环寿命`;

  it("shows the richest place with its surroundings", () => {
    const ranges = [
      { start: 100, end: 105 },
      { start: 409, end: 413 },
    ];
    const shown = excerpt(text, ranges, 50);
    expect(shown.filter((one) => one.match).map((one) => one.text)).toEqual(["钠离子电池"]);
    expect(shown[0]?.text).toBe("…");
    expect(shown.at(-1)?.text).toBe("…");
  });

  it("is empty when nothing met", () => {
    expect(excerpt(text, [])).toEqual([]);
  });

  it("does not cut a rare character in half", () => {
    const rare = `${"𬭎".repeat(40)}电池`;
    const joined = excerpt(rare, [{ start: 80, end: 82 }], 21)
      .map((segment) => segment.text)
      .join("");
    expect(joined.isWellFormed()).toBe(true);
  });
});
