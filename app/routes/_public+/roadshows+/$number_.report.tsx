import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { ReportFigures } from "~/components/roadshows/follow-up/report-figures";
import { roadshowHref } from "~/domain/roadshows/events/roadshow-href";
import { getPublicReport } from "~/domain/roadshows/follow-up/report-queries.server";
import { withErrors } from "~/http/error-response.server";
import { readFieldNames } from "~/http/roadshows/field-names.server";
import { readNumber } from "~/http/roadshows/read-number.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const t = getFixedT(request, ["leads", "common"]);
    const figures = await getPublicReport(readNumber(params.number), getDb());
    const fieldNames = await readFieldNames(request, getDb());
    const { title: name } = figures.scope;
    const title = `${name} · ${t("leads:report.publicTitle")} · ${t("common:marketName")}`;
    return { figures, fieldNames, title };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** What came of an event, for everybody: counts only. */
export default function PublicReportPage() {
  const { figures, fieldNames } = useLoaderData<typeof loader>();
  const { t } = useTranslation("leads");
  const { scope } = figures;
  return (
    <>
      <PageHeader
        title={t("report.publicTitle")}
        lead={t("report.publicLead")}
        meta={
          <>
            <span>{scope.organiser}</span>
            <span>{scope.from}</span>
          </>
        }
        breadcrumbs={[
          { label: scope.title, to: roadshowHref(scope.number) },
          { label: t("report.publicTitle") },
        ]}
      />
      <ReportFigures figures={figures} fieldNames={fieldNames} isPublic />
    </>
  );
}
