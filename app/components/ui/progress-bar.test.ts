import { describe, expect, it } from "vitest";
import { shareOf } from "./progress-bar";

describe("shareOf", () => {
  it("stays between nothing and all", () => {
    expect(shareOf(5, 10)).toBe(0.5);
    expect(shareOf(20, 10)).toBe(1);
    expect(shareOf(-3, 10)).toBe(0);
  });
  it("is nothing without a usable whole", () => {
    expect(shareOf(5, 0)).toBe(0);
    expect(shareOf(Number.NaN, 10)).toBe(0);
  });
});
