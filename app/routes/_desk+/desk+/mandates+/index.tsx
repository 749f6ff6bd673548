import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { MandateTable } from "~/components/brokers/mandate-table";
import { PageHeader } from "~/components/layout/page-header";
import { LinkButton } from "~/components/ui/button";
import { Pagination } from "~/components/ui/pagination";
import { Tabs } from "~/components/ui/tabs";
import { listMandates, MANDATE_LISTS } from "~/domain/brokers/mandate-queries.server";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const SIZE = 20;
const HERE = "/desk/mandates";

export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const params = new URL(request.url).searchParams;
    const list = MANDATE_LISTS.find((one) => one === params.get("list")) ?? "open";
    const paging = readPaging(params, SIZE);
    const t = getFixedT(request, ["brokers", "common"]);
    return {
      list,
      lists: MANDATE_LISTS,
      page: paging.page,
      ...(await listMandates({ list, ...paging }, actor, getDb())),
      title: `${t("brokers:mandates.title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Mandates() {
  const { list, lists, page, items, total } = useLoaderData<typeof loader>();
  const { t } = useTranslation("brokers");
  const pageTo = (number: number) => `${HERE}?list=${list}&page=${number}`;
  return (
    <>
      <PageHeader
        title={t("mandates.title")}
        lead={t("mandates.lead")}
        actions={
          <LinkButton to="/brokers" icon="search">
            {t("mandates.findBroker")}
          </LinkButton>
        }
      />
      <div className="space-y-4">
        <Tabs
          label={t("mandates.title")}
          items={[
            ...lists.map((one) => ({
              to: `${HERE}?list=${one}`,
              label: t(`mandates.lists.${one}`),
              current: one === list,
              count: one === list ? total : undefined,
            })),
            { to: `${HERE}/introductions`, label: t("mandates.confirmations") },
          ]}
        />
        <MandateTable items={items} />
        <Pagination
          previousTo={page > 1 ? pageTo(page - 1) : undefined}
          nextTo={page * SIZE < total ? pageTo(page + 1) : undefined}
          summary={t("mandates.count", { count: total })}
        />
      </div>
    </>
  );
}
