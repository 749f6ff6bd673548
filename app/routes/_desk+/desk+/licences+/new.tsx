import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { Alert } from "~/components/ui/alert";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { RadioGroup } from "~/components/ui/radio-group";
import { Select } from "~/components/ui/select";
import { createLicenceOffer } from "~/domain/licences/create-licence-offer.server";
import { ownLicenceHref } from "~/domain/licences/licence-href-rules";
import { listLicensable } from "~/domain/licences/licence-queries.server";
import { LICENCE_OFFER_KINDS, newLicenceSchema } from "~/domain/licences/licence-schema";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseForm, refuseForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["licences", "common"]);
    return {
      achievements: await listLicensable(actor, getDb()),
      asked: new URL(request.url).searchParams.get("achievement") ?? "",
      title: `${t("licences:new.title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export function action({ request }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const form = await parseForm(request, newLicenceSchema);
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      const { id } = await createLicenceOffer(form.value, actor, getDb());
      return redirectWithFlash(`${ownLicenceHref(id)}/edit`, {
        tone: "success",
        message: "licences:new.done",
      });
    });
  });
}

/** A licence begins with an own published achievement. */
export default function NewLicence() {
  const { achievements, asked } = useLoaderData<typeof loader>();
  const view = useFormView(useActionData<typeof action>());
  const { t } = useTranslation("licences");
  return (
    <>
      <PageHeader
        title={t("new.title")}
        lead={t("new.lead")}
        breadcrumbs={[{ label: t("desk.title"), to: "/desk/licences" }, { label: t("new.title") }]}
      />
      {achievements.length === 0 ? (
        <Alert
          actions={
            <LinkButton to="/desk/achievements" size="sm">
              {t("new.toAchievements")}
            </LinkButton>
          }
        >
          {t("new.none")}
        </Alert>
      ) : (
        <Card>
          <Form method="post" className="space-y-4" noValidate>
            <FormErrorSummary
              {...view.summary({ achievementId: t("new.achievement"), kind: t("new.kind") })}
            />
            <Select
              name="achievementId"
              label={t("new.achievement")}
              placeholder={t("new.achievementPlaceholder")}
              required
              defaultValue={view.value("achievementId", asked)}
              error={view.error("achievementId")}
              options={achievements.map((one) => ({
                value: one.id,
                label: `${t("page.number", { number: one.number })} ${one.title}`,
              }))}
            />
            <RadioGroup
              name="kind"
              label={t("new.kind")}
              look="cards"
              required
              defaultValue={view.value("kind", "EXPRESS")}
              error={view.error("kind")}
              options={LICENCE_OFFER_KINDS.map((value) => ({
                value,
                label: t(`kinds.${value}`),
                hint: t(`kindHints.${value}`),
              }))}
            />
            <SubmitButton>{t("new.start")}</SubmitButton>
          </Form>
        </Card>
      )}
    </>
  );
}
