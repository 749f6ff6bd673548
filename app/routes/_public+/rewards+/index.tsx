import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { RewardStateBadge } from "~/components/performance/performance-state";
import { lastDay } from "~/components/performance/reward-clocks";
import { useMoneyText } from "~/components/performance/use-money-text";
import { Card } from "~/components/ui/card";
import { formatDateTime } from "~/components/ui/date-time";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { Table } from "~/components/ui/table";
import { Tabs } from "~/components/ui/tabs";
import { listPublicRewards } from "~/domain/performance/public-reward-queries.server";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const PAGE_SIZE = 20;

export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const t = getFixedT(request, ["performance", "common"]);
    const params = new URL(request.url).searchParams;
    const isRunning = params.get("ended") !== "1";
    const { page, skip, size } = readPaging(params, PAGE_SIZE);
    return {
      title: `${t("performance:reward.publicTitle")} · ${t("common:marketName")}`,
      description: t("performance:reward.publicLead"),
      isRunning,
      page,
      ...(await listPublicRewards(isRunning, { skip, take: size }, getDb())),
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "description", content: data?.description },
];

export default function PublicRewardsPage() {
  const { t } = useTranslation("performance");
  const { items, total, page, isRunning } = useLoaderData<typeof loader>();
  const money = useMoneyText();
  const from = (page - 1) * PAGE_SIZE;
  const to = (number: number) => `/rewards?${isRunning ? "" : "ended=1&"}page=${number}`;
  return (
    <>
      <PageHeader title={t("reward.publicTitle")} lead={t("reward.publicLead")} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <Tabs
          label={t("reward.publicTitle")}
          items={[
            { to: "/rewards", label: t("reward.publicRunning"), current: isRunning },
            { to: "/rewards?ended=1", label: t("reward.publicEnded"), current: !isRunning },
          ]}
        />
        <Card padding="flush">
          <Table
            caption={t("reward.publicTitle")}
            rows={items}
            rowKey={(one) => String(one.number)}
            empty={<EmptyState icon="certificate" title={t("reward.publicEmpty")} />}
            columns={[
              {
                key: "contract",
                header: t("reward.publicContract"),
                rowHeader: true,
                cell: (one) => (
                  <Link className="link" to={`/rewards/${one.number}`}>
                    {one.contractTitle}
                  </Link>
                ),
              },
              { key: "unit", header: t("reward.publicUnit"), cell: (one) => one.organisation },
              {
                key: "reward",
                header: t("reward.rewardAmount"),
                align: "end",
                cell: (one) => <span className="tabular">{money(one.rewardFen)}</span>,
              },
              {
                key: "period",
                header: t("reward.publicPeriod"),
                cell: (one) => (
                  <span className="tabular">
                    {one.startedAt && formatDateTime(one.startedAt, "date")}
                    {one.endsAt && ` – ${lastDay(one.endsAt)}`}
                  </span>
                ),
              },
              {
                key: "state",
                header: t("reward.columnState"),
                cell: (one) => <RewardStateBadge state={one.state} />,
              },
            ]}
          />
        </Card>
        {total > 0 && (
          <Pagination
            previousTo={page > 1 ? to(page - 1) : null}
            nextTo={from + items.length < total ? to(page + 1) : null}
            summary={t("reward.summary", { from: from + 1, to: from + items.length, total })}
          />
        )}
      </div>
    </>
  );
}
