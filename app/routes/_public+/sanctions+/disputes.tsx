import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { DisputeStateBadge } from "~/components/oversight/oversight-state";
import { TradeName } from "~/components/oversight/trade-name";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { Table } from "~/components/ui/table";
import { listPublicResults } from "~/domain/oversight/dispute-queries.server";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const SIZE = 20;
const HERE = "/sanctions/disputes";

export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const t = getFixedT(request, ["oversight", "common"]);
    const { page, ...paging } = readPaging(new URL(request.url).searchParams, SIZE);
    return {
      ...(await listPublicResults(paging, getDb())),
      page,
      title: `${t("oversight:results.title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Results of disputes about trades, with reasons. */
export default function DisputeResults() {
  const { items, total, page } = useLoaderData<typeof loader>();
  const { t } = useTranslation("oversight");
  const from = (page - 1) * SIZE;
  return (
    <>
      <PageHeader
        title={t("results.title")}
        lead={t("results.lead")}
        breadcrumbs={[
          { label: t("sanctions.title"), to: "/sanctions" },
          { label: t("results.title") },
        ]}
      />
      <div className="space-y-5">
        <Card padding="flush">
          <Table
            caption={t("results.caption")}
            rows={items}
            rowKey={(row) => String(row.number)}
            empty={
              <EmptyState icon="inbox" title={t("results.emptyTitle")}>
                {t("results.emptyText")}
              </EmptyState>
            }
            columns={[
              {
                key: "number",
                header: t("results.number"),
                rowHeader: true,
                cell: (row) => t("caseNumber", { number: row.number }),
              },
              {
                key: "trade",
                header: t("results.trade"),
                cell: (row) => (
                  <TradeName
                    caseType={row.caseType}
                    number={row.caseNumber}
                    title={row.caseTitle}
                  />
                ),
              },
              {
                key: "outcome",
                header: t("results.outcome"),
                cell: (row) => <DisputeStateBadge state={row.state} />,
              },
              {
                key: "result",
                header: t("results.result"),
                cell: (row) => <span className="whitespace-pre-line">{row.result}</span>,
              },
              {
                key: "at",
                header: t("results.at"),
                cell: (row) => (row.decidedAt ? <DateTime value={row.decidedAt} /> : "—"),
              },
            ]}
          />
        </Card>
        {total > 0 && (
          <Pagination
            previousTo={page > 1 ? `${HERE}?page=${page - 1}` : null}
            nextTo={from + items.length < total ? `${HERE}?page=${page + 1}` : null}
            summary={t("summary", { from: from + 1, to: from + items.length, total })}
          />
        )}
      </div>
    </>
  );
}
