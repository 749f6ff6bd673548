import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { RewardStateBadge } from "~/components/performance/performance-state";
import { lastDay } from "~/components/performance/reward-clocks";
import { useMoneyText } from "~/components/performance/use-money-text";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { Table } from "~/components/ui/table";
import { listRewards } from "~/domain/performance/reward-queries.server";
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
    const { page, skip, size } = readPaging(new URL(request.url).searchParams, PAGE_SIZE);
    return {
      title: `${t("performance:reward.title")} · ${t("common:marketName")}`,
      page,
      ...(await listRewards({ skip, take: size }, actor, getDb())),
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function RewardsPage() {
  const { t } = useTranslation("performance");
  const { items, total, page } = useLoaderData<typeof loader>();
  const money = useMoneyText();
  const from = (page - 1) * PAGE_SIZE;
  return (
    <>
      <PageHeader title={t("reward.title")} lead={t("reward.listLead")} />
      <Card padding="flush">
        <Table
          caption={t("reward.listCaption")}
          rows={items}
          rowKey={(one) => one.id}
          empty={
            <EmptyState icon="star" title={t("reward.listEmpty")}>
              {t("reward.listEmptyHint")}
            </EmptyState>
          }
          columns={[
            {
              key: "number",
              header: t("reward.columnContract"),
              rowHeader: true,
              cell: (one) => (
                <Link className="link" to={`/desk/rewards/${one.id}`}>
                  {t("reward.number", { number: one.number })} · {one.contractTitle}
                </Link>
              ),
            },
            { key: "unit", header: t("reward.columnUnit"), cell: (one) => one.organisation },
            {
              key: "reward",
              header: t("reward.columnReward"),
              align: "end",
              cell: (one) => <span className="tabular">{money(one.rewardFen)}</span>,
            },
            {
              key: "state",
              header: t("reward.columnState"),
              cell: (one) => (
                <>
                  <RewardStateBadge state={one.state} />
                  {one.openObjections > 0 && (
                    <span className="ml-2 text-sm text-danger-700">
                      {t("reward.openObjections", { count: one.openObjections })}
                    </span>
                  )}
                </>
              ),
            },
            {
              key: "ends",
              header: t("reward.columnEnds"),
              cell: (one) => (one.endsAt ? lastDay(one.endsAt) : "—"),
            },
          ]}
        />
      </Card>
      {total > 0 && (
        <Pagination
          previousTo={page > 1 ? `/desk/rewards?page=${page - 1}` : null}
          nextTo={from + items.length < total ? `/desk/rewards?page=${page + 1}` : null}
          summary={t("reward.summary", { from: from + 1, to: from + items.length, total })}
        />
      )}
    </>
  );
}
