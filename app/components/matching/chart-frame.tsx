import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { FRAME, GRID, xOf, yOf } from "./chart-frame-rules";
import { percentOf } from "./use-share-text";

type ChartFrameProps = {
  title: string;
  legend: ReadonlyArray<{ label: string; mark: ReactNode }>;
  children: ReactNode;
};

/**
 * Axes of a chart of shares. The figures stand in the table beside it, so the drawing has one name and no
 * parts for screen readers; marks differ in shape as well as in colour.
 */
export function ChartFrame({ title, legend, children }: ChartFrameProps) {
  const { t } = useTranslation("quality");
  return (
    <figure className="mb-5 max-w-lg min-w-0">
      <svg
        viewBox={`0 0 ${FRAME.width} ${FRAME.height}`}
        role="img"
        aria-label={title}
        className="h-auto w-full"
      >
        {GRID.map((share) => (
          <g key={share}>
            <line
              x1={xOf(0)}
              x2={xOf(1)}
              y1={yOf(share)}
              y2={yOf(share)}
              className="stroke-line"
              strokeWidth={1}
            />
            <text
              x={xOf(0) - 6}
              y={yOf(share)}
              textAnchor="end"
              dominantBaseline="central"
              className="tabular fill-muted text-[12px]"
            >
              {t("percent", { percent: percentOf(share) })}
            </text>
          </g>
        ))}
        {children}
      </svg>
      <figcaption className="mt-1 flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted">
        {legend.map((one) => (
          <span key={one.label} className="inline-flex items-center gap-2">
            <svg width={16} height={16} viewBox="-8 -8 16 16" aria-hidden="true">
              {one.mark}
            </svg>
            {one.label}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

type MarkProps = { x?: number; y?: number };

/** First series: a full dot. */
export function DotMark({ x = 0, y = 0 }: MarkProps) {
  return <circle cx={x} cy={y} r={5} className="fill-brand-600" />;
}

/** Second series: an outlined square. */
export function SquareMark({ x = 0, y = 0 }: MarkProps) {
  return (
    <rect
      x={x - 5}
      y={y - 5}
      width={10}
      height={10}
      className="fill-accent-100 stroke-accent-600"
      strokeWidth={1.5}
    />
  );
}
