import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { SeatStateBadge } from "~/components/roadshows/events/roadshow-state";
import { daysText } from "~/components/roadshows/events/roadshow-table";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { Table } from "~/components/ui/table";
import { seatAnswerHref } from "~/domain/roadshows/events/roadshow-href";
import { listOwnSeats } from "~/domain/roadshows/events/staff-queries.server";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const PAGE_SIZE = 20;

export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["roadshows", "common"]);
    const { page, skip, size } = readPaging(new URL(request.url).searchParams, PAGE_SIZE);
    const found = await listOwnSeats(actor, { skip, take: size }, getDb());
    return { ...found, page, title: `${t("roadshows:nav.seats")} · ${t("common:marketName")}` };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** What organisers ask the reader to do. */
export default function OwnSeatsPage() {
  const { t } = useTranslation("roadshows");
  const { seats, total, page } = useLoaderData<typeof loader>();
  const from = (page - 1) * PAGE_SIZE;
  return (
    <>
      <PageHeader title={t("nav.seats")} lead={t("seats.lead")} />
      <Card padding="flush">
        <Table
          caption={t("nav.seats")}
          rows={seats}
          rowKey={(one) => one.id}
          empty={
            <EmptyState icon="users" title={t("seats.empty")}>
              {t("seats.emptyText")}
            </EmptyState>
          }
          columns={[
            {
              key: "event",
              header: t("seats.column.event"),
              rowHeader: true,
              cell: (one) => (
                <>
                  <Link className="link" to={seatAnswerHref(one.id)}>
                    {one.roadshow.title}
                  </Link>
                  <span className="block text-sm text-muted">{one.roadshow.organiser}</span>
                </>
              ),
            },
            {
              key: "role",
              header: t("seats.column.role"),
              cell: (one) => t(`seats.roles.${one.role as "JUDGE"}`),
            },
            {
              key: "days",
              header: t("list.column.days"),
              cell: (one) => <span className="tabular">{daysText(one.roadshow)}</span>,
            },
            {
              key: "state",
              header: t("seats.column.state"),
              cell: (one) => <SeatStateBadge state={one.state} />,
            },
          ]}
        />
      </Card>
      <Pagination
        previousTo={page > 1 ? `?page=${page - 1}` : null}
        nextTo={from + seats.length < total ? `?page=${page + 1}` : null}
      />
    </>
  );
}
