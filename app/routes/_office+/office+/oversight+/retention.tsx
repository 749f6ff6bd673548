import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { OversightTabs } from "~/components/oversight/oversight-tabs";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { Table } from "~/components/ui/table";
import { getRetention } from "~/domain/oversight/retention-queries.server";
import { withErrors } from "~/http/error-response.server";
import { requireOffice } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request, ["MARKET_OPERATOR"]);
    const t = getFixedT(request, ["oversight", "common"]);
    return {
      ...(await getRetention(actor, getDb())),
      title: `${t("oversight:retention.title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** What is kept of trades, how long, and how much of it there is. */
export default function Retention() {
  const { years, floor, lines } = useLoaderData<typeof loader>();
  const { t } = useTranslation("oversight");
  return (
    <>
      <PageHeader title={t("retention.title")} lead={t("retention.lead", { years, floor })} />
      <div className="space-y-5">
        <OversightTabs current="retention" />
        <p className="prose-text">{t("retention.how")}</p>
        <Card padding="flush">
          <Table
            caption={t("retention.caption")}
            rows={lines}
            rowKey={(line) => line.kind}
            columns={[
              {
                key: "kind",
                header: t("retention.kind"),
                rowHeader: true,
                cell: (line) => t(`retention.kinds.${line.kind}`),
              },
              {
                key: "rows",
                header: t("retention.rows"),
                align: "end",
                cell: (line) => <span className="tabular">{line.rows}</span>,
              },
              {
                key: "oldest",
                header: t("retention.oldest"),
                cell: (line) => (line.oldestAt ? <DateTime value={line.oldestAt} /> : "—"),
              },
            ]}
          />
        </Card>
      </div>
    </>
  );
}
