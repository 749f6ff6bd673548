import { Form, useSubmit } from "@remix-run/react";
import { type FormEvent, type ReactNode, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { Button, LinkButton, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { formatDateTime } from "~/components/ui/date-time";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { KIND } from "~/domain/catalogue/listing-kind-rules";
import type { WizardView } from "~/domain/catalogue/wizard-view";
import { useErrorText } from "~/i18n/use-error-text";
import type { catalogue } from "~/i18n/zh-CN/catalogue";
import { CooperationStep, DescriptionStep, IpStep, ReadinessStep } from "./achievement-steps";
import { BasicsStep } from "./basics-step";
import { ConfidentialityStep } from "./confidentiality-step";
import { BackgroundStep, TargetsStep, TermsStep } from "./need-steps";
import { QualityPanel } from "./quality-panel";
import { SaveStatus } from "./save-status";
import { StepFormProvider, stepForm } from "./step-form";
import { useAutosave } from "./use-autosave";

/** Id of the form that a step is written in, for what follows the typing from outside it. */
export const STEP_FORM_ID = "step-form";

type FieldKey = keyof typeof catalogue.field;

/** Answer of the page's action to a refused post. */
export type WizardAnswer = {
  result?: {
    initialValue?: Record<string, unknown> | null;
    error?: Record<string, string[] | null> | null;
  };
  revision?: number;
};

function StepFields({ view }: { view: WizardView }) {
  switch (view.step) {
    case "basics":
      return <BasicsStep view={view} />;
    case "description":
      return <DescriptionStep />;
    case "readiness":
      return <ReadinessStep view={view} />;
    case "ip":
      return <IpStep view={view} />;
    case "cooperation":
      return <CooperationStep view={view} />;
    case "background":
      return <BackgroundStep />;
    case "targets":
      return <TargetsStep view={view} />;
    case "terms":
      return <TermsStep view={view} />;
    default:
      return <ConfidentialityStep view={view} />;
  }
}

function useFieldLabels(view: WizardView): Record<string, string> {
  const { t, i18n } = useTranslation("catalogue");
  return useMemo(
    () =>
      Object.fromEntries(
        Object.keys(view.values)
          .filter((name) => i18n.exists(`catalogue:field.${name}`))
          .map((name) => [name, t(`field.${name as FieldKey}`)]),
      ),
    [view.values, t, i18n],
  );
}

export function WriteForm({
  view,
  answer,
  base,
  aside,
}: {
  view: WizardView;
  answer: WizardAnswer | undefined;
  base: string;
  aside?: ReactNode;
}) {
  const { t } = useTranslation("catalogue");
  const text = useErrorText();
  const submit = useSubmit();
  const element = useRef<HTMLFormElement>(null);
  const autosave = useAutosave(element, {
    url: `/desk/${KIND[view.kind].segment}/${view.id}/autosave`,
    storageKey: `listing:${view.id}:${view.step}`,
    revision: answer?.revision ?? view.revision,
  });
  const refused = answer?.result;
  const live = autosave.answer?.errors ?? {};
  const errors = { ...(refused?.error ?? {}), ...live };
  const form = stepForm(
    { ...view.values, ...(refused?.initialValue ?? {}) },
    (path) => text(errors[path]),
    (field, hint) =>
      view.comments.some((comment) => comment.field === field) ? (
        <HintWithComments view={view} field={field} hint={hint} />
      ) : (
        hint
      ),
  );
  const labels = useFieldLabels(view);
  const summary = Object.fromEntries(
    Object.entries(refused?.error ?? {})
      .filter(([name]) => name !== "")
      .map(([name, codes]) => [name, text(codes)]),
  );
  const index = view.steps.indexOf(view.step);
  const previous = view.steps[index - 1];

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const button = (event.nativeEvent as SubmitEvent).submitter;
    const target = event.currentTarget;
    event.preventDefault();
    void autosave.settle().then((revision) => {
      const body = new FormData(target, button);
      body.set("revision", String(revision));
      autosave.forget();
      submit(body, { method: "post", action: `${base}?step=${view.step}` });
    });
  };

  return (
    <StepFormProvider value={form}>
      <Form
        ref={element}
        id={STEP_FORM_ID}
        method="post"
        action={`${base}?step=${view.step}`}
        noValidate
        onSubmit={onSubmit}
        onInput={autosave.touched}
        onChange={autosave.touched}
        className="space-y-6"
      >
        {/* The first submit button answers the Enter key; it must not be one that adds a row. */}
        <button
          type="submit"
          name="intent"
          value="next"
          className="sr-only"
          tabIndex={-1}
          aria-hidden="true"
        />
        <FormErrorSummary
          errors={summary}
          formErrors={(refused?.error?.[""] ?? []).flatMap((code) => text(code) ?? [])}
          labels={labels}
        />
        {autosave.kept && (
          <Alert
            tone="warning"
            actions={
              <>
                <Button
                  size="sm"
                  onClick={() => {
                    restoreFields(element.current, autosave.kept?.fields ?? []);
                    autosave.touched();
                    autosave.forget();
                  }}
                >
                  {t("edit.restore")}
                </Button>
                <Button size="sm" variant="quiet" onClick={autosave.forget}>
                  {t("edit.discard")}
                </Button>
              </>
            }
          >
            {t("edit.recovered", { time: formatDateTime(autosave.kept.at, "datetime") })}
          </Alert>
        )}
        <input type="hidden" name="step" value={view.step} />
        <input type="hidden" name="revision" value={autosave.revision} />
        <Card>
          <div className="space-y-6">
            <StepFields view={view} />
          </div>
        </Card>
        <div className="flex flex-wrap items-center gap-3">
          <SubmitButton intent="next">{t("edit.saveAndNext")}</SubmitButton>
          <SubmitButton intent="leave" variant="secondary">
            {t("edit.leave")}
          </SubmitButton>
          {previous && (
            <LinkButton to={`${base}?step=${previous}`} variant="quiet" icon="arrow-left">
              {t("edit.previous")}
            </LinkButton>
          )}
          <SaveStatus state={autosave.state} storedAt={view.storedAt} />
        </div>
      </Form>
      <div className="space-y-5 lg:sticky lg:top-4 lg:self-start">
        <Comments view={view} />
        {aside}
        <QualityPanel quality={autosave.answer?.quality ?? view.quality} base={base} />
      </div>
    </StepFormProvider>
  );
}

/** Puts text that was kept on the device back into the fields that still exist. */
function restoreFields(form: HTMLFormElement | null, fields: [string, string][]) {
  if (!form) return;
  const values = new Map<string, string[]>();
  for (const [name, value] of fields) values.set(name, [...(values.get(name) ?? []), value]);
  for (const control of Array.from(form.elements)) {
    const isText = control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement;
    if (!isText && !(control instanceof HTMLSelectElement)) continue;
    const kept = values.get(control.name);
    if (control instanceof HTMLInputElement && /checkbox|radio/.test(control.type)) {
      control.checked = kept?.includes(control.value) ?? false;
    } else if (kept?.[0] !== undefined && control.name !== "revision") {
      control.value = kept[0];
    }
  }
}

/** A field's hint; comments of the reviewer stand where they have to be dealt with. */
function HintWithComments({
  view,
  field,
  hint,
}: {
  view: WizardView;
  field: string;
  hint: string | undefined;
}) {
  const { t } = useTranslation("catalogue");
  const comments = view.comments.filter((comment) => comment.field === field);
  return (
    <>
      {hint}
      {comments.map((comment) => (
        <span
          key={comment.id}
          className="mt-1 block rounded-md border border-warning-200 bg-warning-50 px-3 py-2 text-warning-700"
        >
          <span className="font-medium">{t("edit.commentAt")}</span> {comment.message}
        </span>
      ))}
    </>
  );
}

export function Comments({ view }: { view: WizardView }) {
  const { t, i18n } = useTranslation("catalogue");
  if (view.comments.length === 0) return null;
  return (
    <Alert tone="warning" title={t("edit.comments")}>
      <ul className="space-y-2">
        {view.comments.map((comment) => (
          <li key={comment.id}>
            <span className="font-medium">
              {i18n.exists(`catalogue:field.${comment.field}`)
                ? t(`field.${comment.field as FieldKey}`)
                : comment.field}
            </span>
            <p className="prose-text text-sm">{comment.message}</p>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
