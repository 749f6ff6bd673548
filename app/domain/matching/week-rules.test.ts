import { expect, it } from "vitest";
import { lastWeeks, startOfDate, weekOf } from "./week-rules";

it("names weeks as ISO 8601 does, also at the turn of the year", () => {
  expect(weekOf("2026-11-22")).toEqual({ week: "2026-W47", monday: "2026-11-16" });
  expect(weekOf("2026-11-23").week).toBe("2026-W48");
  expect(weekOf("2027-01-03")).toEqual({ week: "2026-W53", monday: "2026-12-28" });
  expect(weekOf("2027-01-04").week).toBe("2027-W01");
  expect(weekOf("2024-12-30").week).toBe("2025-W01");
  expect(weekOf("2023-01-01").week).toBe("2022-W52");
});

it("counts back over the turn of the year", () => {
  expect(lastWeeks("2027-01-05", 3).map((one) => one.week)).toEqual([
    "2026-W52",
    "2026-W53",
    "2027-W01",
  ]);
});

it("starts a date at midnight of the market", () => {
  expect(startOfDate("2026-11-16").toISOString()).toBe("2026-11-15T16:00:00.000Z");
});
