import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { Checkbox } from "~/components/ui/checkbox";
import { DateInput } from "~/components/ui/date-input";
import { MoneyInput } from "~/components/ui/money-input";
import { TextInput } from "~/components/ui/text-input";
import { Textarea } from "~/components/ui/textarea";

const TEXTS = [
  ["description", 10_000],
  ["qualification", 4000],
  ["contractTerms", 8000],
] as const;

/** Clarifies or changes an issued call. */
export function AmendmentForm({
  valueAt,
  errorAt,
}: {
  valueAt: (name: string) => string;
  errorAt: (name: string) => string | undefined;
}) {
  const { t } = useTranslation("tenders");
  return (
    <Form method="post" className="space-y-4" noValidate>
      <p className="text-muted">{t("amendments.lead")}</p>
      <Textarea
        name="text"
        label={t("amendments.text")}
        rows={4}
        maxLength={3000}
        required
        defaultValue={valueAt("text")}
        error={errorAt("text")}
      />
      <Checkbox
        name="isMaterial"
        label={t("amendments.isMaterial")}
        hint={t("amendments.isMaterialHint")}
      />
      {TEXTS.map(([name, maxLength]) => (
        <Textarea
          key={name}
          name={name}
          label={t(`amendments.fields.${name}`)}
          hint={t("amendments.unchanged")}
          rows={3}
          maxLength={maxLength}
          defaultValue={valueAt(name)}
          error={errorAt(name)}
        />
      ))}
      <MoneyInput
        name="budget"
        label={t("amendments.fields.budgetFen")}
        hint={t("amendments.unchanged")}
        defaultValue={valueAt("budget")}
        error={errorAt("budget")}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <DateInput
          name="dueDate"
          label={t("edit.dueDate")}
          hint={t("amendments.unchanged")}
          defaultValue={valueAt("dueDate")}
          error={errorAt("dueDate")}
        />
        <TextInput
          name="dueTime"
          type="time"
          label={t("edit.dueTime")}
          width="short"
          defaultValue={valueAt("dueTime")}
          error={errorAt("dueTime")}
        />
      </div>
      <SubmitButton intent="amend">{t("amendments.publish")}</SubmitButton>
    </Form>
  );
}
