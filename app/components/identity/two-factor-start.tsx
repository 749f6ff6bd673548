import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { TextInput } from "~/components/ui/text-input";
import { type RefusedForm, useFormView } from "./form-view";

/** The password before two-step verification is set up. */
export function TwoFactorStart({ answer }: { answer: RefusedForm }) {
  const { t } = useTranslation("account");
  const view = useFormView(answer);
  return (
    <Card title={t("twoFactor.title")} className="max-w-2xl">
      <p className="mb-4 text-muted">{t("twoFactor.startLead")}</p>
      <Form method="post" className="max-w-md space-y-5" noValidate>
        <FormErrorSummary {...view.summary({ password: t("twoFactor.password") })} />
        <TextInput
          name="password"
          type="password"
          label={t("twoFactor.password")}
          error={view.error("password")}
          autoComplete="current-password"
          required
        />
        <SubmitButton intent="begin">{t("twoFactor.start")}</SubmitButton>
      </Form>
    </Card>
  );
}
