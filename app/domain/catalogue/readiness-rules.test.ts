import { describe, expect, it } from "vitest";
import { missingEvidence, supportedLevel } from "./readiness-rules";

describe("supportedLevel", () => {
  it.each([
    [[], 0],
    [[2, 3], 0],
    [[1, 2, 4], 2],
    [[3, 2, 1], 3],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9], 9],
  ])("evidence for %j supports level %i", (levels, reached) => {
    expect(supportedLevel(levels)).toBe(reached);
  });
});

it("missingEvidence lists the gaps up to the declared level", () => {
  expect(missingEvidence(4, [1, 3])).toEqual([2, 4]);
  expect(missingEvidence(null, [])).toEqual([]);
});
