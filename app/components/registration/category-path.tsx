import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { type CategoryStep, toCategoryQuery } from "~/domain/registration/category-rules";
import { SourceLine } from "./source-line";
import { answerKey } from "./wizard-texts";

/** The questions answered so far, each with its reason and a way back to it. */
export function CategoryPath({
  steps,
  action = "/contract-category",
}: {
  steps: readonly CategoryStep[];
  /** Page that asks. */
  action?: string;
}) {
  const { t } = useTranslation("registration");
  if (steps.length === 0) return null;
  return (
    <Card title={t("wizard.path")}>
      <ol className="divide-y divide-line">
        {steps.map(({ question, answer }, index) => (
          <li key={question.id} className="space-y-1 py-3 first:pt-0 last:pb-0">
            <div className="flex items-start justify-between gap-4">
              <p className="font-medium text-ink">
                {index + 1}. {t(`question.${question.id}`)}
              </p>
              <Link
                className="link no-print inline-flex min-h-6 shrink-0 items-center text-sm"
                to={`${action}?${toCategoryQuery(steps.slice(0, index))}`}
                aria-label={t("wizard.changeOf", { question: t(`question.${question.id}`) })}
              >
                {t("wizard.change")}
              </Link>
            </div>
            <p>
              {t("wizard.answered", {
                answer: t(answerKey(question.id, answer.value)),
              })}
            </p>
            <p className="text-sm text-muted">{t(`why.${question.id}`)}</p>
            <SourceLine sources={question.sources} />
          </li>
        ))}
      </ol>
    </Card>
  );
}
