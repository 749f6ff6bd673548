import type { TFunction } from "i18next";
import type { FigureRow } from "./figure-table";

type Name = { zh: string; en: string };
type TwoCounts = { code: string; name: Name; achievements: number; needs: number };

/** The public figures as the loader tells them. */
export type StatisticsView = {
  byField: readonly TwoCounts[];
  byRegion: readonly TwoCounts[];
  byMonth: readonly { code: string; achievements: number; needs: number }[];
  introductions: readonly { code: string; requested: number; accepted: number; declined: number }[];
  readiness: {
    levels: readonly { level: number | null; declared: number; verified: number }[];
    notGiven: number;
  };
  kinds: readonly { kind: string; count: number }[];
};

export type StatisticsTable = {
  id: string;
  title: string;
  note: string;
  rowTitle: string;
  columns: string[];
  rows: FigureRow[];
};

const KIND_KEYS = [
  "UNIVERSITY",
  "RESEARCH_INSTITUTE",
  "ENTERPRISE",
  "BROKER_AGENCY",
  "PARK",
  "GOVERNMENT_OFFICE",
] as const;

/** Every table of the page in one language; the page draws them, the download writes them. */
export function statisticsTables(
  view: StatisticsView,
  t: TFunction<"home">,
  locale: string,
): StatisticsTable[] {
  const name = (one: Name) => (locale.startsWith("zh") ? one.zh : one.en);
  const both = [t("stats.achievements"), t("stats.needs")];
  const listing = (row: TwoCounts, filter: string): FigureRow => ({
    key: row.code,
    label: name(row.name),
    to: `/achievements?${filter}=${row.code}`,
    values: [row.achievements, row.needs],
  });
  return [
    {
      id: "fields",
      title: t("stats.byField"),
      note: t("stats.byFieldNote"),
      rowTitle: t("stats.field"),
      columns: both,
      rows: view.byField.map((row) => listing(row, "field")),
    },
    {
      id: "regions",
      title: t("stats.byRegion"),
      note: t("stats.byRegionNote"),
      rowTitle: t("stats.region"),
      columns: both,
      rows: view.byRegion.map((row) => listing(row, "region")),
    },
    {
      id: "months",
      title: t("stats.byMonth"),
      note: t("stats.byMonthNote"),
      rowTitle: t("stats.month"),
      columns: both,
      rows: view.byMonth.map((row) => ({
        key: row.code,
        label: row.code,
        values: [row.achievements, row.needs],
      })),
    },
    {
      id: "introductions",
      title: t("stats.introductionsByMonth"),
      note: t("stats.introductionsNote"),
      rowTitle: t("stats.month"),
      columns: [t("stats.requested"), t("stats.accepted"), t("stats.declined")],
      rows: view.introductions.map((row) => ({
        key: row.code,
        label: row.code,
        values: [row.requested, row.accepted, row.declined],
      })),
    },
    {
      id: "readiness",
      title: t("stats.byReadiness"),
      note: t("stats.byReadinessNote"),
      rowTitle: t("stats.level"),
      columns: [t("stats.declared"), t("stats.verified")],
      rows: [
        ...view.readiness.levels.map((row) => ({
          key: String(row.level),
          label: t("stats.levelValue", { level: row.level ?? "" }),
          values: [row.declared, row.verified],
        })),
        { key: "none", label: t("stats.none"), values: [view.readiness.notGiven, 0] },
      ],
    },
    {
      id: "organisations",
      title: t("stats.byOrganisation"),
      note: t("stats.byOrganisationNote"),
      rowTitle: t("stats.kind"),
      columns: [t("stats.organisations")],
      rows: view.kinds.map((row) => ({
        key: row.kind,
        label: kindName(row.kind, t),
        to: `/organisations?kind=${row.kind}`,
        values: [row.count],
      })),
    },
  ];
}

function kindName(kind: string, t: TFunction<"home">): string {
  const known = KIND_KEYS.find((one) => one === kind);
  return known ? t(`stats.kinds.${known}`) : kind;
}
