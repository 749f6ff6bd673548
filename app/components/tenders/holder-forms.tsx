import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { TextInput } from "~/components/ui/text-input";
import type { HolderView } from "~/domain/tenders/tender-view";

/** Names who holds a key, for the roles that the reader names. */
export function HolderForms({
  roles,
  refused,
}: {
  roles: readonly HolderView["role"][];
  refused: { role: string; email: string; error: string | undefined };
}) {
  const { t } = useTranslation("tenders");
  return (
    <div className="space-y-5">
      {roles.map((role) => (
        <Form key={role} method="post" className="space-y-3" noValidate>
          <input type="hidden" name="role" value={role} />
          <TextInput
            id={`field-email-${role}`}
            name="email"
            type="email"
            label={`${t(`holders.roles.${role}`)} · ${t("holders.email")}`}
            hint={`${t(`holders.${role}Hint`)} ${t("holders.emailHint")}`}
            width="medium"
            required
            defaultValue={refused.role === role ? refused.email : ""}
            error={refused.role === role ? refused.error : undefined}
          />
          <SubmitButton intent="holder" variant="secondary">
            {t("holders.appoint")}
          </SubmitButton>
        </Form>
      ))}
    </div>
  );
}
