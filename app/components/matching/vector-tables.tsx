import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { formatDateTime } from "~/components/ui/date-time";
import { DescriptionList } from "~/components/ui/description-list";
import { Table } from "~/components/ui/table";
import type { TrainedTable, VectorTablesView } from "~/domain/matching/vector-table-view";

const TONES = { "at-work": "brand", retired: "neutral", refused: "warning" } as const;
const OUTCOMES = { "at-work": "kept", retired: "retired", refused: "refused" } as const;

const figure = (value: number) => value.toFixed(3);

/** Which word vectors matching works with, and how the tables trained on the catalogue fared. */
export function VectorTables({ tables }: { tables: VectorTablesView }) {
  const { t } = useTranslation("quality");
  const { atWork, trained, leastListings, tolerance } = tables;
  const { checks } = atWork;
  return (
    <Card title={t("vectors.title")}>
      <p className="mb-4 max-w-3xl text-sm text-muted">{t("vectors.note")}</p>
      <DescriptionList
        hideEmpty
        items={[
          {
            label: t("vectors.atWork"),
            value: atWork.isShipped
              ? t("vectors.shipped", { version: atWork.version })
              : atWork.version,
          },
          {
            label: t("vectors.since"),
            value: atWork.since && formatDateTime(atWork.since, "datetime"),
          },
          {
            label: t("vectors.trainedOn"),
            value: t(atWork.isShipped ? "vectors.texts" : "vectors.textsOfMarket", {
              texts: atWork.texts,
              base: atWork.base,
            }),
          },
          { label: t("vectors.units"), value: atWork.units },
          {
            label: t("vectors.check"),
            value:
              checks &&
              t("vectors.checkValue", {
                catalogue: figure(checks.candidate.catalogue),
                general: figure(checks.candidate.general),
                catalogueBefore: figure(checks.atWork.catalogue),
                generalBefore: figure(checks.atWork.general),
              }),
          },
        ]}
      />
      {trained.length === 0 ? (
        <p className="mt-4">{t("vectors.never", { least: leastListings })}</p>
      ) : (
        <TrainedTables trained={trained} />
      )}
      <p className="mt-3 max-w-3xl text-sm text-muted">{t("vectors.figuresNote", { tolerance })}</p>
      <p className="mt-1 text-sm text-muted">
        {t("vectors.command")} <code>npm run match:train-catalogue</code>
      </p>
    </Card>
  );
}

function TrainedTables({ trained }: { trained: TrainedTable[] }) {
  const { t } = useTranslation("quality");
  const change = (key: "catalogue" | "general") => ({
    key,
    header: t(`vectors.${key}`),
    align: "end" as const,
    className: "tabular whitespace-nowrap",
    cell: ({ checks }: TrainedTable) =>
      t("vectors.change", {
        before: figure(checks.atWork[key]),
        after: figure(checks.candidate[key]),
      }),
  });
  return (
    <div className="mt-4">
      <Table
        caption={t("vectors.caption")}
        rows={trained}
        rowKey={(row) => row.version}
        narrow="scroll"
        dense
        columns={[
          {
            key: "version",
            header: t("vectors.version"),
            rowHeader: true,
            className: "whitespace-nowrap",
            cell: (row) => row.version,
          },
          {
            key: "at",
            header: t("vectors.at"),
            className: "tabular whitespace-nowrap",
            cell: (row) => formatDateTime(row.at, "datetime"),
          },
          {
            key: "outcome",
            header: t("vectors.outcome"),
            cell: (row) => (
              <Badge tone={TONES[row.state]}>{t(`vectors.${OUTCOMES[row.state]}`)}</Badge>
            ),
          },
          {
            key: "texts",
            header: t("vectors.trainedOn"),
            align: "end",
            className: "tabular",
            cell: (row) => row.texts,
          },
          {
            key: "asked",
            header: t("vectors.asked"),
            align: "end",
            className: "tabular",
            cell: (row) => row.checks.asked,
          },
          change("catalogue"),
          change("general"),
        ]}
      />
    </div>
  );
}
