import { describe, expect, it } from "vitest";
import { banOf } from "./strike-rules";

const policy = { strikesForBan: 2, strikeMonths: 24, banMonths: 12 };
const strike = (id: string, day: string) => ({ id, at: new Date(`${day}T04:00:00Z`) });

describe("bans by strikes", () => {
  it("makes none of one strike, nor of two that lie too far apart", () => {
    expect(banOf([], policy)).toBeNull();
    expect(banOf([strike("a", "2026-01-10")], policy)).toBeNull();
    expect(banOf([strike("a", "2023-01-09"), strike("b", "2026-01-10")], policy)).toBeNull();
  });

  it("bans from the second strike for the dated months, to the end of the day", () => {
    const ban = banOf([strike("b", "2026-03-05"), strike("a", "2025-01-10")], policy);
    expect(ban?.strikeIds).toEqual(["a", "b"]);
    expect(ban?.fromAt.toISOString()).toBe("2026-03-05T04:00:00.000Z");
    expect(ban?.untilAt.toISOString()).toBe("2027-03-05T16:00:00.000Z");
  });

  it("counts a strike of the very day that the period begins with, by the calendar here", () => {
    expect(banOf([strike("a", "2024-03-05"), strike("b", "2026-03-05")], policy)).not.toBeNull();
    expect(banOf([strike("a", "2024-03-04"), strike("b", "2026-03-05")], policy)).toBeNull();
  });

  it("prolongs a running ban from the last strike", () => {
    const days = ["2025-01-10", "2025-03-05", "2025-06-01"];
    const ban = banOf(
      days.map((day, at) => strike(String(at), day)),
      policy,
    );
    expect(ban?.fromAt.toISOString()).toBe("2025-03-05T04:00:00.000Z");
    expect(ban?.untilAt.toISOString()).toBe("2026-06-01T16:00:00.000Z");
    expect(ban?.strikeIds).toEqual(["0", "1", "2"]);
  });
});
