import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { AuctionTable } from "~/components/bidding/auction-table";
import { PageHeader } from "~/components/layout/page-header";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { Tabs } from "~/components/ui/tabs";
import { databaseTime } from "~/domain/bidding/database-time.server";
import { listOfficeAuctions } from "~/domain/bidding/screen-list-queries.server";
import { AUCTION_FOLDERS } from "~/domain/bidding/screen-list-view";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { requireOffice } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const PAGE_SIZE = 20;

export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request, ["MARKET_OPERATOR"]);
    const t = getFixedT(request, ["bidding", "common"]);
    const params = new URL(request.url).searchParams;
    const folder = AUCTION_FOLDERS.find((one) => one === params.get("folder")) ?? "running";
    const { page, skip, size } = readPaging(params, PAGE_SIZE);
    return {
      title: `${t("bidding:office.title")} · ${t("common:marketName")}`,
      folder,
      page,
      now: await databaseTime(getDb()),
      ...(await listOfficeAuctions(folder, { skip, take: size }, actor, getDb())),
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Runs of bidding in the regions of an operator. */
export default function OfficeAuctionsPage() {
  const { t } = useTranslation("bidding");
  const { folder, page, items, total, now } = useLoaderData<typeof loader>();
  const from = (page - 1) * PAGE_SIZE;
  const to = (number: number) => `/office/bidding?folder=${folder}&page=${number}`;
  return (
    <>
      <PageHeader title={t("office.title")} lead={t("office.lead")} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <Tabs
          label={t("office.title")}
          items={AUCTION_FOLDERS.map((one) => ({
            to: `/office/bidding?folder=${one}`,
            label: t(`desk.${one}`),
            current: one === folder,
          }))}
        />
        <AuctionTable
          items={items}
          caption={t("office.caption")}
          now={now}
          hrefOf={(row) => `/office/bidding/${row.auctionId}`}
          empty={<EmptyState icon="money" title={t("office.empty")} />}
        />
        {total > PAGE_SIZE && (
          <Pagination
            previousTo={page > 1 ? to(page - 1) : null}
            nextTo={from + items.length < total ? to(page + 1) : null}
            summary={t("desk.summary", { from: from + 1, to: from + items.length, total })}
          />
        )}
      </div>
    </>
  );
}
