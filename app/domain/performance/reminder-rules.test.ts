import { describe, expect, it } from "vitest";
import { daysUntil, isReminderDue } from "./reminder-rules";

const DUE = "2026-12-31";

describe("reminders", () => {
  it("begin a week before and follow the stages", () => {
    expect(isReminderDue("2026-12-23", DUE, null)).toBe(false);
    expect(isReminderDue("2026-12-24", DUE, null)).toBe(true);
    expect(isReminderDue("2026-12-25", DUE, "2026-12-24")).toBe(false);
    expect(isReminderDue("2026-12-28", DUE, "2026-12-24")).toBe(true);
    expect(isReminderDue("2026-12-31", DUE, "2026-12-30")).toBe(true);
  });

  it("come once a day and once a week when overdue", () => {
    expect(isReminderDue("2026-12-31", DUE, "2026-12-31")).toBe(false);
    expect(isReminderDue("2027-01-01", DUE, "2026-12-31")).toBe(true);
    expect(isReminderDue("2027-01-05", DUE, "2027-01-01")).toBe(false);
    expect(isReminderDue("2027-01-08", DUE, "2027-01-01")).toBe(true);
    expect(isReminderDue("2027-01-09", DUE, "2027-01-08")).toBe(false);
  });

  it("make up for days on which nothing ran", () => {
    expect(isReminderDue("2026-12-29", DUE, "2026-12-24")).toBe(true);
    expect(isReminderDue("2027-02-20", DUE, "2026-12-24")).toBe(true);
    expect(daysUntil("2026-12-24", DUE)).toBe(7);
  });
});
