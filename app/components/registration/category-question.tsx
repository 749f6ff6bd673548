import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { RadioGroup } from "~/components/ui/radio-group";
import type { CategoryQuestion as Question } from "~/domain/registration/category-answers-rules";
import type { AnswersProblem, CategoryStep } from "~/domain/registration/category-rules";
import { SourceLine } from "./source-line";
import { answerKey } from "./wizard-texts";

interface CategoryQuestionProps {
  question: Question;
  steps: readonly CategoryStep[];
  problem: AnswersProblem | null;
  /** Page that asks. */
  action?: string;
}

/** One question; its form carries the answers so far, so that the address is the whole state. */
export function CategoryQuestion({
  question,
  steps,
  problem,
  action = "/contract-category",
}: CategoryQuestionProps) {
  const { t } = useTranslation("registration");
  const error = problem === "answer_missing" ? t("problem.answer_missing") : undefined;
  return (
    <Card title={t("wizard.stepOf", { number: steps.length + 1 })}>
      <Form key={question.id} method="get" action={action} className="space-y-5">
        {problem && problem !== "answer_missing" && (
          <Alert tone="warning" role="status">
            {t(`problem.${problem}`)}
          </Alert>
        )}
        {steps.map((step) => (
          <input
            key={step.question.id}
            type="hidden"
            name={step.question.id}
            value={step.answer.value}
          />
        ))}
        <RadioGroup
          name={question.id}
          label={<span className="text-lg">{t(`question.${question.id}`)}</span>}
          error={error}
          options={question.answers.map((answer) => ({
            value: answer.value,
            label: t(answerKey(question.id, answer.value)),
          }))}
        />
        <div className="space-y-1 rounded-md bg-sunken px-4 py-3">
          <p className="text-sm">
            <strong>{t("wizard.why")}</strong> {t(`why.${question.id}`)}
          </p>
          <SourceLine sources={question.sources} />
        </div>
        <input type="hidden" name="at" value={question.id} />
        <Button type="submit" variant="primary" iconEnd="arrow-right">
          {t("wizard.next")}
        </Button>
      </Form>
    </Card>
  );
}
