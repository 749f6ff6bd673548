import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { TextInput } from "~/components/ui/text-input";
import { type RefusedForm, useFormView } from "./form-view";

/** New backup codes, or turning two-step verification off; both ask for the password. */
export function TwoFactorManage({ answer }: { answer: RefusedForm }) {
  const { t } = useTranslation("account");
  return (
    <div className="grid max-w-4xl items-start gap-6 md:grid-cols-2">
      <PasswordAction
        intent="codes"
        title={t("twoFactor.newCodes")}
        lead={t("twoFactor.newCodesLead")}
        answer={answer}
      />
      <PasswordAction
        intent="off"
        title={t("twoFactor.off")}
        lead={t("twoFactor.offLead")}
        answer={answer}
        isDangerous
      />
    </div>
  );
}

function PasswordAction({
  intent,
  title,
  lead,
  answer,
  isDangerous,
}: {
  intent: "codes" | "off";
  title: string;
  lead: string;
  answer: RefusedForm;
  isDangerous?: boolean;
}) {
  const { t } = useTranslation("account");
  const isMine = answer?.result?.initialValue?.intent === intent;
  const view = useFormView(isMine ? answer : undefined);
  return (
    <Card title={title}>
      <p className="mb-4 text-muted">{lead}</p>
      <Form method="post" className="space-y-4" noValidate>
        <FormErrorSummary {...view.summary({})} />
        <TextInput
          id={`password-${intent}`}
          name="password"
          type="password"
          label={t("twoFactor.password")}
          error={view.error("password")}
          autoComplete="current-password"
          required
        />
        <SubmitButton intent={intent} variant={isDangerous ? "danger" : "secondary"}>
          {title}
        </SubmitButton>
      </Form>
    </Card>
  );
}
