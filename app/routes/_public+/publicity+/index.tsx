import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PublicityStateBadge } from "~/components/deals/publicity-state";
import { PageHeader } from "~/components/layout/page-header";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { Table } from "~/components/ui/table";
import { Tabs } from "~/components/ui/tabs";
import { listPublicities } from "~/domain/deals/publicity-page-queries.server";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const PAGE_SIZE = 20;

export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const t = getFixedT(request, ["terms", "common"]);
    const query = new URL(request.url).searchParams;
    const { page, skip, size } = readPaging(query, PAGE_SIZE);
    const isRunning = query.get("show") !== "all";
    const found = await listPublicities(getDb(), { isRunning, skip, take: size });
    return {
      ...found,
      page,
      isRunning,
      title: `${t("terms:publicity.listTitle")} · ${t("common:marketName")}`,
      description: t("terms:publicity.listLead"),
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "description", content: data?.description },
];

/** Every publicity of an agreed price, running ones first. */
export default function PublicityListPage() {
  const { t } = useTranslation("terms");
  const { lines, total, page, isRunning } = useLoaderData<typeof loader>();
  const show = isRunning ? "" : "show=all&";
  const last = Math.ceil(total / PAGE_SIZE);
  return (
    <>
      <PageHeader title={t("publicity.listTitle")} lead={t("publicity.listLead")} />
      <div className="space-y-5">
        <Tabs
          label={t("publicity.listTitle")}
          items={[
            { to: "/publicity", label: t("publicity.running"), current: isRunning },
            { to: "/publicity?show=all", label: t("publicity.all"), current: !isRunning },
          ]}
        />
        <Card padding="flush">
          <Table
            caption={t("publicity.listTitle")}
            rows={lines}
            rowKey={(one) => String(one.number)}
            empty={
              <EmptyState icon="certificate" title={t("publicity.emptyTitle")}>
                {t("publicity.emptyText")}
              </EmptyState>
            }
            columns={[
              {
                key: "name",
                header: t("publicity.name"),
                rowHeader: true,
                cell: (one) => (
                  <Link className="link" to={`/publicity/${one.number}`}>
                    {one.title}
                  </Link>
                ),
              },
              { key: "unit", header: t("publicity.unit"), cell: (one) => one.unit },
              { key: "price", header: t("publicity.price"), cell: (one) => one.priceText },
              {
                key: "ends",
                header: t("publicity.ends"),
                cell: (one) => one.endsAt && <DateTime value={one.endsAt} format="datetime" />,
              },
              {
                key: "state",
                header: t("page.column.state"),
                cell: (one) => <PublicityStateBadge state={one.state} />,
              },
            ]}
          />
        </Card>
        <Pagination
          previousTo={page > 1 ? `/publicity?${show}page=${page - 1}` : null}
          nextTo={page < last ? `/publicity?${show}page=${page + 1}` : null}
        />
      </div>
    </>
  );
}
