import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { DisputeTable } from "~/components/oversight/dispute-table";
import { OversightTabs } from "~/components/oversight/oversight-tabs";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { Tabs } from "~/components/ui/tabs";
import { listDisputes } from "~/domain/oversight/dispute-queries.server";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { requireOffice } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const SIZE = 20;
const HERE = "/office/oversight/disputes";

export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request, ["MARKET_OPERATOR"]);
    const t = getFixedT(request, ["oversight", "common"]);
    const query = new URL(request.url).searchParams;
    const paging = readPaging(query, SIZE);
    const isOpen = query.get("list") !== "done";
    return {
      ...(await listDisputes(isOpen, paging, actor, getDb())),
      isOpen,
      page: paging.page,
      title: `${t("oversight:tabs.disputes")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Disputes() {
  const { items, total, isOpen, page } = useLoaderData<typeof loader>();
  const { t } = useTranslation("oversight");
  const from = (page - 1) * SIZE;
  const pageTo = (number: number) => `${HERE}?list=${isOpen ? "open" : "done"}&page=${number}`;
  return (
    <>
      <PageHeader title={t("tabs.disputes")} lead={t("dispute.officeLead")} />
      <div className="space-y-5">
        <OversightTabs current="disputes" />
        <Tabs
          label={t("tabs.disputes")}
          items={[
            { to: HERE, label: t("dispute.openTab"), current: isOpen },
            { to: `${HERE}?list=done`, label: t("dispute.doneTab"), current: !isOpen },
          ]}
        />
        <DisputeTable
          rows={items}
          under={HERE}
          hasNames
          empty={
            <EmptyState icon="inbox" title={t("dispute.officeEmpty")}>
              {t("dispute.officeEmptyText")}
            </EmptyState>
          }
        />
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
