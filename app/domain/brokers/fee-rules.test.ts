import { describe, expect, it } from "vitest";
import { computeFee, parseRateBp, ratePercent, readFeeSteps, stepFault } from "./fee-rules";

const yuan = (amount: number) => BigInt(amount) * 100n;
const steps = [
  { uptoFen: yuan(1_000_000).toString(), rateBp: 500 },
  { uptoFen: yuan(5_000_000).toString(), rateBp: 300 },
  { uptoFen: null, rateBp: 100 },
];
const table = { kind: "STEPS" as const, fixedFeeFen: null, steps };

describe("fee by steps", () => {
  it("takes each part of the turnover at its own rate", () => {
    const fee = computeFee(table, yuan(6_000_000));
    expect(fee?.lines.map((line) => line.feeFen)).toEqual([
      yuan(50_000),
      yuan(120_000),
      yuan(10_000),
    ]);
    expect(fee?.totalFen).toBe(yuan(180_000));
  });

  it("stops in the step in which the turnover ends, also exactly at its end", () => {
    expect(computeFee(table, yuan(400_000))?.totalFen).toBe(yuan(20_000));
    expect(computeFee(table, yuan(1_000_000))?.lines).toHaveLength(1);
    expect(computeFee(table, 0n)?.totalFen).toBe(0n);
  });

  it("never jumps at an end: one fen more brings at most one fen more", () => {
    const at = computeFee(table, yuan(1_000_000))?.totalFen ?? 0n;
    const above = computeFee(table, yuan(1_000_000) + 1n)?.totalFen ?? 0n;
    expect(above - at).toBeLessThanOrEqual(1n);
  });

  it("rounds down to the fen once for each step", () => {
    expect(computeFee({ ...table, steps: [{ uptoFen: null, rateBp: 333 }] }, 100n)?.totalFen).toBe(
      3n,
    );
  });

  it("is unknown without a turnover, fixed or none without one", () => {
    expect(computeFee(table, null)).toBeNull();
    const fixed = { kind: "FIXED" as const, fixedFeeFen: 5n, steps: [] };
    expect(computeFee(fixed, null)?.totalFen).toBe(5n);
    expect(computeFee({ kind: "NONE", fixedFeeFen: null, steps: [] }, null)?.totalFen).toBe(0n);
  });
});

describe("table of steps", () => {
  it("must rise and end openly", () => {
    expect(stepFault(steps)).toBeNull();
    expect(stepFault([])).toBe("steps_missing");
    expect(stepFault([{ uptoFen: "100", rateBp: 1 }])).toBe("steps_open_end");
    expect(
      stepFault([
        { uptoFen: null, rateBp: 1 },
        { uptoFen: null, rateBp: 1 },
      ]),
    ).toBe("steps_open_end");
    const falling = [
      { uptoFen: "200", rateBp: 1 },
      { uptoFen: "100", rateBp: 1 },
      { uptoFen: null, rateBp: 1 },
    ];
    expect(stepFault(falling)).toBe("steps_order");
    expect(stepFault([{ uptoFen: null, rateBp: 10_001 }])).toBe("steps_rate");
  });

  it("is read from JSON and leaves out what is none", () => {
    expect(readFeeSteps([{ uptoFen: "1", rateBp: 5 }, { rateBp: "x" }, null])).toEqual([
      { uptoFen: "1", rateBp: 5 },
    ]);
    expect(readFeeSteps("no")).toEqual([]);
  });

  it("reads rates as people type them", () => {
    expect(parseRateBp("2.5%")).toBe(250);
    expect(parseRateBp("３")).toBe(300);
    expect(parseRateBp("0.05")).toBe(5);
    expect(parseRateBp("100.01")).toBeNull();
    expect(parseRateBp("a")).toBeNull();
    expect(ratePercent(250)).toBe("2.5");
  });
});
