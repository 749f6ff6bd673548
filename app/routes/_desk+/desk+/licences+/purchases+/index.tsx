import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { PurchaseStateBadge } from "~/components/licences/licence-state";
import { useLicenceText } from "~/components/licences/use-licence-text";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { Table } from "~/components/ui/table";
import { Tabs } from "~/components/ui/tabs";
import { purchaseHref } from "~/domain/licences/licence-href-rules";
import { listPurchases } from "~/domain/licences/purchase-queries.server";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const SIZE = 20;
const HERE = "/desk/licences/purchases";
const SIDES = ["bought", "given"] as const;

export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["licences", "common"]);
    const query = new URL(request.url).searchParams;
    const paging = readPaging(query, SIZE);
    const side = SIDES.find((one) => one === query.get("side")) ?? "bought";
    return {
      ...(await listPurchases(side, paging, actor, getDb())),
      side,
      page: paging.page,
      title: `${t("licences:purchases.title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Licences taken and given. */
export default function Purchases() {
  const { items, total, side, page } = useLoaderData<typeof loader>();
  const { t } = useTranslation("licences");
  const text = useLicenceText();
  const from = (page - 1) * SIZE;
  const pageTo = (number: number) => `${HERE}?side=${side}&page=${number}`;
  return (
    <>
      <PageHeader
        title={t("purchases.title")}
        lead={t("purchases.lead")}
        breadcrumbs={[
          { label: t("desk.title"), to: "/desk/licences" },
          { label: t("purchases.title") },
        ]}
        actions={<LinkButton to="/licences">{t("purchases.browse")}</LinkButton>}
      />
      <div className="space-y-5">
        <Tabs
          label={t("purchases.title")}
          items={SIDES.map((one) => ({
            to: `${HERE}?side=${one}`,
            label: t(`purchases.${one}`),
            current: one === side,
          }))}
        />
        <Card padding="flush">
          <Table
            caption={t("purchases.caption")}
            rows={items}
            rowKey={(row) => row.id}
            empty={
              <EmptyState icon="certificate" title={t("purchases.emptyTitle")}>
                {t("purchases.emptyText")}
              </EmptyState>
            }
            columns={[
              {
                key: "number",
                header: t("purchases.number"),
                rowHeader: true,
                cell: (row) => (
                  <Link className="link tabular" to={purchaseHref(row.id)}>
                    {row.number}
                  </Link>
                ),
              },
              { key: "name", header: t("purchases.name"), cell: (row) => row.title },
              {
                key: "other",
                header: t("purchases.other"),
                cell: (row) => (side === "bought" ? row.licensor : row.licensee),
              },
              {
                key: "fee",
                header: t("purchases.fee"),
                align: "end",
                cell: (row) => <span className="tabular">{text.fee(row.feeFen)}</span>,
              },
              {
                key: "term",
                header: t("purchases.term"),
                cell: (row) => (row.startsOn ? `${row.startsOn} – ${row.endsOn ?? ""}` : t("none")),
              },
              {
                key: "at",
                header: t("purchases.at"),
                cell: (row) => <DateTime value={row.createdAt} />,
              },
              {
                key: "state",
                header: t("purchases.state"),
                cell: (row) => <PurchaseStateBadge state={row.state} />,
              },
            ]}
          />
        </Card>
        {total > 0 && (
          <Pagination
            previousTo={page > 1 ? pageTo(page - 1) : null}
            nextTo={from + items.length < total ? pageTo(page + 1) : null}
            summary={t("summary", { from: from + 1, to: from + items.length, total })}
          />
        )}
      </div>
    </>
  );
}
