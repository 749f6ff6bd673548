import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type RefusedForm, useFormView } from "~/components/identity/form-view";
import { SubmitButton } from "~/components/ui/button";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { Select } from "~/components/ui/select";
import { Textarea } from "~/components/ui/textarea";
import { STRIKE_KINDS } from "~/domain/oversight/strike-rules";

/** What a person says about a clue, with reasons. */
export function DecideFlagForm({ answer }: { answer: RefusedForm }) {
  const { t } = useTranslation("oversight");
  const view = useFormView(answer);
  return (
    <Form method="post" className="space-y-4" noValidate>
      <FormErrorSummary {...view.summary({ note: t("flag.note") })} />
      <p className="text-muted">{t("flag.decideLead")}</p>
      <Textarea
        name="note"
        label={t("flag.note")}
        rows={4}
        maxLength={1000}
        required
        defaultValue={view.value("note")}
        error={view.error("note")}
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton intent="dismiss" variant="secondary">
          {t("flag.dismiss")}
        </SubmitButton>
        <SubmitButton intent="confirm" variant="danger">
          {t("flag.confirm")}
        </SubmitButton>
      </div>
    </Form>
  );
}

type StrikeFormProps = {
  answer: RefusedForm;
  organisations: readonly { id: string; name: string }[];
};

/** A breach that follows from a confirmed clue. */
export function StrikeForm({ answer, organisations }: StrikeFormProps) {
  const { t } = useTranslation("oversight");
  const view = useFormView(answer);
  return (
    <Form method="post" className="space-y-4" noValidate>
      <FormErrorSummary
        {...view.summary({
          organisationId: t("flag.organisation"),
          kind: t("flag.strikeKind"),
          reason: t("flag.strikeReason"),
        })}
      />
      <p className="text-muted">{t("flag.strikeLead")}</p>
      <Select
        name="organisationId"
        label={t("flag.organisation")}
        required
        defaultValue={view.value("organisationId")}
        error={view.error("organisationId")}
        options={organisations.map((one) => ({ value: one.id, label: one.name }))}
      />
      <Select
        name="kind"
        label={t("flag.strikeKind")}
        required
        defaultValue={view.value("kind", "COLLUSION")}
        error={view.error("kind")}
        options={STRIKE_KINDS.map((value) => ({ value, label: t(`strikeKinds.${value}`) }))}
      />
      <Textarea
        name="reason"
        label={t("flag.strikeReason")}
        rows={3}
        maxLength={300}
        required
        defaultValue={view.value("reason")}
        error={view.error("reason")}
      />
      <SubmitButton intent="strike" variant="danger">
        {t("flag.record")}
      </SubmitButton>
    </Form>
  );
}
