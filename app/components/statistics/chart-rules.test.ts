import { describe, expect, it } from "vitest";
import { BAND, chartLayout } from "./chart-rules";

const row = (key: string, ...values: number[]) => ({ key, label: key, values });

describe("chartLayout", () => {
  it("gives the largest value the whole room and the others their share", () => {
    const { bars, width, labelWidth } = chartLayout([row("a", 10), row("b", 5), row("c", 0)]);
    const [first, second, third] = bars;
    expect(first?.width).toBeCloseTo((second?.width ?? 0) * 2, 0);
    expect(third?.width).toBe(0);
    expect(labelWidth + (first?.width ?? 0)).toBeLessThan(width);
  });

  it("keeps the bars of a row inside its band", () => {
    const { bars, height } = chartLayout([row("a", 1, 2), row("b", 3, 4)]);
    expect(height).toBe(2 * BAND);
    for (const bar of bars) {
      const band = bar.key.startsWith("a") ? 0 : BAND;
      expect(bar.y).toBeGreaterThanOrEqual(band);
      expect(bar.y + bar.height).toBeLessThanOrEqual(band + BAND);
    }
  });

  it("draws nothing for nothing without dividing by zero", () => {
    expect(chartLayout([]).bars).toEqual([]);
    expect(chartLayout([row("a", 0)]).bars[0]?.width).toBe(0);
  });
});
