import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { Table } from "~/components/ui/table";
import { FIGURE_KEYS } from "~/domain/matching/quality-rules";
import type { RankerFigures } from "~/domain/matching/quality-view";

type QualityRankersProps = { current: string; rankers: RankerFigures[] };

/** Which version makes the lists now, and what every version reached when it was measured. */
export function QualityRankers({ current, rankers }: QualityRankersProps) {
  const { t, i18n } = useTranslation("quality");
  const known = FIGURE_KEYS.filter((key) => rankers.some((one) => one.figures[key] !== undefined));
  const measuredOn = rankers.find((one) => one.version === current)?.measuredOn;
  return (
    <Card id="rankers" title={t("ranker.title")}>
      <p className="text-lg font-semibold text-ink" data-ranker={current}>
        {t("ranker.now", { version: current })}
      </p>
      {known.length === 0 ? (
        <p className="mt-2 text-sm text-muted">{t("ranker.noFigures")}</p>
      ) : (
        <>
          <p className="mt-2 mb-3 max-w-3xl text-sm text-muted">{t("ranker.text")}</p>
          <Table
            caption={t("ranker.title")}
            rows={rankers}
            rowKey={(row) => row.version}
            narrow="scroll"
            dense
            columns={[
              {
                key: "version",
                header: t("ranker.version"),
                rowHeader: true,
                className: "whitespace-nowrap",
                cell: (row) => (
                  <span className="inline-flex items-center gap-2">
                    {row.version}
                    {row.version === current && <Badge tone="brand">{t("ranker.atWork")}</Badge>}
                  </span>
                ),
              },
              ...known.map((key) => ({
                key,
                header: t(`ranker.figures.${key}`),
                align: "end" as const,
                className: "tabular",
                cell: (row: RankerFigures) => row.figures[key]?.toFixed(3) ?? t("none"),
              })),
            ]}
          />
          {measuredOn && (
            <p className="mt-3 text-sm text-muted">
              {t("ranker.measuredOn", {
                set: i18n.language === "en" ? measuredOn.en : measuredOn.zh,
                version: current,
              })}
            </p>
          )}
          <p className="mt-3 max-w-3xl text-sm text-muted">{t("ranker.figuresNote")}</p>
        </>
      )}
      <p className="mt-4 text-sm">{t("ranker.repeat")}</p>
      <pre className="mt-1 rounded-md bg-sunken px-3 py-2 text-sm break-words whitespace-pre-wrap">
        <code>npm run match:evaluate -- --needs needs.jsonl --pairs pairs.jsonl</code>
      </pre>
    </Card>
  );
}
