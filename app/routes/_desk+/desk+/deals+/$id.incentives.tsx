import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DealInputTable } from "~/components/incentives/deal-input-table";
import { IncentiveForm } from "~/components/incentives/incentive-form";
import { IncentiveResults } from "~/components/incentives/incentive-results";
import { Alert } from "~/components/ui/alert";
import { Card } from "~/components/ui/card";
import { getDealAccess } from "~/domain/deals/deal-access.server";
import { findDealInputs } from "~/domain/incentives/deal-input-queries.server";
import { estimateForAddress } from "~/domain/incentives/estimate-for-address.server";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

/** Without fields in the address the form is filled from the deal, and nothing is computed yet. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const db = getDb();
    const t = getFixedT(request, ["performance", "common"]);
    const access = await getDealAccess(db, params.id ?? "", actor);
    const inputs = await findDealInputs(db, access);
    const page = await estimateForAddress(new URL(request.url).searchParams, db);
    const isFresh = Object.keys(page.typed).length === 0;
    const filled = Object.fromEntries((inputs ?? []).map((one) => [one.field, one.value]));
    return {
      title: `${t("performance:incentives.title")} · ${access.deal.title} · ${t("common:marketName")}`,
      path: `/desk/deals/${access.deal.id}/incentives`,
      inputs,
      page: isFresh ? { ...page, typed: filled } : page,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function DealIncentivesPage() {
  const { t } = useTranslation(["performance", "incentives"]);
  const { inputs, page, path } = useLoaderData<typeof loader>();
  const { typed, errors, results, on, isToday } = page;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <div>
        <h2 className="text-xl">{t("performance:incentives.title")}</h2>
        <p className="text-sm text-muted">{t("performance:incentives.lead")}</p>
      </div>
      {!results && (
        <Alert tone="info" title={t("incentives:notice.title")}>
          {t("incentives:notice.body")}
        </Alert>
      )}
      {inputs ? (
        <Card title={t("performance:incentives.prefill")} padding="flush">
          <p className="px-4 pt-3 text-sm text-muted">{t("performance:incentives.prefillLead")}</p>
          <DealInputTable inputs={inputs} />
        </Card>
      ) : (
        <Alert tone="info">{t("performance:incentives.noTerms")}</Alert>
      )}
      <IncentiveForm typed={typed} errors={errors} page={path} />
      {results && <IncentiveResults results={results} typed={typed} on={on} isToday={isToday} />}
    </div>
  );
}
