import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { Table } from "~/components/ui/table";
import type { ComparisonView, Measure } from "~/domain/matching/comparison-view";

/** Every version on the same judged pairs. */
export function RankerComparison({ comparison }: { comparison: ComparisonView }) {
  const { t } = useTranslation("quality");
  const { current, rows, ...rests } = comparison;
  const measure = ({ mean, count }: Measure) =>
    mean === null ? t("none") : t("office.measure", { value: mean.toFixed(3), count });
  return (
    <Card title={t("office.compareTitle")}>
      <p className="max-w-3xl text-sm text-muted">{t("office.compareNote")}</p>
      <p className="my-3 text-sm">{t("office.rests", rests)}</p>
      <Table
        caption={t("office.compareCaption")}
        rows={rows}
        rowKey={(row) => row.version}
        narrow="scroll"
        dense
        columns={[
          {
            key: "version",
            header: t("office.version"),
            rowHeader: true,
            className: "whitespace-nowrap",
            cell: (row) => (
              <span className="inline-flex items-center gap-2">
                {row.version}
                {row.version === current && <Badge tone="brand">{t("office.atWork")}</Badge>}
              </span>
            ),
          },
          ...(["ndcg10", "auc", "p5"] as const).map((key) => ({
            key,
            header: t(`office.${key}`),
            align: "end" as const,
            className: "tabular whitespace-nowrap",
            cell: (row: (typeof rows)[number]) => measure(row[key]),
          })),
          {
            key: "calibration",
            header: t("office.calibration"),
            align: "end",
            className: "tabular",
            cell: (row) => row.calibrationError?.toFixed(3) ?? t("none"),
          },
          {
            key: "difference",
            header: t("office.difference"),
            align: "end",
            className: "tabular whitespace-nowrap",
            cell: ({ difference }) =>
              difference === null
                ? t("none")
                : t("office.interval", {
                    mean: signed(difference.mean),
                    low: signed(difference.low),
                    high: signed(difference.high),
                  }),
          },
        ]}
      />
      <p className="mt-3 text-sm text-muted">{t("office.differenceNote")}</p>
      <p className="mt-1 text-sm text-muted">
        {t("office.compareCommand")} <code>npm run match:compare</code>
      </p>
    </Card>
  );
}

const signed = (value: number) => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(3)}`;
