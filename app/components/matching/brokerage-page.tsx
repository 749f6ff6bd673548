import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { Select } from "~/components/ui/select";
import { Table } from "~/components/ui/table";
import { TRIED_FILTERS } from "~/domain/matching/brokerage-rules";
import type { BrokeragePage as Page } from "~/domain/matching/brokerage-view";
import { PairTitles, PairTried, PairWorth } from "./brokerage-row";

type BrokeragePageProps = {
  data: Page;
  page: number;
  size: number;
};

function Filters({ data }: { data: Page }) {
  const { t, i18n } = useTranslation("matching");
  const isChinese = i18n.language.startsWith("zh");
  const { filters } = data;
  const options = (all: string, list: Page["fields"]) => [
    { value: "", label: all },
    ...list.map((one) => ({ value: one.code, label: isChinese ? one.zh : one.en })),
  ];
  return (
    <Form method="get" className="flex flex-wrap items-end gap-3">
      <Select
        name="field"
        label={t("brokerage.filterField")}
        options={options(t("brokerage.anyField"), data.fields)}
        defaultValue={filters.field ?? ""}
      />
      <Select
        name="region"
        label={t("brokerage.filterRegion")}
        options={options(t("brokerage.anyRegion"), data.regions)}
        defaultValue={filters.region ?? ""}
      />
      <Select
        name="tried"
        label={t("brokerage.filterTried")}
        options={TRIED_FILTERS.map((value) => ({ value, label: t(`brokerage.tried.${value}`) }))}
        defaultValue={filters.tried}
      />
      <Button type="submit">{t("brokerage.apply")}</Button>
    </Form>
  );
}

function query(filters: Page["filters"], page: number): string {
  const params = new URLSearchParams();
  if (filters.field) params.set("field", filters.field);
  if (filters.region) params.set("region", filters.region);
  if (filters.tried !== "all") params.set("tried", filters.tried);
  if (page > 1) params.set("page", String(page));
  const text = params.toString();
  return text ? `?${text}` : "?";
}

/** Pairs worth a broker's time. */
export function BrokeragePage({ data, page, size }: BrokeragePageProps) {
  const { t } = useTranslation("matching");
  const { filters, pairs, total } = data;
  const isFiltered = filters.field || filters.region || filters.tried !== "all";
  const from = (page - 1) * size + 1;
  const summary = t(data.isCapped ? "brokerage.summaryCapped" : "brokerage.summary", {
    from,
    to: from + pairs.length - 1,
    total,
  });
  return (
    <div className="grid gap-5">
      <PageHeader title={t("brokerage.title")} lead={t("brokerage.lead")} />
      <Filters data={data} key={query(filters, 1)} />
      {pairs.length === 0 ? (
        data.isUnranked || !isFiltered ? (
          <EmptyState icon="handshake" title={t("brokerage.emptyTitle")}>
            {t("brokerage.emptyText")}
          </EmptyState>
        ) : (
          <EmptyState
            icon="handshake"
            title={t("brokerage.emptyFilteredTitle")}
            actions={<LinkButton to="/desk/brokerage">{t("brokerage.clear")}</LinkButton>}
          >
            {t("brokerage.emptyFilteredText")}
          </EmptyState>
        )
      ) : (
        <>
          <p className="text-sm text-muted">{t("brokerage.rule")}</p>
          <Card padding="flush">
            <Table
              caption={t("brokerage.caption")}
              rows={pairs}
              rowKey={(pair) => `${pair.needId} ${pair.achievementId}`}
              columns={[
                {
                  key: "pair",
                  header: t("brokerage.pairs"),
                  rowHeader: true,
                  cell: (pair) => <PairTitles pair={pair} />,
                },
                {
                  key: "tried",
                  header: t("brokerage.columnTried"),
                  cell: (pair) => <PairTried pair={pair} />,
                },
                {
                  key: "worth",
                  header: t("brokerage.columnWorth"),
                  cell: (pair) => <PairWorth pair={pair} canJudge={data.canJudge} />,
                },
              ]}
            />
          </Card>
          <Pagination
            summary={summary}
            previousTo={page > 1 ? query(filters, page - 1) : null}
            nextTo={page * size < total ? query(filters, page + 1) : null}
          />
        </>
      )}
      <p className="text-sm text-muted">{t("brokerage.note")}</p>
    </div>
  );
}
