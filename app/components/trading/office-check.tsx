import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { useFormView } from "~/components/identity/form-view";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Checklist } from "~/components/ui/checklist";
import { Textarea } from "~/components/ui/textarea";
import type { LotCheckResult } from "~/domain/trading/lot-check-rules";
import { LOT_STEPS } from "~/domain/trading/lot-draft-schema";
import type { LotConditionView } from "~/domain/trading/lot-view";
import { ConditionList } from "./preview-step";

const STATES = { MET: "met", NOT_MET: "unmet", PERSON_DECIDES: "person" } as const;

/** What the right holder's answers mean for this sale; the same words as in a deal room. */
export function RightsResults({
  results,
  note,
}: {
  results: readonly LotCheckResult[];
  note: string;
}) {
  const { t } = useTranslation(["trading", "terms"]);
  return (
    <Card title={t("trading:office.rights")}>
      <Checklist
        label={t("trading:office.rights")}
        items={results.map((one) => ({
          id: one.id,
          label: t(`terms:rightHolder.reason.${`${one.id}.${one.reason}` as "pledge.NONE"}`),
          state: STATES[one.answer],
        }))}
      />
      {note && (
        <p className="prose-text mt-4 text-sm">
          <span className="text-muted">{t("trading:office.answersNote")}</span> {note}
        </p>
      )}
    </Card>
  );
}

/** Announce, or return with comments at the steps. */
export function OfficeCheck({
  conditions,
  view,
}: {
  conditions: readonly LotConditionView[];
  view: ReturnType<typeof useFormView>;
}) {
  const { t } = useTranslation("trading");
  const isOpen = conditions.some((one) => one.answer === "NOT_MET");
  return (
    <Card title={t("office.checkTitle")}>
      <div className="space-y-6">
        <ConditionList conditions={conditions} />
        <Form method="post" className="space-y-3">
          <p className="text-muted">{t("office.announceLead")}</p>
          <SubmitButton intent="announce" disabledReason={isOpen ? t("wizard.open") : undefined}>
            {t("office.announce")}
          </SubmitButton>
        </Form>
        <Form method="post" className="grid gap-4 border-t border-line pt-5" noValidate>
          <h3 className="font-semibold text-ink">{t("office.returnTitle")}</h3>
          <Textarea
            name="note"
            label={t("office.returnNote")}
            rows={3}
            maxLength={1000}
            required
            defaultValue={view.value("note")}
            error={view.error("note")}
          />
          <div className="grid gap-4 sm:grid-cols-2">
            {LOT_STEPS.filter((step) => step !== "preview").map((step) => (
              <Textarea
                key={step}
                name={`comment-${step}`}
                label={t("office.commentAt", { field: t(`step.${step}`) })}
                rows={2}
                maxLength={500}
                defaultValue={view.value(`comment-${step}`)}
                error={view.error(`comment-${step}`)}
              />
            ))}
          </div>
          <div>
            <SubmitButton intent="return" variant="secondary">
              {t("office.returnTitle")}
            </SubmitButton>
          </div>
        </Form>
      </div>
    </Card>
  );
}
