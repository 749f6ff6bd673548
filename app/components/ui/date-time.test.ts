import { describe, expect, it } from "vitest";
import { formatDateTime } from "./date-time";

describe("formatDateTime", () => {
  it("shows an instant in Beijing time whatever the machine's zone is", () => {
    expect(formatDateTime("2026-03-04T16:30:00Z", "datetime")).toBe("2026-03-05 00:30");
    expect(formatDateTime(new Date("2026-03-04T16:30:00Z"))).toBe("2026-03-05");
  });
  it("leaves a calendar date alone", () =>
    expect(formatDateTime("2026-03-05", "date")).toBe("2026-03-05"));
  it("shows nothing for a broken value", () => expect(formatDateTime("soon")).toBe(""));
});
