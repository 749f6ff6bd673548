import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { RoadshowTable } from "~/components/roadshows/events/roadshow-table";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { listOfficeRoadshows } from "~/domain/roadshows/events/office-roadshow-queries.server";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { requireOffice } from "~/http/guards.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const PAGE_SIZE = 20;
/** More than that never waits in one region for long; the rest follows as these are decided. */
const MOST_WAITING = 50;

export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request, ["MARKET_OPERATOR"]);
    const t = getFixedT(request, ["roadshows", "common"]);
    const locale = findLocale(request);
    const db = getDb();
    const { page, skip, size } = readPaging(new URL(request.url).searchParams, PAGE_SIZE);
    const [waiting, rest] = await Promise.all([
      listOfficeRoadshows(db, actor, "WAITING", { skip: 0, take: MOST_WAITING }, locale),
      listOfficeRoadshows(db, actor, "REST", { skip, take: size }, locale),
    ]);
    const title = `${t("roadshows:nav.office")} · ${t("common:marketName")}`;
    return { waiting, rest, page, title };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Events of the operator's region. */
export default function OfficeRoadshowsPage() {
  const { t } = useTranslation("roadshows");
  const { waiting, rest, page } = useLoaderData<typeof loader>();
  const from = (page - 1) * PAGE_SIZE;
  const empty = <EmptyState icon="calendar" title={t("list.empty")} />;
  return (
    <>
      <PageHeader title={t("nav.office")} lead={t("list.officeLead")} />
      <div className="space-y-5">
        <RoadshowTable
          title={`${t("office.waiting")} (${waiting.total})`}
          items={waiting.items}
          base="/office/roadshows"
          empty={empty}
        />
        <RoadshowTable
          title={t("office.rest")}
          items={rest.items}
          base="/office/roadshows"
          empty={empty}
        />
        <Pagination
          previousTo={page > 1 ? `?page=${page - 1}` : null}
          nextTo={from + rest.items.length < rest.total ? `?page=${page + 1}` : null}
        />
      </div>
    </>
  );
}
