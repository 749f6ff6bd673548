import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { RadioGroup } from "~/components/ui/radio-group";
import { can } from "~/domain/identity/permission-rules";
import { isId } from "~/domain/shared/ids";
import { createLot } from "~/domain/trading/create-lot.server";
import { deskLotHref } from "~/domain/trading/lot-href";
import { findSellable } from "~/domain/trading/sellable-queries.server";
import { withErrors } from "~/http/error-response.server";
import { answerForm, parseForm, refuseForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const newLotSchema = z.object({
  organisationId: z.uuid("required"),
  achievementId: z.uuid("not_a_choice").optional(),
});

export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const asked = new URL(request.url).searchParams.get("achievement");
    const achievement = isId(asked) ? await findSellable(getDb(), asked, actor) : null;
    const organisations = actor.memberships
      .filter(({ organisationId }) => can(actor, "lot.create", { organisationId }))
      .filter((one) => !achievement || one.organisationId === achievement.organisationId)
      .map((one) => ({ value: one.organisationId, label: one.organisationName }));
    const t = getFixedT(request, ["trading", "common"]);
    return {
      achievement,
      organisations,
      chosen: achievement?.organisationId ?? actor.organisationId,
      title: `${t("trading:wizard.newTitle")} · ${t("common:marketName")}`,
    };
  });
}

export function action({ request }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const form = await parseForm(request, newLotSchema);
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      const { id } = await createLot(form.value, actor, getDb());
      return redirect(`${deskLotHref(id)}/edit`);
    });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Chooses in whose name a lot is sold. */
export default function NewLotPage() {
  const { achievement, organisations, chosen } = useLoaderData<typeof loader>();
  const { t } = useTranslation("trading");
  const view = useFormView(useActionData<typeof action>());
  if (organisations.length === 0) {
    return (
      <EmptyState
        icon="building"
        title={t("desk.noOrganisation")}
        actions={<LinkButton to="/desk/organisation">{t("wizard.organisation")}</LinkButton>}
      />
    );
  }
  return (
    <div className="max-w-2xl space-y-5">
      <PageHeader
        title={t("wizard.newTitle")}
        lead={achievement?.title ?? t("wizard.newLead")}
        breadcrumbs={[
          { label: t("desk.title"), to: "/desk/lots" },
          { label: t("wizard.newTitle") },
        ]}
      />
      <Card>
        <Form method="post" className="space-y-5">
          <FormErrorSummary {...view.summary({ organisationId: t("wizard.organisation") })} />
          {achievement && <input type="hidden" name="achievementId" value={achievement.id} />}
          <RadioGroup
            name="organisationId"
            label={t("wizard.organisation")}
            options={organisations}
            defaultValue={view.value("organisationId", chosen ?? organisations[0]?.value)}
            error={view.error("organisationId")}
          />
          <SubmitButton>{t("wizard.start")}</SubmitButton>
        </Form>
      </Card>
    </div>
  );
}
