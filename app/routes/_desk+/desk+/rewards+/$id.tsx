import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { RewardStateBadge } from "~/components/performance/performance-state";
import { RewardClocks } from "~/components/performance/reward-clocks";
import { RewardForm } from "~/components/performance/reward-form";
import { RewardObjections } from "~/components/performance/reward-objections";
import { RewardSheet } from "~/components/performance/reward-sheet";
import { RewardSteps } from "~/components/performance/reward-steps";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Checklist } from "~/components/ui/checklist";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { Stepper } from "~/components/ui/stepper";
import { getReward } from "~/domain/performance/reward-queries.server";
import { calendarDate, clock } from "~/domain/shared/clock";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { answerRewardForm } from "~/http/performance/reward-form.server";
import { getFixedT } from "~/i18n/i18next.server";
import { useErrorText } from "~/i18n/use-error-text";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["performance", "common"]);
    const reward = await getReward(params.id ?? "", actor, getDb());
    return {
      title: `${t("performance:reward.number", { number: reward.number })} · ${t("common:marketName")}`,
      today: calendarDate(clock.now()),
      reward,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return answerRewardForm(request, params.id ?? "", actor, getDb());
  });
}

const STEPS = ["DRAFT", "PUBLICITY", "CONFIRMED", "PAID"] as const;

export default function RewardPage() {
  const { t } = useTranslation("performance");
  const errorText = useErrorText();
  const { reward, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const view = useFormView(answer);
  const isDraft = reward.state === "DRAFT" && reward.mayRun;
  const isSave = view.value("intent") === "save";
  const at = STEPS.indexOf(
    reward.state === "OBJECTION_HANDLING"
      ? "PUBLICITY"
      : (STEPS.find((one) => one === reward.state) ?? "DRAFT"),
  );
  const { title, dealId } = reward.contract;
  return (
    <>
      <PageHeader
        title={t("reward.number", { number: reward.number })}
        lead={title}
        eyebrow={<RewardStateBadge state={reward.state} />}
        meta={<span>{reward.organisation}</span>}
        breadcrumbs={[
          { label: t("reward.title"), to: "/desk/rewards" },
          { label: t("reward.number", { number: reward.number }) },
        ]}
        actions={
          reward.mayRun && (
            <>
              <LinkButton
                to={`/desk/rewards/${reward.id}/sheet.pdf`}
                reloadDocument
                prefetch="none"
                icon="download"
                variant="secondary"
              >
                {t("reward.sheetPdf")}
              </LinkButton>
              <LinkButton
                to={`/desk/rewards/${reward.id}/sheet.xlsx`}
                reloadDocument
                prefetch="none"
                icon="download"
                variant="secondary"
              >
                {t("reward.sheetXlsx")}
              </LinkButton>
            </>
          )
        }
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        {reward.state !== "CANCELLED" && (
          <Stepper
            label={t("reward.columnState")}
            steps={STEPS.map((id, index) => ({
              id,
              label: t(`reward.stepper.${id}`),
              status:
                index < at || reward.state === "PAID" ? "done" : index === at ? "current" : "todo",
            }))}
          />
        )}
        {!isSave && (
          <FormErrorSummary
            {...view.summary({
              note: t("reward.note"),
              paidOn: t("reward.paidOn"),
              result: t("reward.result"),
              outcome: t("reward.outcome"),
            })}
          />
        )}
        {reward.ownConsent !== null && (
          <Card title={t("reward.consentTitle")}>
            <Form method="post" className="grid gap-3">
              <p className="text-sm">{t("reward.consentText")}</p>
              <div>
                {reward.ownConsent ? (
                  <SubmitButton intent="withdrawConsent" variant="secondary">
                    {t("reward.consentWithdraw")}
                  </SubmitButton>
                ) : (
                  <SubmitButton intent="consent" variant="secondary">
                    {t("reward.consentGive")}
                  </SubmitButton>
                )}
              </div>
            </Form>
          </Card>
        )}
        {isDraft ? (
          <RewardForm reward={reward} answer={isSave ? answer : null} />
        ) : (
          <RewardSheet reward={reward} />
        )}
        {reward.checks.length > 0 && (
          <Card title={t("reward.checks")}>
            <Checklist
              label={t("reward.checks")}
              items={reward.checks.map((check) => ({
                id: check.id,
                label: t(`reward.check.${check.id as "floor-kept"}`),
                state:
                  check.answer === "MET"
                    ? ("met" as const)
                    : check.answer === "NOT_MET"
                      ? ("unmet" as const)
                      : ("person" as const),
                note:
                  check.answer === "PERSON_DECIDES"
                    ? t("reward.personDecides")
                    : check.code
                      ? errorText(check.code)
                      : undefined,
              }))}
            />
          </Card>
        )}
        {(reward.startedAt || reward.payment) && <RewardClocks reward={reward} />}
        <RewardSteps reward={reward} today={today} view={view} />
        {reward.startedAt && <RewardObjections reward={reward} view={view} />}
        {reward.mayRun && (
          <p className="text-sm">
            <Link className="link" to={`/desk/deals/${dealId}/performance`}>
              {t("payments.room")}
            </Link>
          </p>
        )}
      </div>
    </>
  );
}
