import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { RoadshowCards } from "~/components/roadshows/events/roadshow-cards";
import { Pagination } from "~/components/ui/pagination";
import { seriesHref } from "~/domain/roadshows/events/roadshow-href";
import { getPublicSeries } from "~/domain/roadshows/events/series-queries.server";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";
import { appUrl } from "~/platform/env.server";

const PAGE_SIZE = 20;

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const t = getFixedT(request, ["roadshows", "common"]);
    const { page, skip, size } = readPaging(new URL(request.url).searchParams, PAGE_SIZE);
    const paging = { skip, take: size };
    const found = await getPublicSeries(
      Number(params.number),
      paging,
      findLocale(request),
      getDb(),
    );
    const title = `${found.series.title} · ${t("common:marketName")}`;
    return { ...found, page, title, canonical: `${appUrl()}${seriesHref(found.series.number)}` };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { tagName: "link", rel: "canonical", href: data?.canonical },
];

/** A series with its public events. */
export default function PublicSeriesPage() {
  const { t } = useTranslation("roadshows");
  const { series, items, total, page } = useLoaderData<typeof loader>();
  const from = (page - 1) * PAGE_SIZE;
  return (
    <>
      <PageHeader
        title={series.title}
        eyebrow={
          <span className="text-sm text-muted">
            {t("series.number", { number: series.number })}
          </span>
        }
        lead={series.intro || undefined}
        breadcrumbs={[{ label: t("list.title"), to: "/roadshows" }, { label: series.title }]}
        meta={
          <Link className="link" to={`/organisations/${series.organisation.id}`}>
            {series.organisation.legalName}
          </Link>
        }
      />
      <RoadshowCards items={items} />
      <Pagination
        previousTo={page > 1 ? `?page=${page - 1}` : null}
        nextTo={from + items.length < total ? `?page=${page + 1}` : null}
      />
    </>
  );
}
