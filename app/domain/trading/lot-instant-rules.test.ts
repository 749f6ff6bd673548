import { expect, it } from "vitest";
import { deadlineText, momentText } from "./lot-instant-rules";

it("reads the end of a day as 24:00 of that day, and every other instant to the minute", () => {
  expect(deadlineText("2026-12-03T16:00:00.000Z")).toBe("2026-12-03 24:00");
  expect(deadlineText("2026-12-03T16:00:30.000Z")).toBe("2026-12-04 00:00");
  expect(deadlineText(new Date("2026-12-07T02:00:00.000Z"))).toBe("2026-12-07 10:00");
  expect(momentText("2026-12-31T16:00:00.000Z")).toBe("2027-01-01 00:00");
});
