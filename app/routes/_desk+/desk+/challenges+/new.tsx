import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { useFormAnswer } from "~/components/forms/use-form-answer";
import { PageHeader } from "~/components/layout/page-header";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { Select } from "~/components/ui/select";
import { createChallenge } from "~/domain/challenges/create-challenge.server";
import { listUsableNeeds } from "~/domain/challenges/usable-need-queries.server";
import { can } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import { backTo, formRunner } from "~/http/challenges/run-form.server";
import { withErrors } from "~/http/error-response.server";
import { readForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const createSchema = z.object({
  organisationId: z.uuid("required"),
  needId: z.uuid("not_an_id").optional(),
});

export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["challenges", "common"]);
    const organisations = actor.memberships
      .filter(({ organisationId }) => can(actor, "challenge.create", { organisationId }))
      .map((one) => ({ value: one.organisationId, label: one.organisationName }));
    const own = organisations.map((one) => one.value);
    const needs = await listUsableNeeds(getDb(), own);
    const asked = new URL(request.url).searchParams.get("need");
    const need = needs.find((one) => one.id === asked) ?? null;
    return {
      organisations,
      acting: need?.organisationId ?? actor.organisationId ?? "",
      needs: needs.map((one) => ({ value: one.id, label: one.title })),
      needId: need?.id ?? "",
      title: `${t("challenges:work.create.title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const fields = await readForm(request);
    return formRunner(fields)(createSchema, async ({ organisationId, needId }) => {
      const input = { organisationId, needId: needId ?? null };
      if (!can(actor, "challenge.create", { organisationId })) {
        throw new DomainError("forbidden", { status: 403 });
      }
      const { id } = await createChallenge(input, actor, getDb());
      return backTo(`/desk/challenges/${id}/edit`, "created");
    });
  });
}

/** A new draft, from an own published need or empty. */
export default function NewChallengePage() {
  const { t } = useTranslation("challenges");
  const { organisations, acting, needs, needId } = useLoaderData<typeof loader>();
  const view = useFormAnswer(useActionData<typeof action>());
  return (
    <>
      <PageHeader
        title={t("work.create.title")}
        lead={t("work.create.lead")}
        breadcrumbs={[
          { label: t("nav.mine"), to: "/desk/challenges" },
          { label: t("work.create.title") },
        ]}
      />
      <Card>
        {organisations.length === 0 ? (
          <p className="text-muted">{t("work.create.noOrganisation")}</p>
        ) : (
          <Form method="post" className="grid grid-cols-[minmax(0,1fr)] gap-4" noValidate>
            <FormErrorSummary
              {...view.summary({
                organisationId: t("work.create.organisation"),
                needId: t("work.create.need"),
              })}
            />
            <Select
              name="organisationId"
              label={t("work.create.organisation")}
              required
              options={organisations}
              defaultValue={view.text("organisationId", acting)}
              error={view.error("organisationId")}
            />
            <Select
              name="needId"
              label={t("work.create.need")}
              placeholder={t("work.create.free")}
              options={needs}
              defaultValue={view.text("needId", needId)}
              error={view.error("needId")}
            />
            <div>
              <SubmitButton>{t("work.create.do")}</SubmitButton>
            </div>
          </Form>
        )}
      </Card>
    </>
  );
}
