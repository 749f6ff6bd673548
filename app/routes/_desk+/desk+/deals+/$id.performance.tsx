import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormView } from "~/components/identity/form-view";
import { DealRatings } from "~/components/performance/deal-ratings";
import { MilestoneCard } from "~/components/performance/milestone-card";
import { PaymentPlan } from "~/components/performance/payment-plan";
import { RewardCard } from "~/components/performance/reward-card";
import { TerminationCard } from "~/components/performance/termination-card";
import { Alert } from "~/components/ui/alert";
import { LinkButton } from "~/components/ui/button";
import { formatDateTime } from "~/components/ui/date-time";
import { EmptyState } from "~/components/ui/empty-state";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { getDealAccess } from "~/domain/deals/deal-access.server";
import { getPerformance } from "~/domain/performance/performance-queries.server";
import { getDealRatings } from "~/domain/performance/rating-queries.server";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { answerPerformanceForm } from "~/http/performance/performance-form.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const db = getDb();
    const t = getFixedT(request, ["performance", "common"]);
    const access = await getDealAccess(db, params.id ?? "", actor);
    return {
      title: `${t("performance:title")} · ${access.deal.title} · ${t("common:marketName")}`,
      dealId: access.deal.id,
      performance: await getPerformance(db, access, actor),
      ratings: await getDealRatings(db, access, actor),
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return answerPerformanceForm(request, params.id ?? "", actor, getDb());
  });
}

export default function PerformancePage() {
  const { t } = useTranslation("performance");
  const { dealId, performance, ratings } = useLoaderData<typeof loader>();
  const view = useFormView(useActionData<typeof action>());
  if (!performance) {
    return (
      <EmptyState
        icon="calendar"
        title={t("title")}
        actions={
          <LinkButton to={`/desk/deals/${dealId}/incentives`}>{t("incentives.title")}</LinkButton>
        }
      >
        {t("notSigned")}
      </EmptyState>
    );
  }
  const { contract, milestones, registration } = performance;
  const isPlanned = milestones.length > 0;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <p className="text-sm text-muted">
        <Link className="link float-right" to={`/desk/deals/${dealId}/incentives`}>
          {t("incentives.title")}
        </Link>
        <Link className="link" to={`/desk/deals/${dealId}/contracts/${contract.id}`}>
          {t("contractLine", { number: contract.number, date: contract.signedOn })}
        </Link>
        {contract.endedAt && ` · ${t("ended", { date: formatDateTime(contract.endedAt, "date") })}`}
        {registration?.number &&
          ` · ${t("registration.line", {
            number: registration.number,
            office: registration.office ?? "",
          })}`}
      </p>
      <FormErrorSummary
        {...view.summary({
          report: t("milestones.report"),
          file: t("milestones.file"),
          note: t("reward.note"),
          reason: t("termination.reason"),
        })}
      />
      {contract.state === "COMPLETED" && <Alert tone="success">{t("completedNote")}</Alert>}
      {contract.state === "TERMINATED" && (
        <Alert tone="warning" title={t("terminatedNote")}>
          {registration?.number &&
            registration.state === "REGISTERED" &&
            t("registration.toCancel", {
              number: registration.number,
              office: registration.office ?? "",
            })}
        </Alert>
      )}
      {!isPlanned && <Alert tone="info">{t("beingPlanned")}</Alert>}
      {isPlanned && (
        <section aria-labelledby="milestones" className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <h2 id="milestones" className="text-xl">
            {t("milestones.title")}
          </h2>
          {milestones.map((milestone) => (
            <MilestoneCard
              key={milestone.id}
              milestone={milestone}
              fileHref={`/desk/deals/${dealId}/performance/reports/${milestone.id}`}
              view={view}
            />
          ))}
        </section>
      )}
      {isPlanned && <PaymentPlan performance={performance} />}
      {performance.reward && <RewardCard reward={performance.reward} />}
      {ratings && <DealRatings ratings={ratings} view={view} />}
      {contract.state === "SIGNED" && performance.side && (
        <TerminationCard performance={performance} view={view} />
      )}
    </div>
  );
}
