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
import { listOwnPublicities } from "~/domain/deals/publicity-page-queries.server";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const PAGE_SIZE = 20;

export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["terms", "common"]);
    const { page, skip, size } = readPaging(new URL(request.url).searchParams, PAGE_SIZE);
    const found = await listOwnPublicities(actor, getDb(), { skip, take: size });
    return { ...found, page, title: `${t("terms:publicity.own")} · ${t("common:marketName")}` };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Publicities of the units that the reader runs them for. */
export default function OwnPublicitiesPage() {
  const { t } = useTranslation("terms");
  const { lines, total, page } = useLoaderData<typeof loader>();
  const last = Math.ceil(total / PAGE_SIZE);
  return (
    <>
      <PageHeader title={t("publicity.own")} lead={t("publicity.ownLead")} />
      <Card padding="flush">
        <Table
          caption={t("publicity.own")}
          rows={lines}
          rowKey={(one) => String(one.number)}
          empty={
            <EmptyState icon="certificate" title={t("publicity.ownEmpty")}>
              {t("publicity.ownEmptyText")}
            </EmptyState>
          }
          columns={[
            {
              key: "name",
              header: t("publicity.name"),
              rowHeader: true,
              cell: (one) => (
                <Link className="link" to={`/desk/deals/${one.dealId}/publicity`}>
                  {one.title}
                </Link>
              ),
            },
            { key: "unit", header: t("publicity.unit"), cell: (one) => one.unit },
            {
              key: "counterparty",
              header: t("publicity.counterparty"),
              cell: (one) => one.counterparty,
            },
            {
              key: "state",
              header: t("page.column.state"),
              cell: (one) => <PublicityStateBadge state={one.state} />,
            },
            {
              key: "ends",
              header: t("publicity.ends"),
              cell: (one) => one.endsAt && <DateTime value={one.endsAt} format="datetime" />,
            },
            {
              key: "open",
              header: t("publicity.openObjections"),
              align: "end",
              cell: (one) => one.openObjections,
            },
          ]}
        />
      </Card>
      <Pagination
        previousTo={page > 1 ? `?page=${page - 1}` : null}
        nextTo={page < last ? `?page=${page + 1}` : null}
      />
    </>
  );
}
