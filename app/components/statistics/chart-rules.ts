/** Height of one row of a chart in its own units. */
export const BAND = 40;
const WIDTH = 520;
const GAP = 6;
/** Room for the figure behind the longest bar. */
const FIGURE_ROOM = 52;

type Row = { key: string; label: string; values: number[] };
export type PlacedBar = {
  key: string;
  series: number;
  value: number;
  y: number;
  width: number;
  height: number;
};

/** Width of a label in 13 px type: a Chinese character is 13 wide, a Latin letter about 7. */
function widthOf(label: string): number {
  return [...label].reduce(
    (sum, letter) => sum + ((letter.codePointAt(0) ?? 0) > 0x2e80 ? 13 : 7),
    0,
  );
}

/** Where every bar of a horizontal chart lies; the largest value fills the room that labels leave. */
export function chartLayout(rows: readonly Row[]): {
  width: number;
  height: number;
  labelWidth: number;
  bars: PlacedBar[];
} {
  const labelWidth = Math.min(220, Math.max(40, ...rows.map((row) => widthOf(row.label))) + 12);
  const largest = Math.max(1, ...rows.flatMap((row) => row.values));
  const room = WIDTH - labelWidth - FIGURE_ROOM;
  const bars = rows.flatMap((row, index) => {
    const height = (BAND - GAP * 2) / row.values.length;
    return row.values.map((value, series) => ({
      key: `${row.key}-${series}`,
      series,
      value,
      y: index * BAND + GAP + series * height,
      width: Math.round((value / largest) * room * 10) / 10,
      height,
    }));
  });
  return { width: WIDTH, height: rows.length * BAND, labelWidth, bars };
}
