import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { Alert } from "~/components/ui/alert";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { Select } from "~/components/ui/select";
import { createTender } from "~/domain/tenders/create-tender.server";
import { getTenderStart } from "~/domain/tenders/new-tender-queries.server";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseForm, refuseForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const schema = z.object({ needId: z.union([z.uuid(), z.literal("")], "bad_form").default("") });

export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["tenders", "common"]);
    const start = await getTenderStart(actor, getDb());
    return { ...start, title: `${t("tenders:edit.newTitle")} · ${t("common:marketName")}` };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const form = await parseForm(request, schema);
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      const { organisationId } = actor;
      const input = { organisationId, needId: form.value.needId || null };
      const { id } = await createTender(input, actor, getDb());
      const message = "tenders:edit.created";
      return redirectWithFlash(`/desk/tenders/${id}/edit`, { tone: "success", message });
    });
  });
}

/** Where a tender begins: from a published need, or from nothing. */
export default function NewTenderPage() {
  const { t } = useTranslation("tenders");
  const { organisationId, needs } = useLoaderData<typeof loader>();
  const view = useFormView(useActionData<typeof action>());
  return (
    <>
      <PageHeader
        title={t("edit.newTitle")}
        lead={t("edit.newLead")}
        breadcrumbs={[
          { label: t("desk.title"), to: "/desk/tenders" },
          { label: t("edit.newTitle") },
        ]}
      />
      <Card>
        <FormErrorSummary {...view.summary({ needId: t("edit.fromNeed") })} />
        {organisationId ? (
          <Form method="post" className="space-y-4" noValidate>
            <Select
              name="needId"
              label={t("edit.fromNeed")}
              hint={needs.length === 0 ? t("edit.noNeeds") : undefined}
              options={needs.map((one) => ({ value: one.id, label: one.title }))}
              placeholder={t("edit.blank")}
              error={view.error("needId")}
            />
            <SubmitButton>{t("edit.start")}</SubmitButton>
          </Form>
        ) : (
          <Alert tone="warning">{t("edit.noOrganisation")}</Alert>
        )}
      </Card>
    </>
  );
}
