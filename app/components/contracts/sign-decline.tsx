import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { Dialog } from "~/components/ui/dialog";
import { Textarea } from "~/components/ui/textarea";

/** A refusal to sign, with its reason; in sight at once when the reason was missing. */
export function SignDecline({ error }: { error: string | undefined }) {
  const { t } = useTranslation("signing");
  const form = (
    <Form method="post" className="grid gap-4" noValidate>
      <p className="text-muted">{t("decline.lead")}</p>
      <Textarea
        name="note"
        label={t("decline.note")}
        required
        rows={3}
        maxLength={300}
        error={error}
      />
      <div>
        <SubmitButton intent="decline" variant="danger">
          {t("decline.confirm")}
        </SubmitButton>
      </div>
    </Form>
  );
  if (error) return form;
  return (
    <Dialog trigger={t("decline.button")} triggerVariant="danger" title={t("decline.title")}>
      {form}
    </Dialog>
  );
}
