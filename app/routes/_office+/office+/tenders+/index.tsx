import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { TenderTable } from "~/components/tenders/tender-table";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { Tabs } from "~/components/ui/tabs";
import { readPaging } from "~/domain/shared/pagination";
import {
  listOfficeTenders,
  OFFICE_TENDER_LISTS,
} from "~/domain/tenders/tender-list-queries.server";
import { withErrors } from "~/http/error-response.server";
import { requireOffice } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const SIZE = 20;
const HERE = "/office/tenders";

export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request, ["MARKET_OPERATOR"]);
    const t = getFixedT(request, ["tenders", "common"]);
    const query = new URL(request.url).searchParams;
    const { page, skip, size } = readPaging(query, SIZE);
    const list = OFFICE_TENDER_LISTS.find((one) => one === query.get("list")) ?? "check";
    const found = await listOfficeTenders(actor, getDb(), { list, skip, take: size });
    const title = `${t("tenders:office.title")} · ${t("common:marketName")}`;
    return { ...found, list, lists: OFFICE_TENDER_LISTS, page, title };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Tenders for the market's operators. */
export default function OfficeTendersPage() {
  const { t } = useTranslation("tenders");
  const { lines, total, list, lists, page } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t("office.title")} lead={t("office.lead")} />
      <div className="space-y-5">
        <Tabs
          label={t("office.title")}
          items={lists.map((one) => ({
            to: `${HERE}?list=${one}`,
            label: t(`office.lists.${one}`),
            current: one === list,
            count: one === list ? total : undefined,
          }))}
        />
        <TenderTable
          lines={lines}
          caption={t("office.title")}
          hrefOf={(line) => `${HERE}/${line.id}`}
          empty={<EmptyState icon="inbox" title={t("office.empty")} />}
        />
        <Pagination
          previousTo={page > 1 ? `${HERE}?list=${list}&page=${page - 1}` : null}
          nextTo={page * SIZE < total ? `${HERE}?list=${list}&page=${page + 1}` : null}
          summary={t("list.summary", { total })}
        />
      </div>
    </>
  );
}
