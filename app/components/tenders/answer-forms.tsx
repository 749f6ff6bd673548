import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { Textarea } from "~/components/ui/textarea";
import type { QuestionView } from "~/domain/tenders/tender-view";

/** Answers to the questions that wait for one. */
export function AnswerForms({
  questions,
  errorAt,
}: {
  questions: readonly QuestionView[];
  errorAt: (name: string) => string | undefined;
}) {
  const { t } = useTranslation("tenders");
  return questions
    .filter((one) => one.answeredAt === null)
    .map((one) => (
      <Form
        key={one.id}
        method="post"
        className="mt-5 space-y-3 border-t border-line pt-4"
        noValidate
      >
        <input type="hidden" name="questionId" value={one.id} />
        <Textarea
          id={`field-answer-${one.id}`}
          name="answer"
          label={`${t("questions.question", { number: one.number })} · ${t("questions.reply")}`}
          rows={3}
          maxLength={3000}
          required
          error={errorAt("answer")}
        />
        <SubmitButton intent="answer" variant="secondary">
          {t("questions.reply")}
        </SubmitButton>
      </Form>
    ));
}
