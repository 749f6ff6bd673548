import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type RefusedForm, useFormView } from "~/components/identity/form-view";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { TextInput } from "~/components/ui/text-input";

/** Stores which account of Stripe Connect belongs to an organisation. */
export function ConnectForm({ answer }: { answer: RefusedForm }) {
  const { t } = useTranslation("payments");
  const view = useFormView(answer);
  return (
    <Card title={t("office.payouts.connect")}>
      <Form method="post" className="grid gap-4">
        <p className="text-sm text-muted">{t("office.payouts.connectHint")}</p>
        <TextInput
          name="uscc"
          label={t("office.payouts.uscc")}
          required
          width="medium"
          defaultValue={view.value("uscc")}
          error={view.error("uscc")}
        />
        <TextInput
          name="accountId"
          label={t("office.payouts.accountId")}
          required
          width="medium"
          defaultValue={view.value("accountId")}
          error={view.error("accountId")}
        />
        <div>
          <SubmitButton intent="link" variant="secondary">
            {t("office.payouts.link")}
          </SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
