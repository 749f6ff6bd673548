import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { IncentiveForm } from "~/components/incentives/incentive-form";
import { IncentiveResults } from "~/components/incentives/incentive-results";
import { PageHeader } from "~/components/layout/page-header";
import { Alert } from "~/components/ui/alert";
import { estimateForAddress } from "~/domain/incentives/estimate-for-address.server";
import { withErrors } from "~/http/error-response.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const t = getFixedT(request, ["incentives", "common"]);
    return {
      page: await estimateForAddress(new URL(request.url).searchParams, getDb()),
      title: `${t("incentives:title")} · ${t("common:marketName")}`,
      description: t("incentives:description"),
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "description", content: data?.description },
];

export default function IncentivesPage() {
  const { t } = useTranslation("incentives");
  const { page } = useLoaderData<typeof loader>();
  const { typed, errors, results, on, isToday } = page;
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="space-y-8">
        {!results && (
          <Alert tone="info" title={t("notice.title")}>
            {t("notice.body")}
          </Alert>
        )}
        <IncentiveForm typed={typed} errors={errors} />
        {results && <IncentiveResults results={results} typed={typed} on={on} isToday={isToday} />}
      </div>
    </>
  );
}
