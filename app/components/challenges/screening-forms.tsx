import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Textarea } from "~/components/ui/textarea";
import type { IntentionPage } from "~/domain/challenges/intention-view";
import type { ChallengeFormView } from "./use-challenge-form";

/** Admits or refuses what was handed in. */
export function ScreeningForms({
  intention,
  view,
}: {
  intention: IntentionPage;
  view: ChallengeFormView;
}) {
  const { t } = useTranslation("challenges");
  const { state } = intention;
  const noted = state === "SUBMITTED" ? "refuse" : state === "INELIGIBLE" ? "reconsider" : null;
  if (!intention.mayScreen || noted === null) return null;
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
            <SubmitButton intent={noted} variant={noted === "refuse" ? "danger" : "secondary"}>
              {t(`work.screening.${noted}`)}
            </SubmitButton>
          </div>
        </Form>
      </div>
    </Card>
  );
}
