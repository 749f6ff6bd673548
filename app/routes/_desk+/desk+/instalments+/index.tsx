import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { PaymentAmount } from "~/components/performance/payment-plan";
import { InstalmentStateBadge } from "~/components/performance/performance-state";
import { usePaymentName } from "~/components/performance/use-payment-name";
import { Alert } from "~/components/ui/alert";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { Table } from "~/components/ui/table";
import { Tabs } from "~/components/ui/tabs";
import {
  listPayments,
  PAYMENT_FOLDERS,
  treasuryOf,
} from "~/domain/performance/payment-queries.server";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const PAGE_SIZE = 20;

export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["performance", "common"]);
    const params = new URL(request.url).searchParams;
    const folder = PAYMENT_FOLDERS.find((one) => one === params.get("folder")) ?? "todo";
    const { page, skip, size } = readPaging(params, PAGE_SIZE);
    return {
      title: `${t("performance:payments.listTitle")} · ${t("common:marketName")}`,
      folder,
      folders: PAYMENT_FOLDERS,
      page,
      isTreasurer: treasuryOf(actor).length > 0,
      ...(await listPayments(folder, { skip, take: size }, actor, getDb())),
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function PaymentsPage() {
  const { t } = useTranslation("performance");
  const { folder, folders, items, total, todo, page, isTreasurer } = useLoaderData<typeof loader>();
  const nameOf = usePaymentName();
  const to = (number: number) => `/desk/instalments?folder=${folder}&page=${number}`;
  const from = (page - 1) * PAGE_SIZE;
  return (
    <>
      <PageHeader title={t("payments.listTitle")} lead={t("payments.listLead")} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        {!isTreasurer && <Alert tone="info">{t("payments.noScope")}</Alert>}
        <Tabs
          label={t("payments.listTitle")}
          items={folders.map((one) => ({
            to: `/desk/instalments?folder=${one}`,
            label: t(`payments.folders.${one}`),
            current: one === folder,
            ...(one === "todo" && todo > 0 ? { count: todo } : {}),
          }))}
        />
        <Card padding="flush">
          <Table
            caption={t("payments.listCaption")}
            rows={items}
            rowKey={(one) => one.id}
            empty={
              <EmptyState icon="money" title={t("payments.listEmpty")}>
                {t("payments.listEmptyHint")}
              </EmptyState>
            }
            columns={[
              {
                key: "name",
                header: t("payments.name"),
                rowHeader: true,
                cell: (one) => (
                  <Link className="link" to={`/desk/instalments/${one.id}`}>
                    {nameOf(one)}
                  </Link>
                ),
              },
              {
                key: "contract",
                header: t("payments.contract"),
                cell: (one) => one.contractTitle,
              },
              {
                key: "counterpart",
                header: t("payments.counterpart"),
                cell: (one) => one.counterpart,
              },
              {
                key: "part",
                header: t("payments.part"),
                cell: (one) => t(`payments.parts.${one.part}`),
              },
              {
                key: "amount",
                header: t("payments.amount"),
                align: "end",
                cell: (one) => <PaymentAmount payment={one} />,
              },
              {
                key: "due",
                header: t("payments.due"),
                cell: (one) => (
                  <span className="tabular">
                    {one.dueOn ?? t("none")}
                    {one.isOverdue && (
                      <span className="ml-2 text-danger-700">{t("payments.overdue")}</span>
                    )}
                  </span>
                ),
              },
              {
                key: "state",
                header: t("payments.state"),
                cell: (one) => <InstalmentStateBadge state={one.state} />,
              },
            ]}
          />
        </Card>
        {total > 0 && (
          <Pagination
            previousTo={page > 1 ? to(page - 1) : undefined}
            nextTo={from + items.length < total ? to(page + 1) : undefined}
            summary={t("payments.summary", { from: from + 1, to: from + items.length, total })}
          />
        )}
      </div>
    </>
  );
}
