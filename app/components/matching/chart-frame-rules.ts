/** Room around the plot of a chart of shares, in its own units. */
export const FRAME = { width: 420, height: 210, left: 42, right: 10, top: 10, bottom: 28 } as const;

/** Lines across the plot: 0 to 100 %. */
export const GRID = [0, 0.25, 0.5, 0.75, 1] as const;

const round = (value: number) => Math.round(value * 10) / 10;

/** Where a share (0 to 1) lies from the top. */
export function yOf(share: number): number {
  const room = FRAME.height - FRAME.top - FRAME.bottom;
  return round(FRAME.top + (1 - share) * room);
}

/** Where a place (0 to 1 of the width) lies from the left. */
export function xOf(place: number): number {
  return round(FRAME.left + place * (FRAME.width - FRAME.left - FRAME.right));
}

/** Runs of neighbouring known values as points of lines: a gap in the data is a gap in the line. */
export function lineRuns(values: readonly (number | null)[]): { x: number; y: number }[][] {
  const runs: { x: number; y: number }[][] = [];
  let isOpen = false;
  values.forEach((value, index) => {
    if (value === null) {
      isOpen = false;
      return;
    }
    const point = { x: xOf((index + 0.5) / values.length), y: yOf(value) };
    if (isOpen) runs.at(-1)?.push(point);
    else runs.push([point]);
    isOpen = true;
  });
  return runs;
}
