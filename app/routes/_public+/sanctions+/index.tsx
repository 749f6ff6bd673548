import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { StatusBadge } from "~/components/ui/badge";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { Table } from "~/components/ui/table";
import { getBanPolicy } from "~/domain/oversight/ban-policy.server";
import { listPublicBans } from "~/domain/oversight/strike-queries.server";
import { calendarDate, clock } from "~/domain/shared/clock";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const SIZE = 20;

export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const t = getFixedT(request, ["oversight", "common"]);
    const { page, ...paging } = readPaging(new URL(request.url).searchParams, SIZE);
    const db = getDb();
    const found = await listPublicBans(paging, db);
    return {
      ...found,
      items: found.items.map(({ fromAt, untilAt, ...one }) => ({
        ...one,
        fromOn: calendarDate(fromAt),
        // The period ends with the day.
        untilOn: calendarDate(new Date(untilAt.getTime() - 1)),
      })),
      policy: await getBanPolicy(db, clock.now()),
      page,
      title: `${t("oversight:sanctions.title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Organisations that are barred from trading, with reasons and period. */
export default function Sanctions() {
  const { items, total, shownDays, policy, page } = useLoaderData<typeof loader>();
  const { t } = useTranslation("oversight");
  const from = (page - 1) * SIZE;
  return (
    <>
      <PageHeader
        title={t("sanctions.title")}
        lead={t("sanctions.lead", { days: shownDays })}
        actions={<LinkButton to="/sanctions/disputes">{t("sanctions.results")}</LinkButton>}
      />
      <div className="space-y-5">
        <p className="text-muted">
          {t("sanctions.rules", {
            months: policy.strikeMonths,
            strikes: policy.strikesForBan,
            banMonths: policy.banMonths,
          })}
        </p>
        <Card padding="flush">
          <Table
            caption={t("sanctions.caption")}
            rows={items}
            rowKey={(row) => row.id}
            empty={
              <EmptyState icon="check" title={t("sanctions.emptyTitle")}>
                {t("sanctions.emptyText")}
              </EmptyState>
            }
            columns={[
              {
                key: "organisation",
                header: t("sanctions.organisation"),
                rowHeader: true,
                cell: (row) => (
                  <Link className="link" to={`/organisations/${row.organisationId}`}>
                    {row.organisation}
                  </Link>
                ),
              },
              { key: "uscc", header: t("sanctions.uscc"), cell: (row) => row.uscc ?? "—" },
              { key: "reason", header: t("sanctions.reason"), cell: (row) => row.reason },
              { key: "from", header: t("sanctions.from"), cell: (row) => row.fromOn },
              { key: "until", header: t("sanctions.until"), cell: (row) => row.untilOn },
              {
                key: "state",
                header: t("sanctions.state"),
                cell: (row) => (
                  <StatusBadge tone={row.isRunning ? "danger" : "neutral"}>
                    {t(row.isRunning ? "sanctions.running" : "sanctions.ended")}
                  </StatusBadge>
                ),
              },
            ]}
          />
        </Card>
        {total > 0 && (
          <Pagination
            previousTo={page > 1 ? `/sanctions?page=${page - 1}` : null}
            nextTo={from + items.length < total ? `/sanctions?page=${page + 1}` : null}
            summary={t("summary", { from: from + 1, to: from + items.length, total })}
          />
        )}
      </div>
    </>
  );
}
