import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { ReportFigures } from "~/components/roadshows/follow-up/report-figures";
import { buttonClass } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Icon } from "~/components/ui/icon";
import { organiserHref } from "~/domain/roadshows/events/roadshow-href";
import { getSeriesReport } from "~/domain/roadshows/follow-up/report-queries.server";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { readFieldNames } from "~/http/roadshows/field-names.server";
import { readNumber } from "~/http/roadshows/read-number.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["leads", "common"]);
    const report = await getSeriesReport(readNumber(params.number), actor, getDb());
    const fieldNames = await readFieldNames(request, getDb());
    const { title: name } = report.figures.scope;
    const title = `${name} · ${t("leads:report.seriesTitle")} · ${t("common:marketName")}`;
    return { ...report, fieldNames, title };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** The figures of a series over all its events. */
export default function SeriesReportPage() {
  const { figures, events, fieldNames } = useLoaderData<typeof loader>();
  const { t } = useTranslation("leads");
  return (
    <>
      <PageHeader
        title={figures.scope.title}
        eyebrow={<span className="text-sm text-muted">{t("report.seriesTitle")}</span>}
        lead={t("report.seriesLead")}
        actions={
          <div className="flex flex-wrap gap-3">
            <a href="report-pdf" download className={buttonClass("secondary", "md")}>
              <Icon name="download" size={16} />
              {t("report.downloadPdf")}
            </a>
            <a href="report-xlsx" download className={buttonClass("secondary", "md")}>
              <Icon name="download" size={16} />
              {t("report.download")}
            </a>
          </div>
        }
      />
      {events.length === 0 ? (
        <EmptyState icon="chart" title={t("report.seriesEmpty")} />
      ) : (
        <div className="space-y-6">
          <Card title={t("report.events")}>
            <ul className="space-y-1.5">
              {events.map((event) => (
                <li key={event.id}>
                  <Link to={organiserHref(event.id, "report")} className="link">
                    {event.title}
                  </Link>{" "}
                  <span className="text-sm text-muted">{event.startsOn}</span>
                </li>
              ))}
            </ul>
          </Card>
          <ReportFigures figures={figures} fieldNames={fieldNames} />
        </div>
      )}
    </>
  );
}
