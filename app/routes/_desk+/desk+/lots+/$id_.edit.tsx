import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { ChecksStep } from "~/components/trading/checks-step";
import { FilesStep } from "~/components/trading/files-step";
import { LotComments } from "~/components/trading/lot-comments";
import { lotFormView } from "~/components/trading/lot-form-view";
import { PreviewStep } from "~/components/trading/preview-step";
import { PriceStep } from "~/components/trading/price-step";
import { RulesStep } from "~/components/trading/rules-step";
import { SaleStep } from "~/components/trading/sale-step";
import { useWizardLabels } from "~/components/trading/use-wizard-labels";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { Stepper } from "~/components/ui/stepper";
import { LOT_STEPS } from "~/domain/trading/lot-draft-schema";
import { getLotWizard } from "~/domain/trading/lot-wizard-queries.server";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { editLot } from "~/http/trading/edit-lot.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const asked = new URL(request.url).searchParams.get("step");
    const wizard = await getLotWizard(getDb(), params.id ?? "", actor, findLocale(request));
    const t = getFixedT(request, ["trading", "common"]);
    return {
      wizard,
      step: LOT_STEPS.find((one) => one === asked) ?? "sale",
      title: `${t("trading:wizard.title")} · ${t("common:marketName")}`,
    };
  });
}

export function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return editLot(request, params.id ?? "", actor);
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** The wizard of a lot: each step is a page of its own, so that it works without scripts. */
export default function EditLotPage() {
  const { wizard, step } = useLoaderData<typeof loader>();
  const { t } = useTranslation("trading");
  const view = useFormView(useActionData<typeof action>());
  const labels = useWizardLabels();
  const form = lotFormView(wizard, view);
  const base = `/desk/lots/${wizard.id}/edit`;
  const index = LOT_STEPS.indexOf(step);
  const previous = LOT_STEPS[index - 1];
  const next = LOT_STEPS[index + 1];
  const isForm = step !== "files" && step !== "preview";
  return (
    <div className="space-y-6">
      <PageHeader
        title={t("wizard.title")}
        lead={wizard.title || t("desk.untitled")}
        breadcrumbs={[
          { label: t("desk.title"), to: "/desk/lots" },
          { label: wizard.title || t("desk.untitled"), to: `/desk/lots/${wizard.id}` },
          { label: t(`step.${step}`) },
        ]}
      />
      <Stepper
        label={t("wizard.steps")}
        steps={LOT_STEPS.map((id, at) => ({
          id,
          label: t(`step.${id}`),
          to: `${base}?step=${id}`,
          status: id === step ? "current" : at < index ? "done" : "todo",
        }))}
      />
      <FormErrorSummary {...view.summary(labels)} />
      <LotComments comments={wizard.comments} />
      {isForm && (
        <Card title={t(`step.${step}`)} key={step}>
          <Form method="post" className="grid gap-5" noValidate>
            <input type="hidden" name="revision" value={wizard.revision} />
            {step === "sale" && <SaleStep form={form} />}
            {step === "price" && <PriceStep form={form} />}
            {step === "rules" && <RulesStep form={form} />}
            {step === "checks" && <ChecksStep form={form} />}
            <div className="flex flex-wrap gap-3">
              <SubmitButton intent={step}>{t("wizard.save")}</SubmitButton>
              {previous && (
                <LinkButton to={`${base}?step=${previous}`} variant="quiet">
                  {t("wizard.previous")}
                </LinkButton>
              )}
            </div>
          </Form>
        </Card>
      )}
      {step === "files" && <FilesStep form={form} />}
      {step === "preview" && <PreviewStep form={form} />}
      {!isForm && (
        <div className="flex flex-wrap gap-3">
          {next && (
            <LinkButton to={`${base}?step=${next}`} variant="primary">
              {t(`step.${next}`)}
            </LinkButton>
          )}
          {previous && (
            <LinkButton to={`${base}?step=${previous}`} variant="quiet">
              {t("wizard.previous")}
            </LinkButton>
          )}
        </div>
      )}
    </div>
  );
}
