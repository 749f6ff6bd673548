import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { useFormView } from "~/components/identity/form-view";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { formatDateTime } from "~/components/ui/date-time";
import { Disclosure } from "~/components/ui/disclosure";
import { RadioGroup } from "~/components/ui/radio-group";
import { Textarea } from "~/components/ui/textarea";
import { TERMINATION_REASONS } from "~/domain/performance/performance-schema";
import type { PerformanceView } from "~/domain/performance/performance-view";

type TerminationCardProps = {
  performance: Pick<PerformanceView, "termination" | "terminationClosed">;
  view: ReturnType<typeof useFormView>;
};

/** Early end by agreement: proposed by one side, agreed or declined by the other. */
export function TerminationCard({ performance, view }: TerminationCardProps) {
  const { t } = useTranslation("performance");
  const { termination, terminationClosed } = performance;
  const lead = <p className="text-sm text-muted">{t("termination.lead")}</p>;
  if (!termination) {
    return (
      <section id="termination">
        <Disclosure
          look="box"
          summary={t("termination.title")}
          open={view.value("intent") === "propose"}
        >
          <div className="grid gap-4">
            {lead}
            {terminationClosed ? (
              <p className="text-sm">{t(`closed.${terminationClosed}`)}</p>
            ) : (
              <Form method="post" className="grid gap-4">
                <RadioGroup
                  name="reason"
                  label={t("termination.reason")}
                  required
                  options={TERMINATION_REASONS.map((value) => ({
                    value,
                    label: t(`termination.reasons.${value}`),
                  }))}
                  defaultValue={view.value("reason")}
                  error={view.error("reason")}
                />
                <Textarea
                  id="termination-note"
                  name="note"
                  label={t("termination.note")}
                  hint={t("termination.noteHint")}
                  rows={4}
                  maxLength={2000}
                  required
                  defaultValue={view.value("intent") === "propose" ? view.value("note") : ""}
                  error={view.value("intent") === "propose" ? view.error("note") : undefined}
                />
                <div>
                  <SubmitButton intent="propose" variant="danger">
                    {t("termination.submit")}
                  </SubmitButton>
                </div>
              </Form>
            )}
          </div>
        </Disclosure>
      </section>
    );
  }
  const at = formatDateTime(termination.createdAt, "datetime");
  const hidden = <input type="hidden" name="terminationId" value={termination.id} />;
  return (
    <section id="termination">
      <Card title={t("termination.title")}>
        <div className="grid gap-4">
          {lead}
          <p className="font-medium text-ink">
            {termination.isOwn
              ? t("termination.openOwn", { at })
              : t("termination.openTheirs", { at, name: termination.byName ?? "" })}
          </p>
          <p>
            {t("termination.reason")}: {t(`termination.reasons.${termination.reason as "OTHER"}`)}
          </p>
          <p className="prose-text whitespace-pre-wrap">{termination.note}</p>
          {terminationClosed ? (
            <p className="text-sm text-muted">{t(`closed.${terminationClosed}`)}</p>
          ) : termination.isOwn ? (
            <Form method="post">
              {hidden}
              <SubmitButton intent="WITHDRAWN" variant="secondary">
                {t("termination.withdraw")}
              </SubmitButton>
            </Form>
          ) : (
            <Form method="post" className="grid gap-4">
              {hidden}
              <Textarea
                id="termination-answer"
                name="note"
                label={t("termination.answerNote")}
                rows={2}
                maxLength={1000}
              />
              <p className="text-sm text-muted">{t("termination.agreeHint")}</p>
              <div className="flex flex-wrap gap-3">
                <SubmitButton intent="AGREED" variant="danger">
                  {t("termination.agree")}
                </SubmitButton>
                <SubmitButton intent="DECLINED" variant="secondary">
                  {t("termination.decline")}
                </SubmitButton>
              </div>
            </Form>
          )}
        </div>
      </Card>
    </section>
  );
}
