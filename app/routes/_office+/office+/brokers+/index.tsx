import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { BrokerQueue } from "~/components/brokers/broker-queue";
import { PageHeader } from "~/components/layout/page-header";
import { Pagination } from "~/components/ui/pagination";
import { Tabs } from "~/components/ui/tabs";
import { listBrokerQueue, QUEUE_LISTS } from "~/domain/brokers/broker-queue-queries.server";
import { codeNamer, regionNamer } from "~/domain/catalogue/code-queries.server";
import { clock } from "~/domain/shared/clock";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { requireOffice } from "~/http/guards.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const SIZE = 20;
const HERE = "/office/brokers";

export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request, ["TALENT_POOL"]);
    const db = getDb();
    const locale = findLocale(request);
    const params = new URL(request.url).searchParams;
    const list = QUEUE_LISTS.find((one) => one === params.get("list")) ?? "waiting";
    const paging = readPaging(params, SIZE);
    const [{ rows, total }, name, region] = await Promise.all([
      listBrokerQueue(db, actor, list, paging),
      codeNamer(db, locale),
      regionNamer(db, locale),
    ]);
    const t = getFixedT(request, ["brokers", "common"]);
    return {
      list,
      lists: QUEUE_LISTS,
      page: paging.page,
      total,
      rows: rows.map((row) => ({
        ...row,
        regionName: region(row.regionCode),
        levelName: row.level ? name("broker-levels", row.level) : "",
      })),
      now: clock.now().toISOString(),
      title: `${t("brokers:queue.title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function BrokerQueuePage() {
  const { list, lists, page, total, rows, now } = useLoaderData<typeof loader>();
  const { t } = useTranslation("brokers");
  const pageTo = (number: number) => `${HERE}?list=${list}&page=${number}`;
  return (
    <>
      <PageHeader title={t("queue.title")} lead={t("queue.lead")} />
      <div className="space-y-4">
        <Tabs
          label={t("queue.title")}
          items={lists.map((one) => ({
            to: `${HERE}?list=${one}`,
            label: t(`queue.${one}`),
            current: one === list,
            count: one === list ? total : undefined,
          }))}
        />
        <BrokerQueue rows={rows} now={now} />
        <Pagination
          previousTo={page > 1 ? pageTo(page - 1) : undefined}
          nextTo={page * SIZE < total ? pageTo(page + 1) : undefined}
          summary={t("queue.count", { count: total })}
        />
      </div>
    </>
  );
}
