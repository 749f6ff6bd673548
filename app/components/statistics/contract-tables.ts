import type { TFunction } from "i18next";
import type { ShownCell } from "~/domain/statistics/contract-figure-rules";

type Name = { zh: string; en: string };
type Named = ShownCell & { name: Name | null };

/** Figures of registered contracts as the loader tells them. */
export type ContractFiguresView = {
  total: ShownCell["figures"];
  byCategory: readonly Named[];
  byCity: readonly Named[];
  byField: readonly Named[];
  byMonth: readonly ShownCell[];
};

export type ContractTable = {
  id: string;
  title: string;
  rowTitle: string;
  csvColumns: string[];
  rows: { key: string; label: string; figures: ShownCell["figures"] }[];
};

/** The tables of registered contracts in one language; the page draws them, the download writes them. */
export function contractTables(
  view: ContractFiguresView,
  t: TFunction<"home">,
  locale: string,
): ContractTable[] {
  const named = (rows: readonly Named[]) =>
    rows.map((row) => ({
      key: row.code,
      label: row.name ? (locale.startsWith("zh") ? row.name.zh : row.name.en) : t("stats.noField"),
      figures: row.figures,
    }));
  const csvColumns = [
    t("stats.contractCount"),
    t("stats.contractTotalYuan"),
    t("stats.contractTechnicalYuan"),
  ];
  return [
    {
      id: "contracts-categories",
      title: t("stats.contractsByCategory"),
      rowTitle: t("stats.category"),
      csvColumns,
      rows: named(view.byCategory),
    },
    {
      id: "contracts-regions",
      title: t("stats.contractsByCity"),
      rowTitle: t("stats.region"),
      csvColumns,
      rows: named(view.byCity),
    },
    {
      id: "contracts-fields",
      title: t("stats.contractsByField"),
      rowTitle: t("stats.field"),
      csvColumns,
      rows: named(view.byField),
    },
    {
      id: "contracts-months",
      title: t("stats.contractsByMonth"),
      rowTitle: t("stats.month"),
      csvColumns,
      rows: view.byMonth.map(({ code, figures }) => ({ key: code, label: code, figures })),
    },
  ];
}
