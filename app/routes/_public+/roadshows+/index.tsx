import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { RoadshowCards } from "~/components/roadshows/events/roadshow-cards";
import { RoadshowFilterForm } from "~/components/roadshows/events/roadshow-filters";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { listOptions, regionTree } from "~/domain/catalogue/code-queries.server";
import { searchRoadshows } from "~/domain/roadshows/events/roadshow-search-queries.server";
import { readRoadshowFilters } from "~/domain/roadshows/events/roadshow-search-schema";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";
import { appUrl } from "~/platform/env.server";

const PAGE_SIZE = 20;

export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const t = getFixedT(request, ["roadshows", "common"]);
    const locale = findLocale(request);
    const db = getDb();
    const query = new URL(request.url).searchParams;
    const { page, skip, size } = readPaging(query, PAGE_SIZE);
    const chosen = readRoadshowFilters(query);
    const [found, fields, provinces] = await Promise.all([
      searchRoadshows(db, chosen, { skip, take: size }, locale),
      listOptions(db, "fields", locale),
      regionTree(db, locale),
    ]);
    // The province and its cities: districts are found by their city.
    const regions = provinces.flatMap(({ value, label, children = [] }) => [
      { value, label },
      ...children.map((city) => ({ value: city.value, label: `${label} ${city.label}` })),
    ]);
    return {
      ...found,
      page,
      chosen,
      fields: fields.filter((one) => one.parent === null),
      regions,
      title: `${t("roadshows:list.title")} · ${t("common:marketName")}`,
      description: t("roadshows:list.lead"),
      canonical: `${appUrl()}/roadshows`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "description", content: data?.description },
  { tagName: "link", rel: "canonical", href: data?.canonical },
];

/** Every public event. */
export default function RoadshowsPage() {
  const { t } = useTranslation("roadshows");
  const { items, total, page, chosen, fields, regions } = useLoaderData<typeof loader>();
  const from = (page - 1) * PAGE_SIZE;
  const pageTo = (number: number) => {
    const query = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value !== ""));
    query.set("page", String(number));
    return `?${query}`;
  };
  return (
    <>
      <PageHeader title={t("list.title")} lead={t("list.lead")} />
      <div className="space-y-5">
        <RoadshowFilterForm chosen={chosen} fields={fields} regions={regions} />
        <p className="text-sm text-muted">{t("list.count", { count: total })}</p>
        {items.length === 0 ? (
          <EmptyState icon="calendar" title={t("list.empty")}>
            {t("list.emptyText")}
          </EmptyState>
        ) : (
          <RoadshowCards items={items} />
        )}
        <Pagination
          previousTo={page > 1 ? pageTo(page - 1) : null}
          nextTo={from + items.length < total ? pageTo(page + 1) : null}
        />
      </div>
    </>
  );
}
