import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import {
  FORM_GROUPS,
  type FormField,
  inputName,
  type RegistrationForm,
  requiredFields,
} from "~/domain/registration/registration-form-rules";
import { toYuanText } from "~/domain/shared/money";
import { type FormChoices, FormFieldInput } from "./form-field-input";
import { useFieldLabel } from "./use-field-label";

/** Errors and kept values of a refused form, as the page's form view gives them. */
export type FormViewPart = {
  error(name: string): string | undefined;
  value(name: string, stored?: string): string;
  summary(labels: Record<string, string>): {
    errors: Record<string, string | undefined>;
    formErrors: string[];
    labels: Record<string, string>;
  };
};

type FormEditorProps = {
  fields: readonly FormField[];
  form: RegistrationForm;
  revision: number;
  choices: FormChoices;
  view: FormViewPart;
  backTo: string;
};

/** The fields that a person may write, with the source of what is there. */
export function FormEditor({ fields, form, revision, choices, view, backTo }: FormEditorProps) {
  const { t } = useTranslation(["recognition", "common"]);
  const label = useFieldLabel();
  const required = new Set(requiredFields(form).map((one) => one.id));
  const stored = (field: FormField) => {
    const value = form[field.id]?.value ?? "";
    return field.type === "MONEY" && /^\d+$/.test(value) ? toYuanText(BigInt(value)) : value;
  };
  const labels = Object.fromEntries(fields.map((one) => [inputName(one.id), label(one.id)]));
  return (
    <Form method="post" noValidate className="grid gap-5">
      <FormErrorSummary {...view.summary(labels)} />
      <input type="hidden" name="revision" value={revision} />
      {FORM_GROUPS.map((group) => {
        const own = fields.filter((one) => one.group === group);
        if (own.length === 0) return null;
        return (
          <Card key={group} title={t(`recognition:group.${group}`)}>
            <div className="grid gap-5 sm:grid-cols-2">
              {own.map((field) => {
                const found = form[field.id];
                const name = inputName(field.id);
                return (
                  <FormFieldInput
                    key={field.id}
                    field={field}
                    value={view.value(name, stored(field))}
                    {...(found?.value
                      ? {
                          hint: t("recognition:formPage.fromSource", {
                            source: t(`recognition:source.${found.source}`),
                          }),
                        }
                      : {})}
                    error={view.error(name)}
                    required={required.has(field.id)}
                    choices={choices}
                  />
                );
              })}
            </div>
          </Card>
        );
      })}
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{t("recognition:formPage.save")}</SubmitButton>
        <LinkButton to={backTo} variant="quiet">
          {t("common:cancel")}
        </LinkButton>
      </div>
    </Form>
  );
}
