import { useTranslation } from "react-i18next";
import { DateTime } from "~/components/ui/date-time";
import type { QuestionView } from "~/domain/tenders/tender-view";

/** Questions with their answers; nobody is named. */
export function QuestionList({ questions }: { questions: readonly QuestionView[] }) {
  const { t } = useTranslation("tenders");
  if (questions.length === 0) return <p className="text-muted">{t("questions.none")}</p>;
  return (
    <ol className="space-y-4">
      {questions.map((one) => (
        <li key={one.id}>
          <p className="font-medium text-ink">
            {t("questions.question", { number: one.number })}：
            <span className="prose-text whitespace-pre-line">{one.text}</span>
          </p>
          {one.answeredAt ? (
            <p className="mt-1">
              {t("questions.answer")}：<span className="whitespace-pre-line">{one.answer}</span>{" "}
              <span className="text-sm text-muted">
                <DateTime value={one.answeredAt} format="datetime" />
              </span>
            </p>
          ) : (
            <p className="mt-1 text-muted">{t("questions.waiting")}</p>
          )}
        </li>
      ))}
    </ol>
  );
}
