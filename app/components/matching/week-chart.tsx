import { useTranslation } from "react-i18next";
import type { WeekFigures } from "~/domain/matching/quality-view";
import { ChartFrame, DotMark, SquareMark } from "./chart-frame";
import { FRAME, lineRuns, xOf } from "./chart-frame-rules";

/** Precision at five by week from answers and from judgements; nothing while no week has enough. */
export function WeekChart({ weeks }: { weeks: WeekFigures[] }) {
  const { t } = useTranslation("quality");
  const series = [
    { key: "interestedInFive", className: "stroke-brand-600", Mark: DotMark },
    { key: "strongInFive", className: "stroke-accent-600", Mark: SquareMark },
  ] as const;
  const drawn = series.map((one) => ({
    ...one,
    runs: lineRuns(weeks.map((week) => week.figures[one.key].rate)),
  }));
  if (drawn.every((one) => one.runs.length === 0)) return null;
  return (
    <ChartFrame
      title={t("weeks.chart")}
      legend={series.map(({ key, Mark }) => ({ label: t(`weeks.${key}`), mark: <Mark /> }))}
    >
      {weeks.map((week, index) => (
        <text
          key={week.week}
          x={xOf((index + 0.5) / weeks.length)}
          y={FRAME.height - 10}
          textAnchor="middle"
          className="fill-muted text-[10px]"
        >
          {week.week.slice(5)}
        </text>
      ))}
      {drawn.map(({ key, className, runs, Mark }) => (
        <g key={key}>
          {runs.map((run) => (
            <polyline
              key={run[0]?.x}
              points={run.map((point) => `${point.x},${point.y}`).join(" ")}
              className={className}
              fill="none"
              strokeWidth={2}
            />
          ))}
          {runs.flat().map((point) => (
            <Mark key={point.x} {...point} />
          ))}
        </g>
      ))}
    </ChartFrame>
  );
}
