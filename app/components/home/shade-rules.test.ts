import { describe, expect, it } from "vitest";
import { shadeOf } from "./shade-rules";

describe("shadeOf", () => {
  it("is none for nothing and the last for the largest", () => {
    expect(shadeOf(0, 10, 5)).toBe(0);
    expect(shadeOf(10, 10, 5)).toBe(4);
    expect(shadeOf(0, 0, 5)).toBe(0);
  });

  it("never shows something as nothing", () => {
    expect(shadeOf(1, 100_000, 5)).toBe(1);
  });

  it("grows with the count", () => {
    const shades = [1, 5, 20, 60, 100].map((count) => shadeOf(count, 100, 5));
    expect(shades).toEqual([...shades].sort((a, b) => a - b));
  });
});
