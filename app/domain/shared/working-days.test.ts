import { describe, expect, it } from "vitest";
import {
  addCalendarDays,
  addMonths,
  addWorkingDays,
  isWorkingDay,
  rollForward,
  type WorkingCalendar,
} from "./working-days";

// National Day 2026 as an example: 1–7 October off, 10 October worked.
const calendar: WorkingCalendar = {
  years: new Set([2026]),
  holidays: new Set(["2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"]),
  makeupDays: new Set(["2026-10-10"]),
};

describe("working days", () => {
  it("rests on weekends and holidays, works on make-up days", () => {
    expect(isWorkingDay(calendar, "2026-09-30")).toBe(true);
    expect(isWorkingDay(calendar, "2026-10-03")).toBe(false);
    expect(isWorkingDay(calendar, "2026-10-05")).toBe(false);
    expect(isWorkingDay(calendar, "2026-10-10")).toBe(true);
  });

  it("does not count the start day", () => {
    expect(addWorkingDays(calendar, "2026-09-30", 1)).toBe("2026-10-08");
    expect(addWorkingDays(calendar, "2026-09-30", 3)).toBe("2026-10-10");
  });

  it("rolls the last day of a day period over a holiday", () => {
    expect(addCalendarDays(calendar, "2026-09-16", 15)).toBe("2026-10-08");
    expect(rollForward(calendar, "2026-09-30")).toBe("2026-09-30");
  });

  it("ends a month period on the month's last day when there is no corresponding day", () => {
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addMonths("2024-02-29", 12)).toBe("2025-02-28");
    expect(addMonths("2026-11-22", 12)).toBe("2027-11-22");
  });

  it("refuses to compute beyond the dated table", () => {
    expect(() => isWorkingDay(calendar, "2027-01-04")).toThrow("calendar_year_unknown");
    expect(() => addWorkingDays(calendar, "2026-12-31", 1)).toThrow("calendar_year_unknown");
  });
});
