import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Disclosure } from "~/components/ui/disclosure";
import { RadioGroup } from "~/components/ui/radio-group";
import { TextInput } from "~/components/ui/text-input";
import type { CheckView } from "~/domain/registration/registration-view";
import { SourceLine } from "./source-line";

type FindingsFormProps = {
  checks: readonly CheckView[];
  /** Findings made before it are marked. */
  correctedAt: Date | null;
};

/** A finding for each check: those that wait for a person first, the others folded. */
export function FindingsForm({ checks, correctedAt }: FindingsFormProps) {
  const { t } = useTranslation("recognition");
  const waits = (one: CheckView) => one.answer === "PERSON_DECIDES" || one.finding !== null;
  const first = checks.filter(waits);
  const rest = checks.filter((one) => !waits(one));
  const rows = (list: readonly CheckView[]) =>
    list.map((one) => <FindingRow key={one.id} check={one} correctedAt={correctedAt} />);
  return (
    <Card title={t("case.findings")}>
      <p className="mb-4 text-sm text-muted">{t("case.findingsLead")}</p>
      <Form method="post" className="grid gap-5" noValidate>
        {rows(first)}
        <Disclosure summary={`${t("page.auto")} · ${rest.length}`}>
          <div className="grid gap-5">{rows(rest)}</div>
        </Disclosure>
        <div>
          <SubmitButton intent="findings">{t("case.saveFindings")}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}

function FindingRow({ check, correctedAt }: { check: CheckView; correctedAt: Date | null }) {
  const { t } = useTranslation(["recognition", "registration"]);
  const { finding } = check;
  const isOld = finding !== null && correctedAt !== null && finding.at < correctedAt;
  const consequence =
    check.leadsTo === null
      ? null
      : check.leadsTo === "NOT_ACCEPTED"
        ? t("recognition:case.NOT_ACCEPTED")
        : `${check.leadsTo} ${t(`registration:refusal.${check.leadsTo}`)}`;
  return (
    <div className="grid gap-3 border-b border-line pb-4 sm:grid-cols-[1fr_auto]">
      <div>
        <RadioGroup
          name={`finding-${check.id}`}
          label={`${check.id} ${t(`registration:check.${check.id}.title`)}`}
          look="inline"
          hint={
            check.reason
              ? t(`registration:reason.${check.reason}`)
              : t(`registration:check.${check.id}.need`)
          }
          defaultValue=""
          options={[
            {
              value: "",
              label: finding
                ? `${t("recognition:case.keep")} (${t(`recognition:answer.${finding.answer}`)})`
                : t("recognition:case.keep"),
            },
            { value: "MET", label: t("recognition:answer.MET") },
            { value: "NOT_MET", label: t("recognition:answer.NOT_MET") },
          ]}
        />
        <SourceLine sources={check.sources} />
        {consequence && (
          <p className="text-sm text-muted">
            {t("recognition:case.leadsTo")} {consequence}
          </p>
        )}
        {finding && (
          <p className="text-sm">
            {t("recognition:case.findingOf", {
              name: finding.author,
              answer: t(`recognition:answer.${finding.answer}`),
            })}
            {finding.note && ` · ${finding.note}`}
            {isOld && ` · ${t("recognition:case.beforeCorrection")}`}
          </p>
        )}
      </div>
      <TextInput
        name={`note-${check.id}`}
        label={t("recognition:case.findingNote")}
        maxLength={1000}
      />
    </div>
  );
}
