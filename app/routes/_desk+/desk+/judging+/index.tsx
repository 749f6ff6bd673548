import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { Table } from "~/components/ui/table";
import { listSeats } from "~/domain/roadshows/call/seat-queries.server";
import { seatHref } from "~/domain/roadshows/events/roadshow-href";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const PAGE_SIZE = 20;

export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["pitches", "common"]);
    const { page, skip, size } = readPaging(new URL(request.url).searchParams, PAGE_SIZE);
    const found = await listSeats(getDb(), actor, { skip, take: size });
    return { ...found, page, title: `${t("pitches:judging.title")} · ${t("common:marketName")}` };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Seats of the reader as reviewer or judge, with what waits there. */
export default function SeatsPage() {
  const { t } = useTranslation("pitches");
  const { items, total, page } = useLoaderData<typeof loader>();
  const from = (page - 1) * PAGE_SIZE;
  return (
    <>
      <PageHeader title={t("judging.title")} lead={t("judging.lead")} />
      <Card padding="flush">
        <Table
          caption={t("judging.title")}
          rows={items}
          rowKey={(one) => one.id}
          empty={
            <EmptyState icon="check" title={t("judging.emptyTitle")}>
              {t("judging.emptyText")}
            </EmptyState>
          }
          columns={[
            {
              key: "roadshow",
              header: t("judging.column.roadshow"),
              rowHeader: true,
              cell: (one) => (
                <Link className="link" to={seatHref(one.id)}>
                  {one.roadshowTitle}
                </Link>
              ),
            },
            {
              key: "role",
              header: t("judging.column.role"),
              cell: (one) => (
                <>
                  {t(`judging.roles.${one.role as "REVIEWER" | "JUDGE"}`)}
                  {one.role === "JUDGE" && (
                    <Link className="link ms-2" to={`${seatHref(one.id)}/stage`}>
                      {t("judging.toStage")}
                    </Link>
                  )}
                </>
              ),
            },
            {
              key: "date",
              header: t("judging.column.date"),
              cell: (one) => one.startsOn ?? "—",
            },
            {
              key: "waiting",
              header: t("judging.column.waiting"),
              cell: (one) =>
                one.total > 0
                  ? t("judging.waiting", { count: one.waiting, total: one.total })
                  : t("judging.nothing"),
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
