import { describe, expect, it } from "vitest";
import { areRatingsShown, averagesOf, mayRate } from "./rating-rules";

const ended = new Date("2026-11-01T00:00:00Z");

describe("ratings", () => {
  it("stay hidden until both sides have rated or the days have passed", () => {
    const open = { endedAt: ended, haveBothRated: false };
    expect(areRatingsShown(open, 14, new Date("2026-11-14T23:59:59Z"))).toBe(false);
    expect(areRatingsShown(open, 14, new Date("2026-11-15T00:00:00Z"))).toBe(true);
    expect(areRatingsShown({ ...open, haveBothRated: true }, 14, ended)).toBe(true);
    expect(areRatingsShown({ endedAt: null, haveBothRated: false }, 14, ended)).toBe(false);
  });

  it("show no average of few votes", () => {
    const sums = { votes: 2, reliability: 10, communication: 8, quality: 9 };
    expect(averagesOf(sums, 3)).toBeNull();
    expect(averagesOf({ votes: 3, reliability: 14, communication: 9, quality: 10 }, 3)).toEqual({
      ...{ reliability: 4.7, communication: 3, quality: 3.3 },
    });
    expect(averagesOf({ votes: 0, reliability: 0, communication: 0, quality: 0 }, 0)).toBeNull();
  });

  it("are for deals that came to a contract and its end", () => {
    expect(mayRate({ state: "COMPLETED", closeCode: null })).toBe(true);
    expect(mayRate({ state: "CLOSED", closeCode: "TERMINATED" })).toBe(true);
    expect(mayRate({ state: "CLOSED", closeCode: "PRICE" })).toBe(false);
    expect(mayRate({ state: "CONTRACTED", closeCode: null })).toBe(false);
  });
});
