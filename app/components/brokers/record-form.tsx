import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { useFormView } from "~/components/identity/form-view";
import { SubmitButton } from "~/components/ui/button";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { Textarea } from "~/components/ui/textarea";

type RecordFormProps = {
  mandates: readonly { id: string; number: number; title: string }[];
  chosen: { mandateId: string; achievementNumber: string; needNumber: string };
  view: ReturnType<typeof useFormView>;
};

/** Whom a broker has introduced to what; the market sets the time. */
export function RecordForm({ mandates, chosen, view }: RecordFormProps) {
  const { t } = useTranslation("brokers");
  const { value, error } = view;
  return (
    <Form method="post" className="space-y-4" noValidate>
      <FormErrorSummary
        {...view.summary({
          mandateId: t("records.mandate"),
          achievementNumber: t("records.achievementNumber"),
          needNumber: t("records.needNumber"),
          organisation: t("records.organisation"),
          note: t("records.note"),
        })}
      />
      <Select
        name="mandateId"
        label={t("records.mandate")}
        placeholder={t("records.mandateNone")}
        options={mandates.map((one) => ({
          value: one.id,
          label: `${t("mandates.numberValue", { number: one.number })} ${one.title}`,
        }))}
        defaultValue={value("mandateId", chosen.mandateId)}
        error={error("mandateId")}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextInput
          name="achievementNumber"
          label={t("records.achievementNumber")}
          hint={t("records.numberHint")}
          inputMode="numeric"
          defaultValue={value("achievementNumber", chosen.achievementNumber)}
          error={error("achievementNumber")}
          width="medium"
        />
        <TextInput
          name="needNumber"
          label={t("records.needNumber")}
          hint={t("records.numberHint")}
          inputMode="numeric"
          defaultValue={value("needNumber", chosen.needNumber)}
          error={error("needNumber")}
          width="medium"
        />
      </div>
      <TextInput
        name="organisation"
        label={t("records.organisation")}
        hint={t("records.organisationHint")}
        defaultValue={value("organisation")}
        error={error("organisation")}
        maxLength={100}
      />
      <Textarea
        name="note"
        label={t("records.note")}
        hint={t("records.noteHint")}
        defaultValue={value("note")}
        error={error("note")}
        maxLength={500}
        rows={2}
      />
      <SubmitButton icon="clock">{t("records.submit")}</SubmitButton>
    </Form>
  );
}
