import { useTranslation } from "react-i18next";
import { BAND, chartLayout } from "./chart-rules";

export type Series = { key: string; label: string; className: string };
export type ChartRow = { key: string; label: string; values: number[] };

interface BarChartProps {
  title: string;
  series: ReadonlyArray<Series>;
  rows: ReadonlyArray<ChartRow>;
}

/**
 * Horizontal bars drawn on the server. The figures stand in the table beside it, so the drawing has one
 * name and no parts for screen readers; shape (full and hatched) tells the series apart as well as colour.
 */
export function BarChart({ title, series, rows }: BarChartProps) {
  const { t } = useTranslation("home");
  const { bars, height, labelWidth, width } = chartLayout(rows);
  return (
    <figure className="min-w-0">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t("stats.chartLabel", { title })}
        className="h-auto w-full"
      >
        <line
          x1={labelWidth}
          x2={labelWidth}
          y1={0}
          y2={height}
          className="stroke-line-strong"
          strokeWidth={1}
        />
        {rows.map((row, index) => (
          <text
            key={row.key}
            x={labelWidth - 8}
            y={index * BAND + BAND / 2}
            textAnchor="end"
            dominantBaseline="central"
            className="fill-body text-[13px]"
          >
            {row.label}
          </text>
        ))}
        {bars.map((bar) => (
          <rect
            key={bar.key}
            x={labelWidth}
            y={bar.y}
            width={bar.width}
            height={bar.height}
            className={series[bar.series]?.className}
            strokeWidth={1}
          />
        ))}
        {bars.map((bar) => (
          <text
            key={bar.key}
            x={labelWidth + bar.width + 5}
            y={bar.y + bar.height / 2}
            dominantBaseline="central"
            className="tabular fill-muted text-[12px]"
          >
            {bar.value > 0 ? bar.value : ""}
          </text>
        ))}
      </svg>
      {series.length > 1 && (
        <figcaption className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted">
          {series.map((one) => (
            <span key={one.key} className="inline-flex items-center gap-2">
              <svg width={14} height={14} aria-hidden="true">
                <rect width={14} height={14} className={one.className} />
              </svg>
              {one.label}
            </span>
          ))}
        </figcaption>
      )}
    </figure>
  );
}

/** Looks of the two series of this market: dark full for achievements, pale outlined for needs. */
export const SERIES_LOOK = {
  first: "fill-brand-600 stroke-brand-600",
  second: "fill-accent-100 stroke-accent-600",
  third: "fill-sunken stroke-line-strong",
} as const;
