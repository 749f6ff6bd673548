import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clockDifference, estimateServerClock } from "./server-clock";

describe("estimateServerClock", () => {
  it("takes the sample with the shortest round trip", () => {
    const clock = estimateServerClock([
      { askedAt: 0, answeredAt: 400, serverAt: 10_390 },
      { askedAt: 1_000, answeredAt: 1_040, serverAt: 11_020 },
      { askedAt: 2_000, answeredAt: 2_200, serverAt: 12_010 },
    ]);
    expect(clock).toEqual({ ahead: 10_000, roundTripMs: 40 });
  });

  it("knows nothing without a usable sample", () => {
    expect(estimateServerClock([])).toBeNull();
    expect(estimateServerClock([{ askedAt: 10, answeredAt: 5, serverAt: 1 }])).toBeNull();
    expect(estimateServerClock([{ askedAt: 0, answeredAt: 1, serverAt: Number.NaN }])).toBeNull();
  });

  it("is never wrong by more than half the round trip of its best sample", () => {
    const way = fc.integer({ min: 0, max: 3_000 });
    const trips = fc.array(fc.tuple(way, way), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.integer({ min: -1e7, max: 1e7 }), trips, (ahead, ways) => {
        const samples = ways.map(([out, back], i) => {
          const askedAt = i * 10_000;
          return { askedAt, answeredAt: askedAt + out + back, serverAt: askedAt + out + ahead };
        });
        const clock = estimateServerClock(samples);
        const shortest = Math.min(...ways.map(([out, back]) => out + back));
        expect(clock?.roundTripMs).toBe(shortest);
        expect(Math.abs((clock?.ahead ?? 0) - ahead)).toBeLessThanOrEqual(shortest / 2);
      }),
    );
  });
});

describe("clockDifference", () => {
  const at = 1_800_000_000_000;

  it("says how far a wrong clock is off", () => {
    expect(clockDifference(at + 302_000, at)).toEqual({
      direction: "ahead",
      hours: 0,
      minutes: 5,
      seconds: 2,
    });
    expect(clockDifference(at - 7_260_000, at)).toMatchObject({
      direction: "behind",
      hours: 2,
      minutes: 1,
      seconds: 0,
    });
  });

  it("does not mind what nobody notices", () => {
    expect(clockDifference(at + 499, at).direction).toBe("same");
    expect(clockDifference(at - 500, at).direction).toBe("behind");
  });
});
