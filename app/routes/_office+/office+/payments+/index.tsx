import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { PaymentTable } from "~/components/payments/payment-table";
import { SubmitButton } from "~/components/ui/button";
import { Pagination } from "~/components/ui/pagination";
import { Tabs } from "~/components/ui/tabs";
import { TextInput } from "~/components/ui/text-input";
import { officePaymentHref } from "~/domain/payments/payment-href";
import { listOfficePayments, OFFICE_FOLDERS } from "~/domain/payments/payment-list-queries.server";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { requireOffice } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const PAGE_SIZE = 20;

export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request, ["MARKET_OPERATOR"]);
    const t = getFixedT(request, ["payments", "common"]);
    const params = new URL(request.url).searchParams;
    const folder = OFFICE_FOLDERS.find((one) => one === params.get("folder")) ?? "check";
    const find = (params.get("find") ?? "").slice(0, 100);
    const { page, skip, size } = readPaging(params, PAGE_SIZE);
    const paging = { skip, take: size };
    return {
      title: `${t("payments:office.payments.title")} · ${t("common:marketName")}`,
      folder,
      folders: OFFICE_FOLDERS,
      find,
      page,
      ...(await listOfficePayments({ folder, find }, paging, actor, getDb())),
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function OfficePaymentsPage() {
  const { t } = useTranslation("payments");
  const { folder, folders, find, items, total, counts, page } = useLoaderData<typeof loader>();
  const query = find ? `&find=${encodeURIComponent(find)}` : "";
  const to = (number: number) => `/office/payments?folder=${folder}${query}&page=${number}`;
  const from = (page - 1) * PAGE_SIZE;
  return (
    <>
      <PageHeader title={t("office.payments.title")} lead={t("office.payments.lead")} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <Form method="get" className="flex flex-wrap items-end gap-3">
          <input type="hidden" name="folder" value={folder} />
          <TextInput
            name="find"
            label={t("office.payments.find")}
            width="medium"
            defaultValue={find}
          />
          <SubmitButton variant="secondary" icon="search">
            {t("office.payments.search")}
          </SubmitButton>
        </Form>
        <Tabs
          label={t("office.payments.title")}
          items={folders.map((one) => ({
            to: `/office/payments?folder=${one}${query}`,
            label: t(`office.folders.${one}`),
            current: one === folder,
            ...(one === "check" && (counts.check ?? 0) > 0 ? { count: counts.check } : {}),
          }))}
        />
        <PaymentTable
          items={items}
          caption={t("office.payments.caption")}
          hrefOf={officePaymentHref}
          side="payer"
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
