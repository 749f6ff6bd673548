import { expect, it } from "vitest";
import { clockFace, remainingTime, untilNextSecond } from "./remaining-time";

it("counts down and shows zero only at the end", () => {
  expect(remainingTime(302_000, 0)).toMatchObject({ isOver: false, minutes: 5, seconds: 2 });
  expect(remainingTime(1, 0)).toMatchObject({ isOver: false, seconds: 1 });
  expect(remainingTime(5, 5)).toMatchObject({ isOver: true, seconds: 0 });
  expect(remainingTime(0, 90_000)).toMatchObject({ isOver: true, minutes: 0, seconds: 0 });
  expect(remainingTime(2 * 86_400_000 + 3_600_000, 0)).toMatchObject({ days: 2, hours: 1 });
});

it("wakes up just after the shown second has changed", () => {
  expect(untilNextSecond(10_000, 0)).toBe(1_005);
  expect(untilNextSecond(10_400, 0)).toBe(405);
  expect(untilNextSecond(0, 300)).toBe(705);
});

it("writes a clock face", () => {
  expect(clockFace(remainingTime(302_000, 0))).toBe("05:02");
  expect(clockFace(remainingTime(3_902_000, 0))).toBe("1:05:02");
});
