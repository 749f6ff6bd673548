import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { FormEditor } from "~/components/registration/form-editor";
import { keepRegistrationFacts } from "~/domain/registration/keep-registration-facts.server";
import {
  FACT_FIELDS,
  getRegistrationFacts,
} from "~/domain/registration/organisation-facts-queries.server";
import { FORM_FIELDS } from "~/domain/registration/registration-form-rules";
import { editOf, formSchemaOf } from "~/domain/registration/registration-form-schema";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseForm, refuseForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["recognition", "common"]);
    const facts = await getRegistrationFacts(actor, findLocale(request), getDb());
    return {
      ...facts,
      fieldIds: FACT_FIELDS.map((one) => one.id),
      title: `${t("recognition:factsPage.title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const form = await parseForm(request, formSchemaOf(FACT_FIELDS));
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      const facts = editOf(FACT_FIELDS, form.value);
      const { organisationId } = actor;
      await keepRegistrationFacts({ organisationId, facts }, actor, getDb());
      return redirectWithFlash("/desk/registrations/facts", {
        tone: "success",
        message: "recognition:factsPage.saved",
      });
    });
  });
}

export default function RegistrationFactsPage() {
  const { t } = useTranslation("recognition");
  const { form, choices, fieldIds } = useLoaderData<typeof loader>();
  const view = useFormView(useActionData<typeof action>());
  return (
    <>
      <PageHeader
        title={t("factsPage.title")}
        lead={t("factsPage.lead")}
        breadcrumbs={[
          { label: t("title"), to: "/desk/registrations" },
          { label: t("factsPage.title") },
        ]}
      />
      <FormEditor
        fields={FORM_FIELDS.filter((one) => fieldIds.includes(one.id))}
        form={form}
        revision={0}
        choices={choices}
        view={view}
        backTo="/desk/registrations"
      />
    </>
  );
}
