import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { LotStateBadge } from "~/components/trading/lot-state";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { Table } from "~/components/ui/table";
import { Tabs } from "~/components/ui/tabs";
import { readPaging } from "~/domain/shared/pagination";
import { deadlineText } from "~/domain/trading/lot-instant-rules";
import { LOT_QUEUE_LISTS, listLotQueue } from "~/domain/trading/office-lot-queries.server";
import { withErrors } from "~/http/error-response.server";
import { requireOffice } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const SIZE = 20;
const HERE = "/office/lots";

export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request, ["MARKET_OPERATOR"]);
    const params = new URL(request.url).searchParams;
    const list = LOT_QUEUE_LISTS.find((one) => one === params.get("list")) ?? "check";
    const paging = readPaging(params, SIZE);
    const t = getFixedT(request, ["trading", "common"]);
    return {
      ...(await listLotQueue(getDb(), actor, list, paging)),
      list,
      lists: LOT_QUEUE_LISTS,
      page: paging.page,
      title: `${t("trading:office.title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Lots that wait for the market's operators. */
export default function OfficeLotsPage() {
  const { rows, total, waiting, list, lists, page } = useLoaderData<typeof loader>();
  const { t } = useTranslation("trading");
  const pageTo = (number: number) => `${HERE}?list=${list}&page=${number}`;
  return (
    <>
      <PageHeader title={t("office.title")} lead={t("office.lead")} />
      <div className="space-y-4">
        <Tabs
          label={t("office.title")}
          items={lists.map((one) => ({
            to: `${HERE}?list=${one}`,
            label: t(`office.list.${one}`),
            current: one === list,
            count:
              one === "check" || one === "applications"
                ? waiting[one]
                : one === list
                  ? total
                  : undefined,
          }))}
        />
        <Card padding="flush">
          <Table
            caption={t("office.title")}
            rows={rows}
            rowKey={(row) => row.id}
            empty={<EmptyState icon="check" title={t("office.emptyTitle")} />}
            columns={[
              {
                key: "title",
                header: t("office.column.title"),
                rowHeader: true,
                cell: (row) => (
                  <Link className="link" to={`${HERE}/${row.id}`}>
                    #{row.number} {row.title || t("desk.untitled")}
                  </Link>
                ),
              },
              { key: "seller", header: t("office.column.seller"), cell: (row) => row.sellerName },
              {
                key: "state",
                header: t("office.column.state"),
                cell: (row) => <LotStateBadge state={row.state} />,
              },
              {
                key: "waiting",
                header: t("office.column.waiting"),
                align: "end",
                cell: (row) => <span className="tabular">{row.waiting}</span>,
              },
              {
                key: "due",
                header: t("office.column.due"),
                align: "end",
                cell: (row) =>
                  row.applicationsEndAt ? (
                    <span className="tabular">{deadlineText(row.applicationsEndAt)}</span>
                  ) : (
                    "—"
                  ),
              },
            ]}
          />
        </Card>
        {total > SIZE && (
          <Pagination
            previousTo={page > 1 ? pageTo(page - 1) : undefined}
            nextTo={page * SIZE < total ? pageTo(page + 1) : undefined}
            summary={t("office.count", { count: total })}
          />
        )}
      </div>
    </>
  );
}
