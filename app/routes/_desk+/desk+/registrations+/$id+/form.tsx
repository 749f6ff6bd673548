import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { FormEditor } from "~/components/registration/form-editor";
import { editRegistrationForm } from "~/domain/registration/edit-registration-form.server";
import { getFormPage } from "~/domain/registration/form-page-queries.server";
import { FORM_FIELDS } from "~/domain/registration/registration-form-rules";
import { editOf, formSchemaOf } from "~/domain/registration/registration-form-schema";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseFormData, readForm, refuseForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["recognition", "common"]);
    const page = await getFormPage(params.id ?? "", actor, findLocale(request), getDb());
    return { ...page, title: `${t("recognition:formPage.title")} · ${t("common:marketName")}` };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const db = getDb();
    const id = params.id ?? "";
    const { fieldIds } = await getFormPage(id, actor, findLocale(request), db);
    const fields = FORM_FIELDS.filter((one) => fieldIds.includes(one.id));
    const submitted = await readForm(request);
    const revision = Number.parseInt(String(submitted.get("revision") ?? ""), 10) || 0;
    const form = parseFormData(submitted, formSchemaOf(fields));
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      const edit = editOf(fields, form.value);
      await editRegistrationForm({ registrationId: id, revision, edit }, actor, db);
      return redirectWithFlash(`/desk/registrations/${id}`, {
        tone: "success",
        message: "recognition:flash.saved",
      });
    });
  });
}

export default function RegistrationFormPage() {
  const { t } = useTranslation("recognition");
  const { id, contractTitle, fieldIds, form, revision, choices, isOwnPart } =
    useLoaderData<typeof loader>();
  const view = useFormView(useActionData<typeof action>());
  return (
    <>
      <PageHeader
        title={t("formPage.title")}
        lead={isOwnPart ? t("formPage.leadOther") : t("formPage.lead")}
        breadcrumbs={[
          { label: t("title"), to: "/desk/registrations" },
          { label: contractTitle, to: `/desk/registrations/${id}` },
          { label: t("formPage.title") },
        ]}
      />
      <FormEditor
        fields={FORM_FIELDS.filter((one) => fieldIds.includes(one.id))}
        form={form}
        revision={revision}
        choices={choices}
        view={view}
        backTo={`/desk/registrations/${id}`}
      />
    </>
  );
}
