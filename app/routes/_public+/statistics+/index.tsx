import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { MarketFigures } from "~/components/home/market-figures";
import { PageHeader } from "~/components/layout/page-header";
import { ContractFigures } from "~/components/statistics/contract-figures";
import { FigureTable } from "~/components/statistics/figure-table";
import { RoadshowFigures } from "~/components/statistics/roadshow-figures";
import { statisticsTables } from "~/components/statistics/tables";
import { Card } from "~/components/ui/card";
import { formatDateTime } from "~/components/ui/date-time";
import { getStatistics } from "~/domain/statistics/statistics-queries.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

/** Rows of the largest table that are drawn; all of them stand in the table. */
const DRAWN = 16;

export async function loader({ request }: LoaderFunctionArgs) {
  const t = getFixedT(request, "home");
  return {
    statistics: await getStatistics(getDb()),
    title: pageTitle(request),
    description: t("stats.lead"),
  };
}

function pageTitle(request: Request): string {
  const t = getFixedT(request, ["home", "common"]);
  return `${t("home:stats.title")} · ${t("common:marketName")}`;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "description", content: data?.description },
];

export default function StatisticsPage() {
  const { t, i18n } = useTranslation(["home", "quality"]);
  const { statistics } = useLoaderData<typeof loader>();
  const { figures, reply } = statistics;
  const at = formatDateTime(figures.asOf, "datetime");
  const definitions = ["publicNow", "verifiedNow", "introductionNow"] as const;
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });
  return (
    <>
      <PageHeader title={t("stats.title")} lead={t("stats.lead")} meta={t("stats.asOf", { at })} />
      <div className="space-y-6">
        <MarketFigures figures={figures} hasNote={false} />
        <Card title={t("stats.definitions")}>
          <ul className="list-disc space-y-1.5 pl-5 text-sm">
            {definitions.map((one) => (
              <li key={one}>{t(`stats.${one}`)}</li>
            ))}
          </ul>
          <p className="mt-3 text-sm">
            <Link to="/matching" className="link">
              {t("quality:link")}
            </Link>
          </p>
        </Card>
        {statisticsTables(statistics, t, i18n.language).map((table) => (
          <FigureTable
            key={table.id}
            {...table}
            charted={table.rows.length > DRAWN ? table.rows.slice(0, DRAWN) : table.rows}
          >
            {table.id === "introductions" && (
              <p className="mb-4 text-sm">
                {reply.medianHours === null
                  ? t("stats.replyNone")
                  : t("stats.reply", {
                      hours: number.format(reply.medianHours),
                      count: reply.answered,
                    })}
              </p>
            )}
          </FigureTable>
        ))}
        <ContractFigures figures={statistics.contracts} />
        <RoadshowFigures figures={statistics.roadshows} />
      </div>
    </>
  );
}
