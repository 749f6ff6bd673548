import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { DisputeFacts } from "~/components/oversight/dispute-facts";
import { DisputeStateBadge } from "~/components/oversight/oversight-state";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { RadioGroup } from "~/components/ui/radio-group";
import { Textarea } from "~/components/ui/textarea";
import { getDispute } from "~/domain/oversight/dispute-queries.server";
import { DISPUTE_DECISIONS, disputeDecisionSchema } from "~/domain/oversight/dispute-schema";
import { moveDispute } from "~/domain/oversight/move-dispute.server";
import { officeCaseHref } from "~/domain/oversight/trade-case-rules";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseForm, refuseForm } from "~/http/form.server";
import { requireOffice } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const HERE = "/office/oversight/disputes";

export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request, ["MARKET_OPERATOR"]);
    const t = getFixedT(request, ["oversight", "common"]);
    const dispute = await getDispute(params.id ?? "", actor, getDb());
    const { number } = dispute;
    return {
      dispute,
      title: `${t("oversight:dispute.title", { number })} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request, ["MARKET_OPERATOR"]);
    const disputeId = params.id ?? "";
    const form = await parseForm(request, disputeDecisionSchema);
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      await moveDispute({ disputeId, ...form.value }, actor, getDb());
      return redirectWithFlash(`${HERE}/${disputeId}`, {
        tone: "success",
        message: "oversight:dispute.decided",
      });
    });
  });
}

/** A dispute in the office: what is said, the way to suspend the trade, and the published result. */
export default function OfficeDispute() {
  const { dispute } = useLoaderData<typeof loader>();
  const view = useFormView(useActionData<typeof action>());
  const { t } = useTranslation("oversight");
  const title = t("dispute.title", { number: dispute.number });
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={<DisputeStateBadge state={dispute.state} />}
        breadcrumbs={[{ label: t("tabs.disputes"), to: HERE }, { label: title }]}
      />
      <div className="space-y-6">
        <DisputeFacts dispute={dispute} />
        {dispute.moves.includes("uphold") && (
          <Card title={t("dispute.decide")}>
            <p className="mb-4 flex flex-wrap items-center gap-3">
              <span className="text-muted">{t("dispute.suspendHint")}</span>
              <LinkButton to={officeCaseHref(dispute)} size="sm">
                {t("dispute.toCase")}
              </LinkButton>
            </p>
            <Form method="post" className="space-y-4" noValidate>
              <FormErrorSummary
                {...view.summary({ move: t("dispute.outcome"), note: t("dispute.note") })}
              />
              <p className="text-muted">{t("dispute.decideLead")}</p>
              <RadioGroup
                name="move"
                label={t("dispute.outcome")}
                look="inline"
                required
                defaultValue={view.value("move")}
                error={view.error("move")}
                options={DISPUTE_DECISIONS.map((value) => ({
                  value,
                  label: t(`dispute.${value}`),
                }))}
              />
              <Textarea
                name="note"
                label={t("dispute.note")}
                rows={6}
                maxLength={2000}
                required
                defaultValue={view.value("note")}
                error={view.error("note")}
              />
              <SubmitButton>{t("dispute.publish")}</SubmitButton>
            </Form>
          </Card>
        )}
      </div>
    </>
  );
}
