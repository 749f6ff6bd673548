import { useTranslation } from "react-i18next";
import { Table } from "~/components/ui/table";
import type { WeekFigures } from "~/domain/matching/quality-view";
import { QualityCard } from "./quality-card";
import { useShareText } from "./use-share-text";
import { WeekChart } from "./week-chart";

/** Weeks that the page shows; all of them are in the download. */
const SHOWN = 12;
const SHARES = [
  "interestedInFive",
  "strongInFive",
  "answered",
  "repliedInTime",
  "related",
] as const;

/** The figures week by week, the newest first. */
export function QualityWeeks({ weeks }: { weeks: WeekFigures[] }) {
  const { t } = useTranslation("quality");
  const text = useShareText();
  const shown = weeks.slice(-SHOWN);
  return (
    <QualityCard id="weeks" title={t("weeks.title")} note={t("weeks.note")}>
      <WeekChart weeks={shown} />
      <Table
        caption={t("weeks.title")}
        rows={[...shown].reverse()}
        rowKey={(row) => row.week}
        narrow="scroll"
        dense
        columns={[
          {
            key: "week",
            header: t("weeks.week"),
            rowHeader: true,
            className: "whitespace-nowrap",
            cell: (row) => row.week,
          },
          ...SHARES.map((key) => ({
            key,
            header: t(`weeks.${key}`),
            align: "end" as const,
            className: "tabular whitespace-nowrap",
            cell: (row: WeekFigures) => text.share(row.figures[key]),
          })),
          {
            key: "estimated",
            header: t("weeks.estimated"),
            align: "end",
            className: "tabular",
            cell: (row) => text.percent(row.figures.estimated),
          },
          {
            key: "versions",
            header: t("weeks.versions"),
            className: "whitespace-nowrap",
            cell: (row) =>
              row.versions.length === 0
                ? t("none")
                : row.versions.map((one) => t("weeks.versionShown", one)).join(" "),
          },
        ]}
      />
      <p className="mt-3 text-sm text-muted">{t("weeks.all", { weeks: weeks.length })}</p>
    </QualityCard>
  );
}
