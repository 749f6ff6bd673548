import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Icon } from "~/components/ui/icon";
import { Table } from "~/components/ui/table";
import { BarChart, SERIES_LOOK } from "./bar-chart";

export type FigureRow = { key: string; label: string; to?: string; values: number[] };

interface FigureTableProps {
  id: string;
  title: string;
  /** What is counted, by which date, and what is not. */
  note: string;
  rowTitle: string;
  columns: ReadonlyArray<string>;
  rows: ReadonlyArray<FigureRow>;
  /** Rows of the drawing, when they are fewer than those of the table. */
  charted?: ReadonlyArray<FigureRow>;
  children?: React.ReactNode;
}

const looks = [SERIES_LOOK.first, SERIES_LOOK.second, SERIES_LOOK.third];

/** One public table: its definition, the drawing, the figures, the download. */
export function FigureTable({
  id,
  title,
  note,
  rowTitle,
  columns,
  rows,
  charted,
  children,
}: FigureTableProps) {
  const { t, i18n } = useTranslation("home");
  const number = new Intl.NumberFormat(i18n.language);
  const hasFigures = rows.some((row) => row.values.some((value) => value > 0));
  return (
    <Card
      id={id}
      title={title}
      actions={
        <a
          href={`/statistics/download?table=${id}`}
          download
          className="link inline-flex items-center gap-1.5"
          aria-label={t("stats.downloadLabel", { table: title })}
        >
          <Icon name="download" size={16} />
          {t("stats.download")}
        </a>
      }
    >
      <p className="mb-4 max-w-3xl text-sm text-muted">{note}</p>
      {children}
      {hasFigures ? (
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <BarChart
            title={title}
            series={columns.map((label, index) => ({
              key: label,
              label,
              className: looks[index] ?? SERIES_LOOK.third,
            }))}
            rows={charted ?? rows}
          />
          <Table
            caption={title}
            rows={rows}
            rowKey={(row) => row.key}
            narrow="scroll"
            dense
            columns={[
              {
                key: "row",
                header: rowTitle,
                rowHeader: true,
                cell: (row) =>
                  row.to ? (
                    <Link to={row.to} className="link">
                      {row.label}
                    </Link>
                  ) : (
                    row.label
                  ),
              },
              ...columns.map((label, index) => ({
                key: label,
                header: label,
                align: "end" as const,
                cell: (row: FigureRow) => (
                  <span className="tabular">{number.format(row.values[index] ?? 0)}</span>
                ),
              })),
            ]}
          />
        </div>
      ) : (
        <EmptyState icon="chart" title={t("stats.empty")} />
      )}
    </Card>
  );
}
