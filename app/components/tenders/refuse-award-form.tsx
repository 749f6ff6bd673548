import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Textarea } from "~/components/ui/textarea";

/** The market finds that the winner does not sign. */
export function RefuseAwardForm({ error }: { error: string | undefined }) {
  const { t } = useTranslation("tenders");
  return (
    <Card title={t("moves.refuseAward")}>
      <Form method="post" className="space-y-3" noValidate>
        <p>{t("bid.refuseLead")}</p>
        <Textarea
          id="field-refuse-note"
          name="note"
          label={t("bid.reason")}
          rows={3}
          maxLength={1000}
          required
          error={error}
        />
        <SubmitButton intent="refuseAward" variant="danger">
          {t("moves.refuseAward")}
        </SubmitButton>
      </Form>
    </Card>
  );
}
