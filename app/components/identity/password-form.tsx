import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { TextInput } from "~/components/ui/text-input";
import { PASSWORD_MIN } from "~/domain/identity/auth-schema";
import { type RefusedForm, useFormView } from "./form-view";

/** Change of the password. */
export function PasswordForm({ answer }: { answer: RefusedForm }) {
  const { t } = useTranslation("account");
  const view = useFormView(answer);
  return (
    <Form method="post" className="space-y-5" noValidate>
      <FormErrorSummary
        {...view.summary({
          currentPassword: t("security.currentPassword"),
          password: t("security.newPassword"),
        })}
      />
      <TextInput
        name="currentPassword"
        type="password"
        label={t("security.currentPassword")}
        error={view.error("currentPassword")}
        autoComplete="current-password"
        required
      />
      <TextInput
        name="password"
        type="password"
        label={t("security.newPassword")}
        hint={t("security.passwordHint", { min: PASSWORD_MIN })}
        error={view.error("password")}
        autoComplete="new-password"
        required
      />
      <SubmitButton intent="password">{t("security.changePassword")}</SubmitButton>
    </Form>
  );
}
