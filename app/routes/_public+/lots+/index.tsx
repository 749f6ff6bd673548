import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { LotFilters, LotList } from "~/components/trading/lot-list";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Pagination } from "~/components/ui/pagination";
import { Tabs } from "~/components/ui/tabs";
import { listOptions, regionTree } from "~/domain/catalogue/code-queries.server";
import { readPaging } from "~/domain/shared/pagination";
import { listLots } from "~/domain/trading/lot-list-queries.server";
import { LOT_SHOWS, lotSearchSchema } from "~/domain/trading/lot-search-schema";
import { withErrors } from "~/http/error-response.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const SIZE = 20;
const NAMES = ["mode", "field", "region", "min", "max"] as const;

export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const db = getDb();
    const locale = findLocale(request);
    const params = new URL(request.url).searchParams;
    const search = lotSearchSchema.parse(Object.fromEntries(params));
    const paging = readPaging(params, SIZE);
    const [{ lots, total }, fields, regions] = await Promise.all([
      listLots(db, search, paging, locale),
      listOptions(db, "fields", locale),
      regionTree(db, locale),
    ]);
    const t = getFixedT(request, ["trading", "common"]);
    const text = (name: (typeof NAMES)[number]) => params.get(name)?.slice(0, 40) ?? "";
    return {
      lots,
      total,
      page: paging.page,
      show: search.show,
      values: {
        show: search.show,
        mode: search.mode ?? "",
        field: search.field ?? "",
        region: search.region ?? "",
        min: search.min === null ? "" : text("min"),
        max: search.max === null ? "" : text("max"),
      },
      fields: fields
        .filter((one) => one.parent === null)
        .map(({ value, label }) => ({ value, label })),
      // Province and its cities: districts would make the list endless.
      regions: regions.flatMap((one) => [
        { value: one.value, label: one.label },
        ...(one.children ?? []).map(({ value, label }) => ({ value, label })),
      ]),
      title: `${t("trading:title")} · ${t("common:marketName")}`,
      description: t("trading:lead"),
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "description", content: data?.description },
];

/** Lots on public sale, with filters in the address. */
export default function LotsPage() {
  const view = useLoaderData<typeof loader>();
  const { t } = useTranslation("trading");
  const to = (changes: Record<string, string>) => {
    const params = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...view.values, ...changes })) {
      if (value) params.set(name, value);
    }
    return `/lots?${params}`;
  };
  const labels = {
    open: t("filter.open"),
    bidding: t("filter.biddingNow"),
    ended: t("filter.ended"),
    all: t("filter.all"),
  };
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <LinkButton to="/desk/lots/new" icon="plus">
            {t("list.sell")}
          </LinkButton>
        }
      />
      <div className="space-y-5">
        <Tabs
          label={t("filter.show")}
          items={LOT_SHOWS.map((one) => ({
            to: to({ show: one }),
            label: labels[one],
            current: one === view.show,
            count: one === view.show ? view.total : undefined,
          }))}
        />
        <Card>
          <LotFilters values={view.values} fields={view.fields} regions={view.regions} />
        </Card>
        <LotList lots={view.lots} />
        {view.total > SIZE && (
          <Pagination
            previousTo={view.page > 1 ? to({ page: String(view.page - 1) }) : undefined}
            nextTo={view.page * SIZE < view.total ? to({ page: String(view.page + 1) }) : undefined}
            summary={t("list.count", { count: view.total })}
          />
        )}
      </div>
    </>
  );
}
