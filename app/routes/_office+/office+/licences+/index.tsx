import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { OfferTable } from "~/components/licences/offer-table";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { Tabs } from "~/components/ui/tabs";
import { listOfficeLicences } from "~/domain/licences/licence-queries.server";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { requireOffice } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const SIZE = 20;
const HERE = "/office/licences";
const LISTS = ["CHECK", "OPEN", "SUSPENDED"] as const;

export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request, ["MARKET_OPERATOR"]);
    const t = getFixedT(request, ["licences", "common"]);
    const query = new URL(request.url).searchParams;
    const paging = readPaging(query, SIZE);
    const list = LISTS.find((one) => one === query.get("list")) ?? "CHECK";
    return {
      ...(await listOfficeLicences(list, paging, actor, getDb())),
      list,
      page: paging.page,
      title: `${t("licences:office.title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Offers that wait for the office, and those that run. */
export default function LicenceQueue() {
  const { items, total, list, page } = useLoaderData<typeof loader>();
  const { t } = useTranslation("licences");
  const from = (page - 1) * SIZE;
  const pageTo = (number: number) => `${HERE}?list=${list}&page=${number}`;
  return (
    <>
      <PageHeader title={t("office.title")} lead={t("office.lead")} />
      <div className="space-y-5">
        <Tabs
          label={t("office.title")}
          items={LISTS.map((one) => ({
            to: `${HERE}?list=${one}`,
            label: t(`office.tabs.${one}`),
            current: one === list,
          }))}
        />
        <OfferTable
          rows={items}
          caption={t("office.caption")}
          under={HERE}
          hasNames
          empty={
            <EmptyState icon="inbox" title={t("office.emptyTitle")}>
              {t("office.emptyText")}
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
