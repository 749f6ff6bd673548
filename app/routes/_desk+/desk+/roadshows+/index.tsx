import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { RoadshowTable } from "~/components/roadshows/events/roadshow-table";
import { LinkButton } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { listOwnRoadshows } from "~/domain/roadshows/events/roadshow-item-queries.server";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const PAGE_SIZE = 20;

export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["roadshows", "common"]);
    const { page, skip, size } = readPaging(new URL(request.url).searchParams, PAGE_SIZE);
    const own = actor.memberships.map((one) => one.organisationId);
    const found = await listOwnRoadshows(getDb(), own, { skip, take: size }, findLocale(request));
    return { ...found, page, title: `${t("roadshows:nav.mine")} · ${t("common:marketName")}` };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** The organiser's events. */
export default function OwnRoadshowsPage() {
  const { t } = useTranslation("roadshows");
  const { items, total, page } = useLoaderData<typeof loader>();
  const from = (page - 1) * PAGE_SIZE;
  return (
    <>
      <PageHeader
        title={t("nav.mine")}
        lead={t("list.mineLead")}
        actions={
          <>
            <LinkButton to="/desk/roadshows/series">{t("nav.series")}</LinkButton>
            <LinkButton to="/desk/roadshows/new" variant="primary" icon="plus">
              {t("list.new")}
            </LinkButton>
          </>
        }
      />
      <RoadshowTable
        items={items}
        base="/desk/roadshows"
        empty={
          <EmptyState icon="calendar" title={t("list.emptyMine")}>
            {t("list.emptyMineText")}
          </EmptyState>
        }
      />
      <Pagination
        previousTo={page > 1 ? `?page=${page - 1}` : null}
        nextTo={from + items.length < total ? `?page=${page + 1}` : null}
      />
    </>
  );
}
