import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { PaymentTable } from "~/components/payments/payment-table";
import { Alert } from "~/components/ui/alert";
import { Pagination } from "~/components/ui/pagination";
import { Tabs } from "~/components/ui/tabs";
import { paymentHref, RECEIVING_HREF } from "~/domain/payments/payment-href";
import { listPayments, PAYMENT_FOLDERS } from "~/domain/payments/payment-list-queries.server";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const PAGE_SIZE = 20;

export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["payments", "common"]);
    const params = new URL(request.url).searchParams;
    const folder = PAYMENT_FOLDERS.find((one) => one === params.get("folder")) ?? "todo";
    const { page, skip, size } = readPaging(params, PAGE_SIZE);
    return {
      title: `${t("payments:listTitle")} · ${t("common:marketName")}`,
      folder,
      folders: PAYMENT_FOLDERS,
      page,
      isTreasurer: actor.memberships.some((one) => one.scopes.includes("MONEY")),
      ...(await listPayments(folder, { skip, take: size }, actor, getDb())),
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function PaymentsPage() {
  const { t } = useTranslation("payments");
  const { folder, folders, items, total, counts, page, isTreasurer } =
    useLoaderData<typeof loader>();
  const to = (number: number) => `/desk/payments?folder=${folder}&page=${number}`;
  const from = (page - 1) * PAGE_SIZE;
  return (
    <>
      <PageHeader title={t("listTitle")} lead={t("listLead")} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        {!isTreasurer && <Alert tone="info">{t("noScope")}</Alert>}
        <p>
          {t("instalments")}：
          <Link className="link" to="/desk/instalments">
            {t("instalmentsTitle")}
          </Link>
          {" · "}
          <Link className="link" to={RECEIVING_HREF}>
            {t("receiving.title")}
          </Link>
        </p>
        <Tabs
          label={t("listTitle")}
          items={folders.map((one) => ({
            to: `/desk/payments?folder=${one}`,
            label: t(`folders.${one}`),
            current: one === folder,
            ...(one === "todo" && (counts.todo ?? 0) > 0 ? { count: counts.todo } : {}),
          }))}
        />
        <PaymentTable
          items={items}
          caption={t("listCaption")}
          hrefOf={paymentHref}
          side={folder === "incoming" ? "payer" : "payee"}
        />
        {total > 0 && (
          <Pagination
            previousTo={page > 1 ? to(page - 1) : undefined}
            nextTo={from + items.length < total ? to(page + 1) : undefined}
            summary={t("listSummary", { from: from + 1, to: from + items.length, total })}
          />
        )}
      </div>
    </>
  );
}
