import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { TextInput } from "~/components/ui/text-input";
import { type RefusedForm, useFormView } from "./form-view";
import { ScopeFields } from "./scope-fields";

/** Invitation of a new member by mail. */
export function InviteForm({ answer, isOwner }: { answer: RefusedForm; isOwner: boolean }) {
  const { t } = useTranslation("identity");
  const isMine = answer?.result?.initialValue?.intent === "invite";
  const view = useFormView(isMine ? answer : undefined);
  return (
    <Form method="post" className="space-y-4" noValidate>
      <FormErrorSummary {...view.summary({ email: t("fields.email"), role: t("fields.role") })} />
      <p className="text-sm text-muted">{t("members.inviteHint")}</p>
      <TextInput
        name="email"
        type="email"
        label={t("fields.email")}
        defaultValue={view.value("email")}
        error={view.error("email")}
        autoComplete="off"
        required
      />
      <ScopeFields
        idPrefix="invite"
        isOwner={isOwner}
        role={view.value("role", "MEMBER") || "MEMBER"}
        scopes={view.values("scopes", ["PUBLISH"])}
        roleError={view.error("role")}
      />
      <SubmitButton intent="invite">{t("members.send")}</SubmitButton>
    </Form>
  );
}
