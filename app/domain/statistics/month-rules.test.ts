import { describe, expect, it } from "vitest";
import { lastMonths } from "./month-rules";

describe("lastMonths", () => {
  it("ends with the month of the date and crosses the turn of the year", () => {
    expect(lastMonths("2026-02-28", 4)).toEqual(["2025-11", "2025-12", "2026-01", "2026-02"]);
  });

  it("gives twelve different months", () => {
    expect(new Set(lastMonths("2026-11-22", 12)).size).toBe(12);
    expect(lastMonths("2026-12-01", 12)[0]).toBe("2026-01");
  });
});
