import { describe, expect, it } from "vitest";
import { HELD_BACK_TO as MARKET } from "~/domain/statistics/contract-figure-rules";
import { averageHundredths, countFields, HELD_BACK_TO, shareBp } from "./report-figures-rules";

describe("figures of a report", () => {
  it("has no share of nothing", () => {
    expect(shareBp(0, 0)).toBeNull();
    expect(shareBp(1, 3)).toBe(3333);
    expect(shareBp(2, 3)).toBe(6667);
  });

  it("keeps an average back until enough have answered", () => {
    expect(averageHundredths([5, 5], 3)).toBeNull();
    expect(averageHundredths([5, 4, 4], 3)).toBe(433);
    expect(averageHundredths([], 0)).toBeNull();
  });

  it("counts a project once in each top-level field", () => {
    const projects = [
      { side: "SUPPLY", fieldCodes: ["4.1", "4.2", "1"] },
      { side: "DEMAND", fieldCodes: ["4"] },
      { side: "SUPPLY", fieldCodes: [] },
    ];
    expect(countFields(projects)).toEqual([
      { code: "4", supply: 1, demand: 1 },
      { code: "", supply: 1, demand: 0 },
      { code: "1", supply: 1, demand: 0 },
    ]);
  });

  it("holds amounts back as the market does", () => {
    expect(HELD_BACK_TO).toBe(MARKET);
  });
});
