import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { RefusedForm } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { ConnectForm } from "~/components/payments/connect-form";
import { TransferTaskList } from "~/components/payments/transfer-task-list";
import { Pagination } from "~/components/ui/pagination";
import { Tabs } from "~/components/ui/tabs";
import { listPayouts } from "~/domain/payments/payout-queries.server";
import { REFUND_FOLDERS } from "~/domain/payments/refund-queries.server";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { requireOffice } from "~/http/guards.server";
import { answerPayoutForm } from "~/http/payments/office-form.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const PAGE_SIZE = 20;

export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request, ["MARKET_OPERATOR"]);
    const t = getFixedT(request, ["payments", "common"]);
    const params = new URL(request.url).searchParams;
    const folder = REFUND_FOLDERS.find((one) => one === params.get("folder")) ?? "open";
    const { page, skip, size } = readPaging(params, PAGE_SIZE);
    return {
      title: `${t("payments:office.payouts.title")} · ${t("common:marketName")}`,
      folder,
      folders: REFUND_FOLDERS,
      page,
      ...(await listPayouts(folder, { skip, take: size }, actor, getDb())),
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request, ["MARKET_OPERATOR"]);
    return answerPayoutForm(request, actor, getDb());
  });
}

export default function PayoutsPage() {
  const { t } = useTranslation("payments");
  const { folder, folders, items, total, open, page, isConnectOn } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as RefusedForm;
  const to = (number: number) => `/office/payouts?folder=${folder}&page=${number}`;
  const from = (page - 1) * PAGE_SIZE;
  return (
    <>
      <PageHeader title={t("office.payouts.title")} lead={t("office.payouts.lead")} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <Tabs
          label={t("office.payouts.title")}
          items={folders.map((one) => ({
            to: `/office/payouts?folder=${one}`,
            label: t(`office.refunds.${one}`),
            current: one === folder,
            ...(one === "open" && open > 0 ? { count: open } : {}),
          }))}
        />
        <TransferTaskList items={items} kind="payouts" answer={answer} />
        {total > 0 && (
          <Pagination
            previousTo={page > 1 ? to(page - 1) : undefined}
            nextTo={from + items.length < total ? to(page + 1) : undefined}
            summary={t("listSummary", { from: from + 1, to: from + items.length, total })}
          />
        )}
        {isConnectOn && <ConnectForm answer={answer} />}
      </div>
    </>
  );
}
