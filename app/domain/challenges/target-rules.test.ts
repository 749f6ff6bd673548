import { describe, expect, it } from "vitest";
import { isTargetMet, lintTargets, numbersIn } from "./target-rules";

const target = (changes = {}) => ({
  name: "残碱",
  comparator: "LTE" as const,
  value: "800",
  unit: "ppm",
  testMethod: "滴定",
  ...changes,
});

describe("targets", () => {
  it("reads numbers as people write them", () => {
    expect(numbersIn("１，０００ ppm")).toEqual([1000]);
    expect(numbersIn("80–120")).toEqual([80, 120]);
    expect(numbersIn("-20 至 60")).toEqual([-20, 60]);
    expect(numbersIn("优良")).toEqual([]);
  });

  it("says why one cannot be measured", () => {
    expect(lintTargets([target()])).toEqual([]);
    const faults = (changes: object) => lintTargets([target(changes)])[0]?.faults;
    expect(faults({ value: "领先" })).toEqual(["NO_NUMBER"]);
    expect(faults({ comparator: "TEXT", testMethod: "" })).toEqual(["NO_NUMBER", "NO_TEST_METHOD"]);
    expect(faults({ unit: " " })).toEqual(["NO_UNIT"]);
    expect(faults({ comparator: "BETWEEN" })).toEqual(["BETWEEN_NEEDS_TWO"]);
  });

  it("compares what was measured, and leaves the rest to a person", () => {
    expect(isTargetMet(target(), "800 ppm")).toBe(true);
    expect(isTargetMet(target(), "801")).toBe(false);
    expect(isTargetMet(target({ comparator: "GTE" }), "７９９.９")).toBe(false);
    expect(isTargetMet(target({ comparator: "BETWEEN", value: "120~80" }), "80")).toBe(true);
    expect(isTargetMet(target(), "合格")).toBeNull();
    expect(isTargetMet(target({ comparator: "TEXT" }), "800")).toBeNull();
  });
});
