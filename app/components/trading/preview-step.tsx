import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Checklist } from "~/components/ui/checklist";
import type { LotFormStep } from "~/domain/trading/lot-draft-schema";
import type { LotConditionView } from "~/domain/trading/lot-view";
import { useErrorText } from "~/i18n/use-error-text";
import { PriceFacts, QualificationFacts, WhatIsSold } from "./lot-facts";
import type { LotFormView } from "./lot-form-view";

const STATES = { MET: "met", NOT_MET: "unmet", PERSON_DECIDES: "person" } as const;

/** The step of the wizard at which a condition is met. */
const STEP_OF: Record<string, LotFormStep | "files"> = {
  "items-own-and-published": "sale",
  "items-free": "sale",
  complete: "sale",
  "price-sound": "price",
  "deposit-in-range": "price",
  "reserve-sound": "price",
  "rerun-discount": "price",
  "periods-long-enough": "rules",
  "auction-licensed": "rules",
  "right-holder-clear": "checks",
  "consents-on-file": "files",
  "decision-on-file": "files",
};

function wayTo({ id, answer }: LotConditionView): string | undefined {
  const step = STEP_OF[id];
  return answer === "NOT_MET" && step ? `?step=${step}` : undefined;
}

/** Conditions of a move with their answers, in words; for the writer with the way to what is open. */
export function ConditionList({
  conditions,
  isWriter = false,
}: {
  conditions: readonly LotConditionView[];
  isWriter?: boolean;
}) {
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
        to: isWriter ? wayTo(one) : undefined,
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
          <ConditionList conditions={wizard.checks} isWriter />
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
