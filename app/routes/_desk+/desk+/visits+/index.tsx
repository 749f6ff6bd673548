import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { PersonStateBadge, RoleBadges } from "~/components/roadshows/people/person-state";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { Table } from "~/components/ui/table";
import { visitHref } from "~/domain/roadshows/events/roadshow-href";
import { listOwnVisits } from "~/domain/roadshows/people/visit-queries.server";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const PAGE_SIZE = 20;

export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["meetings", "common"]);
    const { page, skip, size } = readPaging(new URL(request.url).searchParams, PAGE_SIZE);
    const found = await listOwnVisits(getDb(), actor, { skip, take: size });
    return { ...found, page, title: `${t("meetings:nav.visits")} · ${t("common:marketName")}` };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Events that the person takes part in. */
export default function VisitsPage() {
  const { t } = useTranslation(["meetings", "roadshows"]);
  const { items, total, page } = useLoaderData<typeof loader>();
  const from = (page - 1) * PAGE_SIZE;
  return (
    <>
      <PageHeader title={t("visits.title")} lead={t("visits.lead")} />
      <Card padding="flush">
        <Table
          caption={t("visits.caption")}
          rows={items}
          rowKey={(row) => row.id}
          empty={
            <EmptyState
              icon="calendar"
              title={t("visits.emptyTitle")}
              actions={<LinkButton to="/roadshows">{t("visits.browse")}</LinkButton>}
            >
              {t("visits.emptyText")}
            </EmptyState>
          }
          columns={[
            {
              key: "event",
              header: t("visits.event"),
              rowHeader: true,
              cell: (row) => (
                <Link to={visitHref(row.id)} className="link">
                  {row.event.title}
                </Link>
              ),
            },
            {
              key: "date",
              header: t("visits.date"),
              cell: (row) => <span className="tabular">{row.event.startsOn}</span>,
            },
            { key: "venue", header: t("visits.venue"), cell: (row) => row.event.venue },
            {
              key: "roles",
              header: t("visits.roles"),
              cell: (row) => <RoleBadges roles={row.roles} />,
            },
            {
              key: "state",
              header: t("visits.state"),
              cell: (row) => <PersonStateBadge state={row.state} />,
            },
            {
              key: "incoming",
              header: t("visits.incoming"),
              align: "end",
              cell: (row) =>
                row.incoming > 0 ? (
                  <Link to={visitHref(row.id, "meetings")} className="link tabular">
                    {row.incoming}
                  </Link>
                ) : (
                  <span className="tabular">0</span>
                ),
            },
          ]}
        />
      </Card>
      <Pagination
        previousTo={page > 1 ? `?page=${page - 1}` : null}
        nextTo={from + items.length < total ? `?page=${page + 1}` : null}
      />
    </>
  );
}
