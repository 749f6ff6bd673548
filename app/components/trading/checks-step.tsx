import { useTranslation } from "react-i18next";
import { RadioGroup } from "~/components/ui/radio-group";
import { Textarea } from "~/components/ui/textarea";
import { LOT_QUESTION_IDS, LOT_QUESTIONS } from "~/domain/trading/lot-checks-schema";
import type { LotFormView } from "./lot-form-view";

/** The questions to the right holder, each with its answers in full; the same words as in a deal room. */
export function ChecksStep({ form }: { form: LotFormView }) {
  const { t } = useTranslation(["trading", "terms"]);
  return (
    <>
      <p className="text-muted">{t("trading:wizard.checksLead")}</p>
      <div className="grid gap-5 md:grid-cols-2">
        {LOT_QUESTION_IDS.map((question) => (
          <RadioGroup
            key={question}
            name={question}
            label={t(`terms:rightHolder.question.${question}`)}
            hint={t(`terms:rightHolder.source.${question}`)}
            required
            defaultValue={form.text(question)}
            error={form.error(question)}
            options={LOT_QUESTIONS[question].map((value) => ({
              value,
              label: t(`terms:rightHolder.option.${`${question}.${value}` as "pledge.NONE"}`),
            }))}
          />
        ))}
      </div>
      <Textarea
        name="note"
        label={t("trading:wizard.checksNote")}
        hint={t("trading:wizard.checksNoteHint")}
        rows={3}
        maxLength={2000}
        defaultValue={form.text("note")}
        error={form.error("note")}
      />
    </>
  );
}
