import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { Checklist } from "~/components/ui/checklist";
import type { ChallengeCase } from "~/domain/challenges/challenge-view";

/** Which targets nobody could measure, and what is still missing. */
export function LintCard({ challenge }: { challenge: ChallengeCase }) {
  const { t } = useTranslation("challenges");
  const { lint, missing, form } = challenge;
  const faulty = new Map(lint.map((one) => [one.index, one.faults]));
  return (
    <Card title={t("work.lint.title")}>
      {lint.length === 0 && form.targets.length > 0 && (
        <p className="mb-2 text-success-700">{t("work.lint.allMeasurable")}</p>
      )}
      <Checklist
        label={t("work.lint.title")}
        items={form.targets.map((target, index) => {
          const faults = faulty.get(index);
          return {
            id: String(index),
            label: target.name || t("work.edit.targetRow", { number: index + 1 }),
            state: faults ? "unmet" : "met",
            note: faults?.map((fault) => t(`work.lint.${fault}`)).join("；"),
          };
        })}
      />
      {missing.length > 0 && (
        <div className="mt-4">
          <p className="mb-1 font-medium text-ink">{t("work.lint.missing")}</p>
          <ul className="list-disc pl-5">
            {missing.map((field) => (
              <li key={field}>{t(`work.fieldNames.${field}`)}</li>
            ))}
          </ul>
        </div>
      )}
    </Card>
  );
}
