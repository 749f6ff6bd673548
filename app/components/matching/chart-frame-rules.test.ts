import { expect, it } from "vitest";
import { FRAME, lineRuns, xOf, yOf } from "./chart-frame-rules";

it("places shares between the edges of the plot", () => {
  expect(yOf(1)).toBe(FRAME.top);
  expect(yOf(0)).toBe(FRAME.height - FRAME.bottom);
  expect(xOf(0)).toBe(FRAME.left);
  expect(xOf(1)).toBe(FRAME.width - FRAME.right);
});

it("leaves a gap where nothing is known", () => {
  const runs = lineRuns([null, 0.5, 0.6, null, 1]);
  expect(runs.map((run) => run.length)).toEqual([2, 1]);
  expect(runs[1]?.[0]).toEqual({ x: xOf(0.9), y: yOf(1) });
  expect(lineRuns([null, null])).toEqual([]);
});
