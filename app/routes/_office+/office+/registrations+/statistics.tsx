import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Stat, StatGrid } from "~/components/ui/stat";
import { Table } from "~/components/ui/table";
import { Tabs } from "~/components/ui/tabs";
import {
  currentYear,
  readClockStatistics,
} from "~/domain/registration/clock-statistics-queries.server";
import { withErrors } from "~/http/error-response.server";
import { requireRegistrar } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireRegistrar(request);
    const t = getFixedT(request, ["recognition", "common"]);
    const asked = Number(new URL(request.url).searchParams.get("year"));
    const thisYear = currentYear();
    const year = asked >= 2020 && asked <= thisYear ? Math.floor(asked) : thisYear;
    return {
      figures: await readClockStatistics(year, actor, getDb()),
      years: [thisYear, thisYear - 1, thisYear - 2],
      title: `${t("recognition:statistics.title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function RegistrationStatisticsPage() {
  const { t } = useTranslation("recognition");
  const { figures, years } = useLoaderData<typeof loader>();
  const days = (value: number | null) => (value === null ? "—" : String(value));
  return (
    <>
      <PageHeader title={t("statistics.title")} lead={t("statistics.lead")} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <Tabs
          label={t("statistics.title")}
          items={years.map((year) => ({
            to: `/office/registrations/statistics?year=${year}`,
            label: t("statistics.year", { year }),
            current: year === figures.year,
          }))}
        />
        <StatGrid>
          <Stat label={t("statistics.decided")} value={String(figures.decided)} />
          <Stat label={t("statistics.inTime")} value={String(figures.inTime)} />
          <Stat
            label={t("statistics.median")}
            value={days(figures.medianNetDays)}
            note={t("page.dueWithout", { date: days(figures.medianDays) })}
          />
          <Stat label={t("statistics.longest")} value={days(figures.longestDays)} />
          <Stat label={t("statistics.running")} value={String(figures.running)} />
          <Stat label={t("statistics.overdue")} value={String(figures.overdue)} />
          <Stat label={t("statistics.refused")} value={String(figures.refused)} />
          <Stat label={t("statistics.secondShare")} value={String(figures.second)} />
          <Stat label={t("statistics.corrections")} value={days(figures.averageRounds)} />
        </StatGrid>
        <Card title={t("statistics.byRegistrar")} padding="flush">
          <Table
            caption={t("statistics.byRegistrar")}
            rows={figures.registrars}
            rowKey={(row) => row.name}
            empty={<EmptyState icon="chart" title={t("statistics.none")} />}
            columns={[
              {
                key: "name",
                header: t("statistics.name"),
                rowHeader: true,
                cell: (row) => row.name,
              },
              {
                key: "count",
                header: t("statistics.count"),
                align: "end",
                cell: (row) => String(row.decided),
              },
              {
                key: "median",
                header: t("statistics.median"),
                align: "end",
                cell: (row) => days(row.medianNetDays),
              },
            ]}
          />
        </Card>
      </div>
    </>
  );
}
