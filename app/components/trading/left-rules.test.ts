import { expect, it } from "vitest";
import { leftOf } from "./left-rules";

it("takes a length of time apart and ends at zero", () => {
  expect(leftOf(90_061_000)).toEqual({ days: 1, hours: 1, minutes: 1, seconds: 1 });
  expect(leftOf(1)).toEqual({ days: 0, hours: 0, minutes: 0, seconds: 1 });
  expect(leftOf(0)).toBeNull();
  expect(leftOf(-5)).toBeNull();
});
