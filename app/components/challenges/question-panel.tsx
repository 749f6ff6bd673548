import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { Badge } from "~/components/ui/badge";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { formatDateTime } from "~/components/ui/date-time";
import { Textarea } from "~/components/ui/textarea";
import type { QuestionView } from "~/domain/challenges/challenge-view";

type Props = {
  questions: readonly QuestionView[];
  view: FormAnswer;
  /** Asking, answering, or only reading. */
  may: "ask" | "answer" | "read";
  note?: string;
};

/** Questions and answers as everybody reads them, with the form of the one who may add to them. */
export function QuestionPanel({ questions, view, may, note }: Props) {
  const { t } = useTranslation("challenges");
  const refusedId = view.text("questionId");
  const isAsking = view.text("intent") === "ask";
  return (
    <Card title={t("questions.title")} id="questions">
      <p className="mb-3 text-sm text-muted">{t("questions.lead")}</p>
      {questions.length === 0 && <p className="text-muted">{t("questions.none")}</p>}
      <ul className="divide-y divide-line">
        {questions.map((one) => (
          <li key={one.id} className="space-y-2 py-3 first:pt-0">
            <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
              <span className="font-medium text-ink">
                {t("questions.number", { number: one.number })}
              </span>
              {formatDateTime(one.askedAt, "datetime")}
              {!one.answeredAt && <Badge tone="warning">{t("questions.waiting")}</Badge>}
            </p>
            <p className="prose-text whitespace-pre-wrap">{one.text}</p>
            {one.answeredAt && (
              <div className="rounded-md bg-sunken px-4 py-3">
                <p className="text-sm text-muted">
                  {t("questions.answered")} {formatDateTime(one.answeredAt, "datetime")}
                </p>
                <p className="prose-text whitespace-pre-wrap">{one.answer}</p>
              </div>
            )}
            {!one.answeredAt && may === "answer" && (
              <Form method="post" className="grid gap-3" noValidate>
                <input type="hidden" name="questionId" value={one.id} />
                <Textarea
                  id={`answer-${one.number}`}
                  name="answer"
                  label={t("questions.answer")}
                  hint={t("questions.answerHint")}
                  rows={3}
                  maxLength={2000}
                  required
                  defaultValue={refusedId === one.id ? view.text("answer") : ""}
                  error={refusedId === one.id ? view.error("answer") : undefined}
                />
                <div>
                  <SubmitButton intent="answer" size="sm">
                    {t("questions.answerDo")}
                  </SubmitButton>
                </div>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {may === "ask" && (
        <Form method="post" className="mt-4 grid gap-3" noValidate>
          <Textarea
            id="question-text"
            name="text"
            label={t("questions.text")}
            rows={3}
            maxLength={1000}
            required
            defaultValue={isAsking ? view.text("text") : ""}
            error={isAsking ? view.error("text") : undefined}
          />
          <div>
            <SubmitButton intent="ask" variant="secondary">
              {t("questions.send")}
            </SubmitButton>
          </div>
        </Form>
      )}
      {note && <p className="mt-3 text-sm text-muted">{note}</p>}
    </Card>
  );
}
