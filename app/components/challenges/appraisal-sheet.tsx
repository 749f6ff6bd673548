import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { Badge } from "~/components/ui/badge";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Disclosure } from "~/components/ui/disclosure";
import { NumberInput } from "~/components/ui/number-input";
import { RadioGroup } from "~/components/ui/radio-group";
import { Textarea } from "~/components/ui/textarea";
import type { AppraisalPage, AppraisalSheet } from "~/domain/challenges/appraisal-view";
import { CRITERIA, RECOMMENDATIONS } from "~/domain/challenges/score-rules";
import { IntentionContentView } from "./intention-content";
import { OtherViews } from "./other-views";
import { shareText } from "./use-money";

type Props = { page: AppraisalPage; sheet: AppraisalSheet; view: FormAnswer };

/** One intention with the expert's points, recommendation and sentences. */
export function AppraisalCard({ page, sheet, view }: Props) {
  const { t } = useTranslation("challenges");
  const { own } = sheet;
  const isRefused = view.text("intentionId") === sheet.intentionId;
  const kept = (name: string, stored: string) => (isRefused ? view.text(name) : stored);
  const error = (name: string) => (isRefused ? view.error(name) : undefined);
  const id = (name: string) => `${name}-${sheet.number}`;
  return (
    <Card
      title={t("work.appraisal.sheet", { number: sheet.number, organisation: sheet.organisation })}
      actions={own && <Badge tone="success">{t("work.appraisal.done")}</Badge>}
    >
      <Disclosure summary={t("work.intention.title")} open={!own}>
        <IntentionContentView content={sheet.content} targets={page.targets} isBrief />
      </Disclosure>
      {page.mayScore && (
        <Form method="post" className="mt-4 grid grid-cols-[minmax(0,1fr)] gap-4" noValidate>
          <input type="hidden" name="intentionId" value={sheet.intentionId} />
          <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
            {CRITERIA.map((one) => (
              <NumberInput
                key={one}
                id={id(one)}
                name={`scores.${one}`}
                label={`${t(`criteria.${one}`)}（${shareText(page.weights[one])}）`}
                hint={t("work.appraisal.points")}
                integer
                required
                defaultValue={kept(`scores.${one}`, own ? String(own.scores[one]) : "")}
                error={error(`scores.${one}`)}
              />
            ))}
          </div>
          <RadioGroup
            id={id("recommendation")}
            name="recommendation"
            label={t("work.appraisal.recommendation")}
            look="inline"
            required
            defaultValue={kept("recommendation", own?.recommendation ?? "")}
            error={error("recommendation")}
            options={RECOMMENDATIONS.map((value) => ({
              value,
              label: t(`work.appraisal.recommendations.${value}`),
            }))}
          />
          <Textarea
            id={id("comment")}
            name="comment"
            label={t("work.appraisal.comment")}
            rows={3}
            maxLength={300}
            required
            defaultValue={kept("comment", own?.comment ?? "")}
            error={error("comment")}
          />
          <div>
            <SubmitButton intent="score" variant="secondary">
              {t("work.appraisal.save")}
            </SubmitButton>
          </div>
        </Form>
      )}
      {!page.mayScore && own && (
        <section className="mt-4" aria-label={t("work.appraisal.own")}>
          <h3 className="font-medium text-ink">{t("work.appraisal.own")}</h3>
          <OtherViews views={[own]} />
        </section>
      )}
      {!page.mayScore && sheet.others.length > 0 && (
        <section className="mt-4" aria-label={t("work.appraisal.others")}>
          <h3 className="font-medium text-ink">{t("work.appraisal.others")}</h3>
          <OtherViews views={sheet.others} />
        </section>
      )}
    </Card>
  );
}

/** Accepting with the statement of no conflict, or stepping back. */
export function InvitationCard({ page, view }: { page: AppraisalPage; view: FormAnswer }) {
  const { t } = useTranslation("challenges");
  if (page.seat === "RECUSED") {
    return (
      <Card>
        <p>{t("work.appraisal.recused", { note: page.recusalNote })}</p>
      </Card>
    );
  }
  if (page.seat === "DONE") return null;
  const answers = page.seat === "INVITED" && !page.conflict ? ["accept", "recuse"] : ["recuse"];
  return (
    <Card title={t("work.appraisal.invitation")}>
      <p className="mb-3 text-muted">{t("work.appraisal.invitationLead")}</p>
      {page.conflict && (
        <p className="mb-3 font-medium text-danger-700">
          {t(`work.appraisal.conflicts.${page.conflict}`)}
        </p>
      )}
      <Form method="post" className="grid grid-cols-[minmax(0,1fr)] gap-4" noValidate>
        <RadioGroup
          name="answer"
          label={t("work.appraisal.invitation")}
          labelHidden
          required
          defaultValue={view.text("answer")}
          error={view.error("answer")}
          options={(["accept", "recuse"] as const)
            .filter((value) => answers.includes(value))
            .map((value) => ({ value, label: t(`work.appraisal.${value}`) }))}
        />
        <Textarea
          name="note"
          label={t("work.appraisal.note")}
          rows={2}
          maxLength={500}
          defaultValue={view.text("note")}
          error={view.error("note")}
        />
        <div>
          <SubmitButton intent="answer">{t("work.appraisal.answer")}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
