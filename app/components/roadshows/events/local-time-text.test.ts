import { expect, it } from "vitest";
import { localTimeText } from "./local-time-text";

const span = {
  from: new Date("2026-12-24T10:00:00+08:00"),
  to: new Date("2026-12-24T10:15:00+08:00"),
};

it("is nothing where the clock shows the market's time", () => {
  expect(localTimeText(span, "Asia/Shanghai", "zh-CN")).toBeNull();
  expect(localTimeText(span, "Asia/Singapore", "zh-CN")).toBeNull();
});

it("names the zone, and the day where it is another one", () => {
  expect(localTimeText(span, "Europe/Paris", "en")).toBe("03:00–03:15 GMT+1");
  expect(localTimeText(span, "America/Los_Angeles", "en")).toBe("12-23 18:00–18:15 PST");
  const late = { from: span.from, to: new Date("2026-12-24T17:00:00+08:00") };
  expect(localTimeText(late, "America/Los_Angeles", "en")).toBe("12-23 18:00–12-24 01:00 PST");
  const newYear = new Date("2027-01-01T00:30:00+08:00");
  expect(localTimeText({ from: newYear }, "Europe/Paris", "en")).toBe("2026-12-31 17:30 GMT+1");
  expect(localTimeText({ from: span.from }, "Asia/Tokyo", "en")).toBe("11:00 GMT+9");
});
