import { expect, it } from "vitest";
import { daysBetween, medianOf, suspendedMs } from "./duration-rules";

const at = (day: number) => new Date(Date.UTC(2026, 0, day));

it("counts begun days, medians and the time in corrections", () => {
  expect(daysBetween(at(1), at(31))).toBe(30);
  expect(medianOf([])).toBeNull();
  expect(medianOf([9, 1, 4])).toBe(4);
  expect(medianOf([1, 2])).toBe(1);
  const moves = [
    { toState: "REVIEW", at: at(1) },
    { toState: "REVIEW_CORRECTION", at: at(3) },
    { toState: "REVIEW", at: at(8) },
    { toState: "REVIEW_CORRECTION", at: at(10) },
    { toState: "REVIEW", at: at(11) },
    { toState: "REGISTERED", at: at(12) },
  ];
  expect(suspendedMs(moves)).toBe(6 * 86_400_000);
});
