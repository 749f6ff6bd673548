import type { TFunction } from "i18next";
import type { MatchingQuality } from "~/domain/matching/quality-view";

export type QualityTable = {
  id: string;
  columns: string[];
  rows: (string | number)[][];
};

/** Unknown stays empty in a spreadsheet: it is not zero. */
const known = (value: number | null) => (value === null ? "" : Math.round(value * 10_000) / 10_000);

/** The page's tables for the download: counts, from which every rate can be computed. */
export function qualityTables(quality: MatchingQuality, t: TFunction<"quality">): QualityTable[] {
  return [
    {
      id: "weeks",
      columns: [
        t("weeks.week"),
        t("columns.monday"),
        t("columns.interestedInFive"),
        t("columns.answeredInFive"),
        t("columns.strongInFive"),
        t("columns.judgedInFive"),
        t("columns.answered"),
        t("columns.shown"),
        t("columns.repliedInTime"),
        t("columns.concluded"),
        t("columns.related"),
        t("columns.judged"),
        t("columns.estimated"),
        t("columns.versions"),
      ],
      rows: quality.weeks.map(({ week, monday, figures, versions }) => [
        week,
        monday,
        figures.interestedInFive.count,
        figures.interestedInFive.of,
        figures.strongInFive.count,
        figures.strongInFive.of,
        figures.answered.count,
        figures.answered.of,
        figures.repliedInTime.count,
        figures.repliedInTime.of,
        figures.related.count,
        figures.related.of,
        known(figures.estimated),
        versions.map((one) => `${one.version} ${one.shown}`).join("; "),
      ]),
    },
    {
      id: "calibration",
      columns: [
        t("columns.from"),
        t("columns.to"),
        t("columns.estimated"),
        t("columns.related"),
        t("columns.judged"),
        t("columns.answersRelated"),
        t("columns.answers"),
      ],
      rows: quality.calibration.map((row) => [
        row.from,
        row.to,
        known(row.estimated),
        row.judged.count,
        row.judged.of,
        row.answered.count,
        row.answered.of,
      ]),
    },
  ];
}
