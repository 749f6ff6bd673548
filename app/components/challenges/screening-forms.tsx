import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Textarea } from "~/components/ui/textarea";
import type { IntentionPage } from "~/domain/challenges/intention-view";

/** Admits or refuses what was handed in. */
export function ScreeningForms({
  intention,
  view,
}: {
  intention: IntentionPage;
  view: FormAnswer;
}) {
  const { t } = useTranslation("challenges");
  const { state } = intention;
  const noted = notedMove(intention);
  if (noted === null) return null;
  return (
    <Card title={t("work.intention.conclusion")}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        {state === "SUBMITTED" && (
          <Form method="post">
            <SubmitButton intent="admit">{t("work.screening.admit")}</SubmitButton>
          </Form>
        )}
        <Form method="post" className="grid gap-3" noValidate>
          <Textarea
            name="note"
            label={t("work.screening.note")}
            rows={3}
            maxLength={2000}
            required
            defaultValue={view.text("note")}
            error={view.error("note")}
          />
          <div>
            <SubmitButton intent={noted} variant={noted === "reconsider" ? "secondary" : "danger"}>
              {t(`work.screening.${noted}`)}
            </SubmitButton>
          </div>
        </Form>
      </div>
    </Card>
  );
}

function notedMove(intention: IntentionPage): "refuse" | "exclude" | "reconsider" | null {
  if (intention.mayExclude) return "exclude";
  if (!intention.mayScreen) return null;
  if (intention.state === "SUBMITTED") return "refuse";
  return intention.state === "INELIGIBLE" ? "reconsider" : null;
}
