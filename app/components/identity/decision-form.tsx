import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { RadioGroup } from "~/components/ui/radio-group";
import { Textarea } from "~/components/ui/textarea";
import { NOTE_MAX } from "~/domain/identity/organisation-schema";
import { type RefusedForm, useFormView } from "./form-view";

/** A reviewer's decision with its reason. */
export function DecisionForm({
  answer,
  options,
  asksAuthority,
}: {
  answer: RefusedForm;
  options: readonly { value: string; label: string }[];
  asksAuthority: boolean;
}) {
  const { t } = useTranslation("identity");
  const view = useFormView(answer);
  return (
    <Form method="post" className="space-y-4" noValidate>
      <FormErrorSummary {...view.summary({ move: t("review.decision"), note: t("fields.note") })} />
      <p className="text-sm text-muted">
        {asksAuthority ? t("review.authorityAsked") : t("review.authorityNone")}
      </p>
      <RadioGroup
        name="move"
        label={t("review.decision")}
        options={options}
        defaultValue={view.value("move")}
        error={view.error("move")}
        required
      />
      <Textarea
        name="note"
        label={t("fields.note")}
        hint={t("review.notePlaceholder")}
        defaultValue={view.value("note")}
        error={view.error("note")}
        maxLength={NOTE_MAX}
        rows={4}
      />
      <SubmitButton>{t("review.submit")}</SubmitButton>
    </Form>
  );
}
