import { useTranslation } from "react-i18next";
import { Table } from "~/components/ui/table";
import type { CalibrationRow, QualityFigures } from "~/domain/matching/quality-view";
import { ChartFrame, DotMark, SquareMark } from "./chart-frame";
import { FRAME, GRID, xOf, yOf } from "./chart-frame-rules";
import { QualityCard } from "./quality-card";
import { percentOf, useShareText } from "./use-share-text";

type QualityCalibrationProps = {
  rows: CalibrationRow[];
  /** Of all judged pairs together. */
  overall: Pick<QualityFigures, "related" | "estimated">;
};

/** Estimates in five bins against what people said. */
export function QualityCalibration({ rows, overall }: QualityCalibrationProps) {
  const { t } = useTranslation("quality");
  const text = useShareText();
  return (
    <QualityCard id="calibration" title={t("calibration.title")} note={t("calibration.note")}>
      <p className="mb-4 text-sm">
        {overall.estimated === null
          ? t("overall.relatedNoteFew", { count: overall.related.count, of: overall.related.of })
          : t("overall.relatedNote", {
              count: overall.related.count,
              of: overall.related.of,
              percent: percentOf(overall.estimated),
            })}
      </p>
      <CalibrationChart rows={rows} />
      <Table
        caption={t("calibration.title")}
        rows={rows}
        rowKey={(row) => String(row.from)}
        narrow="scroll"
        dense
        columns={[
          {
            key: "bin",
            header: t("calibration.bin"),
            rowHeader: true,
            className: "tabular whitespace-nowrap",
            cell: (row) =>
              t("calibration.range", { from: percentOf(row.from), to: percentOf(row.to) }),
          },
          {
            key: "estimated",
            header: t("calibration.estimated"),
            align: "end",
            className: "tabular",
            cell: (row) => text.percent(row.estimated),
          },
          {
            key: "judged",
            header: t("calibration.judged"),
            align: "end",
            className: "tabular whitespace-nowrap",
            cell: (row) => text.share(row.judged),
          },
          {
            key: "answered",
            header: t("calibration.answered"),
            align: "end",
            className: "tabular whitespace-nowrap",
            cell: (row) => text.share(row.answered),
          },
        ]}
      />
    </QualityCard>
  );
}

function CalibrationChart({ rows }: { rows: CalibrationRow[] }) {
  const { t } = useTranslation("quality");
  const known = rows.filter((row) => row.judged.rate !== null || row.answered.rate !== null);
  if (known.length === 0) return null;
  return (
    <ChartFrame
      title={t("calibration.chart")}
      legend={[
        { label: t("calibration.judgedShort"), mark: <DotMark /> },
        { label: t("calibration.answeredShort"), mark: <SquareMark /> },
      ]}
    >
      {GRID.map((share) => (
        <text
          key={share}
          x={xOf(share)}
          y={FRAME.height - 10}
          textAnchor={share === 1 ? "end" : "middle"}
          className="tabular fill-muted text-[12px]"
        >
          {t("percent", { percent: percentOf(share) })}
        </text>
      ))}
      <line
        x1={xOf(0)}
        y1={yOf(0)}
        x2={xOf(1)}
        y2={yOf(1)}
        className="stroke-line-strong"
        strokeDasharray="6 5"
        strokeWidth={1.5}
      />
      {known.map((row) => {
        const x = xOf(row.estimated ?? (row.from + row.to) / 2);
        return (
          <g key={row.from}>
            {row.judged.rate !== null && <DotMark x={x} y={yOf(row.judged.rate)} />}
            {row.answered.rate !== null && <SquareMark x={x} y={yOf(row.answered.rate)} />}
          </g>
        );
      })}
    </ChartFrame>
  );
}
