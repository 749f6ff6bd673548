import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { buttonClass } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Checklist, type CheckState } from "~/components/ui/checklist";
import type { SelfCheckView } from "~/domain/registration/self-check-view";
import type { SelfCheckValues } from "./self-check-form";
import { SourceLine } from "./source-line";

const TONES = {
  NOT_ACCEPTED: "danger",
  REFUSED: "warning",
  PERSON_DECIDES: "info",
  ACCEPTED: "success",
} as const;
const ORDER = ["NOT_MET", "PERSON_DECIDES", "MET"] as const;
const STATES: Record<(typeof ORDER)[number], CheckState> = {
  NOT_MET: "unmet",
  PERSON_DECIDES: "person",
  MET: "met",
};
const SUPPLIERS = ["SELLER", "BUYER", "BOTH", "OFFICE"] as const;

/** The answer of the self-check, plainly marked as no recognition. */
export function SelfCheckReport({
  view,
  values,
}: {
  view: SelfCheckView;
  /** What was entered, for the paper. */
  values: SelfCheckValues;
}) {
  const { t } = useTranslation("registration");
  return (
    <section aria-labelledby="self-check-result" className="space-y-6">
      <h2 id="self-check-result" tabIndex={-1} className="text-2xl">
        {t("selfCheck.result")}
      </h2>
      <Alert tone="accent" icon="info" title={t("selfCheck.opinion")}>
        {t("selfCheck.opinionText")}
      </Alert>
      <Alert tone={TONES[view.outcome]} title={t(`outcome.${view.outcome}`)}>
        {t("selfCheck.percent", { percent: view.percent })}
        {view.refusals.length > 0 && (
          <>
            <p className="mt-2">{t("selfCheck.refusalTitle")}</p>
            <ul className="list-disc pl-5">
              {view.refusals.map((code) => (
                <li key={code}>
                  {code} {t(`refusal.${code}`)}
                </li>
              ))}
            </ul>
          </>
        )}
      </Alert>
      <MissingParts view={view} />
      {ORDER.map((answer) => (
        <AnswerGroup key={answer} answer={answer} view={view} />
      ))}
      <p className="text-sm text-muted">
        {t("selfCheck.notApplicable", { ids: view.notApplicable.join(" ") })}
      </p>
      <p className="text-sm text-muted">
        {t("selfCheck.version", { on: view.on, version: view.rulesVersion })}
      </p>
      <p className="text-sm text-muted">{t("law.note")}</p>
      <PaperForm values={values} />
    </section>
  );
}

/** Asks for the same check as a paper; a plain post, whose answer is a file and no page. */
function PaperForm({ values }: { values: SelfCheckValues }) {
  const { t } = useTranslation("registration");
  return (
    <form method="post" action="/registration-check/pdf" className="no-print space-y-2">
      {Object.entries(values).flatMap(([name, value]) =>
        [value ?? []]
          .flat()
          .map((one) => <input key={`${name} ${one}`} type="hidden" name={name} value={one} />),
      )}
      <button type="submit" className={buttonClass("secondary")}>
        {t("selfCheck.paper")}
      </button>
      <p className="text-sm text-muted">{t("selfCheck.paperHint")}</p>
    </form>
  );
}

function MissingParts({ view }: { view: SelfCheckView }) {
  const { t } = useTranslation("registration");
  const missing = view.results.filter((one) => one.answer === "NOT_MET");
  return (
    <Card title={t("selfCheck.missingTitle")} headingLevel={3}>
      {missing.length === 0 && <p>{t("selfCheck.nothingMissing")}</p>}
      <dl className="space-y-3">
        {SUPPLIERS.filter((who) => missing.some((one) => one.suppliedBy === who)).map((who) => (
          <div key={who}>
            <dt className="font-medium text-ink">{t(`supplier.${who}`)}</dt>
            <dd>
              <ul className="list-disc space-y-1 pl-5">
                {missing
                  .filter((one) => one.suppliedBy === who)
                  .map((one) => (
                    <li key={one.id}>
                      {t(`check.${one.id}.need`)}
                      {one.kind === "WARN" && (
                        <span className="text-muted"> ({t("selfCheck.warning")})</span>
                      )}
                    </li>
                  ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function AnswerGroup({ answer, view }: { answer: (typeof ORDER)[number]; view: SelfCheckView }) {
  const { t } = useTranslation("registration");
  const checks = view.results.filter((one) => one.answer === answer);
  if (checks.length === 0) return null;
  const title = `${t(`answerGroup.${answer}`)} · ${checks.length}`;
  return (
    <Card title={title} headingLevel={3}>
      <Checklist
        label={title}
        items={checks.map((one) => ({
          id: one.id,
          label: `${one.id} ${t(`check.${one.id}.title`)}`,
          state: STATES[answer],
          note:
            answer === "MET" ? undefined : (
              <>
                {one.reason ? t(`reason.${one.reason}`) : t(`check.${one.id}.need`)}
                <SourceLine sources={one.sources} inline />
              </>
            ),
        }))}
      />
    </Card>
  );
}
