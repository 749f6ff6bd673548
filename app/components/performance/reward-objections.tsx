import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { useFormView } from "~/components/identity/form-view";
import { Badge } from "~/components/ui/badge";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { formatDateTime } from "~/components/ui/date-time";
import { RadioGroup } from "~/components/ui/radio-group";
import { Textarea } from "~/components/ui/textarea";
import { OBJECTION_OUTCOMES } from "~/domain/performance/reward-schema";
import type { RewardDetail } from "~/domain/performance/reward-view";

type RewardObjectionsProps = {
  reward: Pick<RewardDetail, "objections" | "mayRun" | "state">;
  view: ReturnType<typeof useFormView>;
};

/** Objections with their results; the unit answers the open ones here. */
export function RewardObjections({ reward, view }: RewardObjectionsProps) {
  const { t } = useTranslation("performance");
  return (
    <Card title={t("reward.objections")}>
      {reward.objections.length === 0 && (
        <p className="text-muted">{t("reward.objectionsEmpty")}</p>
      )}
      <ul className="grid gap-6">
        {reward.objections.map((one) => {
          const isRefused = view.value("objectionId") === one.id;
          return (
            <li key={one.id} className="grid gap-2">
              <p className="text-sm text-muted">
                #{one.number} ·{" "}
                {t("reward.objectionAt", { at: formatDateTime(one.createdAt, "datetime") })}
              </p>
              <p className="prose-text whitespace-pre-wrap">{one.text}</p>
              {reward.mayRun && (
                <p className="text-sm text-muted">
                  {t("reward.objector", { name: one.objectorName, contact: one.objectorContact })}
                </p>
              )}
              {one.outcome && (
                <div className="grid gap-1 rounded-md bg-sunken px-3 py-2">
                  <p>
                    <Badge tone={one.outcome === "UPHELD" ? "warning" : "neutral"}>
                      {t(`reward.outcomes.${one.outcome}`)}
                    </Badge>
                  </p>
                  <p className="prose-text whitespace-pre-wrap">{one.result}</p>
                </div>
              )}
              {!one.outcome && reward.mayRun && reward.state === "OBJECTION_HANDLING" && (
                <Form method="post" className="grid gap-4">
                  <input type="hidden" name="objectionId" value={one.id} />
                  <RadioGroup
                    id={`outcome-${one.id}`}
                    name="outcome"
                    label={t("reward.outcome")}
                    look="inline"
                    required
                    options={OBJECTION_OUTCOMES.map((value) => ({
                      value,
                      label: t(`reward.outcomes.${value}`),
                    }))}
                    defaultValue={isRefused ? view.value("outcome") : ""}
                    error={isRefused ? view.error("outcome") : undefined}
                  />
                  <Textarea
                    id={`result-${one.id}`}
                    name="result"
                    label={t("reward.result")}
                    hint={t("reward.resultHint")}
                    rows={3}
                    maxLength={2000}
                    required
                    defaultValue={isRefused ? view.value("result") : ""}
                    error={isRefused ? view.error("result") : undefined}
                  />
                  <div>
                    <SubmitButton intent="answer">{t("reward.publishResult")}</SubmitButton>
                  </div>
                </Form>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
