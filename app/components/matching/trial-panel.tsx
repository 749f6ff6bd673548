import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { formatDateTime } from "~/components/ui/date-time";
import { Select } from "~/components/ui/select";
import type { TrialResult } from "~/domain/matching/trial-view";

type TrialPanelProps = {
  running: TrialResult | null;
  versions: string[];
  errors: { rankerA?: string | undefined; rankerB?: string | undefined; form?: string | undefined };
};

/** The switch: what runs now, and how to start or end it. */
export function TrialPanel({ running, versions, errors }: TrialPanelProps) {
  const { t } = useTranslation("quality");
  const options = versions.map((version) => ({ value: version, label: version }));
  return (
    <Card title={t("office.trialTitle")}>
      <p className="mb-4 max-w-3xl text-sm text-muted">{t("office.trialNote")}</p>
      {errors.form && (
        <div className="mb-4">
          <Alert tone="danger">{errors.form}</Alert>
        </div>
      )}
      {running ? (
        <Form method="post" className="flex flex-wrap items-center gap-3">
          <p className="font-medium text-ink">
            {t("office.running", {
              a: running.a.version,
              b: running.b.version,
              at: formatDateTime(running.startedAt, "datetime"),
            })}
          </p>
          <input type="hidden" name="trialId" value={running.id} />
          <SubmitButton intent="end" variant="danger">
            {t("office.end")}
          </SubmitButton>
        </Form>
      ) : (
        <>
          <p className="mb-3">{t("office.idle")}</p>
          {versions.length < 2 ? (
            <p className="text-muted">{t("office.onlyOne")}</p>
          ) : (
            <Form method="post" className="flex flex-wrap items-end gap-3">
              <Select
                name="rankerA"
                label={t("office.rankerA")}
                options={options}
                defaultValue={versions[1]}
                error={errors.rankerA}
              />
              <Select
                name="rankerB"
                label={t("office.rankerB")}
                options={options}
                defaultValue={versions[0]}
                error={errors.rankerB}
              />
              <SubmitButton intent="start">{t("office.start")}</SubmitButton>
            </Form>
          )}
        </>
      )}
    </Card>
  );
}
