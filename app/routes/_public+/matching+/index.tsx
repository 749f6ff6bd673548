import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { QualityCalibration } from "~/components/matching/quality-calibration";
import { QualityMethod } from "~/components/matching/quality-method";
import { QualityOverall } from "~/components/matching/quality-overall";
import { QualityRankers } from "~/components/matching/quality-rankers";
import { QualityWeeks } from "~/components/matching/quality-weeks";
import { formatDateTime } from "~/components/ui/date-time";
import { getMatchingQuality } from "~/domain/statistics/matching-quality.server";
import { withErrors } from "~/http/error-response.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const t = getFixedT(request, ["quality", "common"]);
    return {
      quality: await getMatchingQuality(getDb()),
      title: `${t("quality:title")} · ${t("common:marketName")}`,
      description: t("quality:description"),
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "description", content: data?.description },
];

export default function MatchingQualityPage() {
  const { t } = useTranslation("quality");
  const { quality } = useLoaderData<typeof loader>();
  const at = formatDateTime(quality.asOf, "datetime");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} meta={t("asOf", { at })} />
      <div className="space-y-6">
        <QualityRankers current={quality.currentVersion} rankers={quality.rankers} />
        <div>
          <QualityOverall figures={quality.overall} weeks={quality.weeks.length} />
          <p className="mt-3 text-sm text-muted">
            {t("minimumNote", { minimum: quality.minimum })}
          </p>
        </div>
        <QualityWeeks weeks={quality.weeks} />
        <QualityCalibration rows={quality.calibration} overall={quality.overall} />
        <QualityMethod />
      </div>
    </>
  );
}
