import { expect, it } from "vitest";
import { taskCalendar } from "./task-calendar-rules";

it("writes tasks with a date as folded and escaped entries", () => {
  const text = taskCalendar(
    [
      { id: "a", title: "交付样品; 200 m²,\n附报告".repeat(4), note: "", dueOn: "2026-12-01" },
      { id: "b", title: "无期限", note: "", dueOn: null },
    ],
    new Date("2026-11-22T08:00:00.000Z"),
  );
  expect(text).toContain("DTSTART;VALUE=DATE:20261201\r\n");
  expect(text).toContain("DTSTAMP:20261122T080000Z\r\n");
  expect(text).not.toContain("UID:b@");
  const unfolded = text.replaceAll("\r\n ", "");
  expect(unfolded).toContain("SUMMARY:交付样品\\; 200 m²\\,\\n附报告");
  for (const line of text.split("\r\n")) {
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  }
});
