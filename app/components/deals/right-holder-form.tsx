import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { RadioGroup } from "~/components/ui/radio-group";
import { Textarea } from "~/components/ui/textarea";
import {
  RIGHT_HOLDER_QUESTION_IDS,
  RIGHT_HOLDER_QUESTIONS,
  type RightHolderQuestion,
} from "~/domain/deals/right-holder-schema";

/** The questions to the right holder, each with its answers in full. */
export function RightHolderForm({
  valueAt,
  errorAt,
}: {
  valueAt: (name: RightHolderQuestion | "note") => string;
  errorAt: (name: string) => string | undefined;
}) {
  const { t } = useTranslation("terms");
  return (
    <Form method="post" className="grid gap-5" noValidate>
      <div className="grid gap-5 md:grid-cols-2">
        {RIGHT_HOLDER_QUESTION_IDS.map((question) => (
          <RadioGroup
            key={question}
            name={question}
            label={t(`rightHolder.question.${question}`)}
            hint={t(`rightHolder.source.${question}`)}
            required
            defaultValue={valueAt(question)}
            error={errorAt(question)}
            options={RIGHT_HOLDER_QUESTIONS[question].map((value) => ({
              value,
              label: t(`rightHolder.option.${`${question}.${value}` as "pledge.NONE"}`),
            }))}
          />
        ))}
      </div>
      <Textarea
        name="note"
        label={t("rightHolder.note")}
        hint={t("rightHolder.noteHint")}
        rows={3}
        maxLength={2000}
        defaultValue={valueAt("note")}
        error={errorAt("note")}
      />
      <div>
        <SubmitButton intent="right-holder">{t("rightHolder.save")}</SubmitButton>
      </div>
    </Form>
  );
}
