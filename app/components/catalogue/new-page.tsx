import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { RadioGroup } from "~/components/ui/radio-group";
import type { ListingKind } from "~/domain/catalogue/listing-kind-rules";

/** Chooses the organisation in whose name a draft is started. */
export function NewPage({
  kind,
  organisations,
  chosen,
  error,
}: {
  kind: ListingKind;
  organisations: { id: string; name: string }[];
  chosen: string | null;
  error: string | undefined;
}) {
  const { t } = useTranslation("catalogue");
  const title = t(kind === "achievement" ? "edit.newAchievement" : "edit.newNeed");
  if (organisations.length === 0) {
    return (
      <EmptyState
        icon="building"
        title={t("edit.noOrganisation")}
        actions={<LinkButton to="/desk/organisation">{t("edit.toOrganisation")}</LinkButton>}
      >
        {t("edit.noOrganisationText")}
      </EmptyState>
    );
  }
  return (
    <div className="max-w-2xl space-y-5">
      <PageHeader title={title} lead={t("edit.newLead")} />
      <Card>
        <Form method="post" className="space-y-5">
          <FormErrorSummary errors={{}} formErrors={error ? [error] : []} labels={{}} />
          <RadioGroup
            name="organisationId"
            label={t("edit.organisation")}
            options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={chosen ?? organisations[0]?.id}
          />
          <SubmitButton>{t("edit.start")}</SubmitButton>
        </Form>
      </Card>
    </div>
  );
}
