import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Checklist } from "~/components/ui/checklist";
import type { LotConditionView } from "~/domain/trading/lot-view";
import { useErrorText } from "~/i18n/use-error-text";
import { PriceFacts, QualificationFacts, WhatIsSold } from "./lot-facts";
import type { LotFormView } from "./lot-form-view";

const STATES = { MET: "met", NOT_MET: "unmet", PERSON_DECIDES: "person" } as const;

/** Conditions of a move with their answers, in words. */
export function ConditionList({ conditions }: { conditions: readonly LotConditionView[] }) {
  const { t } = useTranslation("trading");
  const text = useErrorText();
  return (
    <Checklist
      label={t("wizard.checklist")}
      items={conditions.map((one) => ({
        id: one.id,
        label: t(`condition.${one.id as "complete"}`),
        state: STATES[one.answer],
        note: one.answer === "NOT_MET" ? text(one.code) : undefined,
      }))}
    />
  );
}

/** What the public will read, and what is still open. */
export function PreviewStep({ form }: { form: LotFormView }) {
  const { t } = useTranslation("trading");
  const { wizard } = form;
  const isOpen = wizard.checks.some((one) => one.answer === "NOT_MET");
  return (
    <div className="space-y-5">
      <Alert tone="info">{t("wizard.previewLead")}</Alert>
      <Card title={t("wizard.checklist")}>
        <div className="space-y-5">
          <ConditionList conditions={wizard.checks} />
          <Form method="post">
            <SubmitButton intent="submit" disabledReason={isOpen ? t("wizard.open") : undefined}>
              {t("wizard.submit")}
            </SubmitButton>
          </Form>
        </div>
      </Card>
      <h2 className="text-xl font-semibold text-ink">{wizard.title}</h2>
      <WhatIsSold lot={wizard} />
      <PriceFacts lot={wizard} />
      <QualificationFacts lot={wizard} />
    </div>
  );
}
