import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { Checklist, type CheckState } from "~/components/ui/checklist";
import { Disclosure } from "~/components/ui/disclosure";
import type { CheckView } from "~/domain/registration/registration-view";
import { SourceLine } from "./source-line";

const ORDER = ["NOT_MET", "PERSON_DECIDES", "MET"] as const;
const STATES: Record<(typeof ORDER)[number], CheckState> = {
  NOT_MET: "unmet",
  PERSON_DECIDES: "person",
  MET: "met",
};

/** Every check with its answer, why, what it looked at and what a registrar has found. */
export function CheckReport({
  checks,
  version,
}: {
  checks: readonly CheckView[];
  version: string;
}) {
  const { t } = useTranslation(["recognition", "registration"]);
  return (
    <Card title={t("recognition:page.checks")}>
      <p className="mb-4 text-sm text-muted">{t("recognition:page.checksLead", { version })}</p>
      <div className="grid gap-6">
        {ORDER.map((answer) => {
          const group = checks.filter((one) => one.answer === answer);
          if (group.length === 0) return null;
          const title = `${t(`recognition:answer.${answer}`)} · ${group.length}`;
          return (
            <Disclosure key={answer} summary={title} open={answer !== "MET"}>
              <Checklist
                label={title}
                items={group.map((one) => ({
                  id: one.id,
                  label: `${one.id} ${t(`registration:check.${one.id}.title`)}`,
                  state: STATES[answer],
                  note: <CheckNote check={one} />,
                }))}
              />
            </Disclosure>
          );
        })}
      </div>
    </Card>
  );
}

function CheckNote({ check }: { check: CheckView }) {
  const { t } = useTranslation(["recognition", "registration"]);
  const { finding } = check;
  return (
    <>
      {check.answer !== "MET" && (
        <span className="block">
          {check.reason
            ? t(`registration:reason.${check.reason}`)
            : t(`registration:check.${check.id}.need`)}
        </span>
      )}
      {finding && (
        <span className="block text-ink">
          {t("recognition:case.findingOf", {
            name: finding.author,
            answer: t(`recognition:answer.${finding.answer}`),
          })}
          {finding.note && ` · ${finding.note}`}
        </span>
      )}
      <SourceLine sources={check.sources} inline />
    </>
  );
}
