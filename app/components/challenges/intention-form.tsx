import { Form } from "@remix-run/react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { formatDateTime } from "~/components/ui/date-time";
import { RadioGroup } from "~/components/ui/radio-group";
import { TextInput } from "~/components/ui/text-input";
import { Textarea } from "~/components/ui/textarea";
import { useAutosave } from "~/components/ui/use-autosave";
import {
  INTENTION_LIMITS,
  PARTICIPATIONS,
  RELATION_KINDS,
  YES_NO,
} from "~/domain/challenges/intention-schema";
import type { IntentionPage } from "~/domain/challenges/intention-view";
import { AnswerFields, BudgetFields, MemberFields, StageFields } from "./intention-rows";

const TEXTS = ["team", "research", "route", "basis", "plan"] as const;
const PEOPLE = ["chiefName", "chiefTitle", "contactName", "contactPhone", "contactEmail"] as const;
const PEOPLE_MAX = {
  chiefName: 40,
  chiefTitle: 60,
  contactName: 40,
  contactPhone: 30,
  contactEmail: 100,
};

/** The one-page form: plain fields, saved by hand or, with scripts, while it is being written. */
export function IntentionForm({ intention, view }: { intention: IntentionPage; view: FormAnswer }) {
  const { t } = useTranslation("challenges");
  const form = useRef<HTMLFormElement>(null);
  const isSubmitted = intention.state === "SUBMITTED";
  const { state, touched, hold } = useAutosave(form, {
    url: `/desk/intentions/${intention.id}/autosave`,
    revision: intention.revision,
    isOn: !isSubmitted,
  });
  const { content } = intention;
  const saved = state.savedAt ? formatDateTime(state.savedAt, "time") : "";
  return (
    <Form
      ref={form}
      method="post"
      className="space-y-5"
      noValidate
      onInput={touched}
      onSubmit={hold}
    >
      <input type="hidden" name="revision" defaultValue={intention.revision} />
      <Card title={t("work.intention.title")}>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
          <RadioGroup
            name="participation"
            label={t("work.intention.participation")}
            look="inline"
            defaultValue={view.text("participation", content.participation)}
            error={view.error("participation")}
            options={PARTICIPATIONS.map((value) => ({
              value,
              label: t(`work.intention.participations.${value}`),
            }))}
          />
          <MemberFields members={content.members} view={view} />
          {TEXTS.map((name) => (
            <Textarea
              key={name}
              name={name}
              label={t(`work.intention.${name}`)}
              required
              rows={4}
              maxLength={INTENTION_LIMITS[name]}
              defaultValue={view.text(name, content[name])}
              error={view.error(name)}
            />
          ))}
        </div>
      </Card>
      <AnswerFields targets={intention.targets} answers={content.answers} view={view} />
      <Card>
        <div className="space-y-6">
          <StageFields stages={content.stages} view={view} />
          <BudgetFields budget={content.budget} view={view} />
        </div>
      </Card>
      <Card title={`${t("work.intention.chief")} · ${t("work.intention.contact")}`}>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4 sm:grid-cols-2">
          {PEOPLE.map((name) => (
            <TextInput
              key={name}
              name={name}
              label={`${name.startsWith("chief") ? t("work.intention.chief") : t("work.intention.contact")} · ${t(`work.intention.${name}`)}`}
              required={name !== "chiefTitle"}
              maxLength={PEOPLE_MAX[name]}
              defaultValue={view.text(name, content[name])}
              error={view.error(name)}
            />
          ))}
        </div>
      </Card>
      <Card title={t("work.intention.relation")}>
        <p className="mb-3 text-muted">{t("work.intention.relationLead")}</p>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
          {RELATION_KINDS.map((kind) => (
            <RadioGroup
              key={kind}
              name={kind}
              label={t(`work.intention.relations.${kind}`)}
              look="inline"
              required
              defaultValue={view.text(kind, content[kind])}
              error={view.error(kind)}
              options={YES_NO.map((value) => ({ value, label: t(`work.intention.${value}`) }))}
            />
          ))}
          <Textarea
            name="relatedNote"
            label={t("work.intention.relatedNote")}
            rows={2}
            maxLength={500}
            defaultValue={view.text("relatedNote", intention.relatedNote)}
            error={view.error("relatedNote")}
          />
          <TextInput
            name="scoutCode"
            label={t("work.intention.scout")}
            hint={t("work.intention.scoutHint")}
            defaultValue={view.text("scoutCode", intention.scoutCode)}
            error={view.error("scoutCode")}
          />
        </div>
      </Card>
      <div className="flex flex-wrap items-center gap-3">
        {!isSubmitted && (
          <SubmitButton intent="save" variant="secondary">
            {t("work.intention.save")}
          </SubmitButton>
        )}
        <SubmitButton intent="submit">
          {isSubmitted ? t("work.intention.replace") : t("work.intention.submit")}
        </SubmitButton>
        {!isSubmitted && (
          <p role="status" className="text-sm text-muted">
            {state.kind === "saved"
              ? t("work.autosave.saved", { time: saved })
              : t(`work.autosave.${state.kind}`)}
          </p>
        )}
      </div>
    </Form>
  );
}
