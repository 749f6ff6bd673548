import { Form, useSubmit } from "@remix-run/react";
import { type FormEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { formatDateTime } from "~/components/ui/date-time";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { Textarea } from "~/components/ui/textarea";
import { useHydrated } from "~/components/ui/use-hydrated";
import { isRows, shapeOf, visibleTable } from "~/domain/deals/terms-fields-rules";
import { CATEGORY_ANSWERS, type TermErrors } from "~/domain/deals/terms-form-rules";
import type { TermLabels, TermsEditorView } from "~/domain/deals/terms-view";
import { useErrorText } from "~/i18n/use-error-text";
import { CategoryTools } from "./terms-category";
import { TermsField } from "./terms-field";
import { TermsRows } from "./terms-rows";
import { TermsIssues } from "./terms-version";
import { useTermText } from "./use-term-text";
import { useTermsAutosave } from "./use-terms-autosave";

/**
 * The whole term sheet in one form, made from the table of fields. Which sections are there follows
 * category and kind of price: at once with scripts, by a button without.
 */
export function TermsForm({
  dealId,
  view,
  labels,
  errors,
  formErrors,
  note,
}: {
  dealId: string;
  view: TermsEditorView;
  labels: TermLabels;
  errors: TermErrors;
  /** Codes of errors that belong to no field. */
  formErrors: readonly string[];
  note: string;
}) {
  const { t } = useTranslation("terms");
  const text = useErrorText();
  const names = useTermText(labels);
  const submit = useSubmit();
  const live = useHydrated();
  const element = useRef<HTMLFormElement>(null);
  const { values, rows } = view.form;
  const [category, setCategory] = useState(values.categoryCode ?? "");
  const [priceKind, setPriceKind] = useState(values["price.kind"] ?? "");
  const base = `/desk/deals/${dealId}/terms`;
  const autosave = useTermsAutosave(element, {
    url: `${base}/autosave`,
    revision: view.revision,
    savedAt: view.savedAt,
  });
  const errorAt = (name: string) => text(errors[name]);
  const milestones = (rows.milestones ?? []).map((row) => row.title ?? "");
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const button = (event.nativeEvent as SubmitEvent).submitter;
    const target = event.currentTarget;
    event.preventDefault();
    void autosave.settle().then((revision) => {
      const body = new FormData(target, button);
      body.set("revision", String(revision));
      submit(body, { method: "post", action: `${base}/edit`, preventScrollReset: true });
    });
  };
  const choosers: Record<string, (value: string) => void> = {
    categoryCode: setCategory,
    "price.kind": setPriceKind,
  };
  const summary = Object.fromEntries(
    Object.keys(errors).map((name) => [name, text(errors[name]) ?? ""]),
  );
  const summaryLabels = Object.fromEntries(
    Object.keys(errors).map((name) => [name, names.nameLabel(name)]),
  );
  return (
    <Form
      ref={element}
      method="post"
      action={`${base}/edit`}
      noValidate
      onSubmit={onSubmit}
      onInput={autosave.touched}
      className="space-y-5"
    >
      {/* The first submit button answers the Enter key; it must not be one that removes a row. */}
      <button
        type="submit"
        name="intent"
        value="save"
        className="sr-only"
        tabIndex={-1}
        aria-hidden="true"
      />
      <FormErrorSummary
        errors={summary}
        formErrors={formErrors.flatMap((code) => text(code) ?? [])}
        labels={summaryLabels}
      />
      <input type="hidden" name="revision" value={view.revision} />
      <input type="hidden" name="answersId" value={view.open?.id ?? ""} />
      <input type="hidden" name={CATEGORY_ANSWERS} value={values[CATEGORY_ANSWERS] ?? ""} />
      {visibleTable(shapeOf(category || null, priceKind || null)).map((section) => (
        <Card key={section.id} title={t(`section.${section.id}`)} id={`section-${section.id}`}>
          <div className="grid gap-5 md:grid-cols-2">
            {section.fields.map((entry) =>
              isRows(entry) ? (
                <div key={entry.path} className="md:col-span-2">
                  <TermsRows
                    table={entry}
                    rows={rows[entry.path] ?? []}
                    errorAt={errorAt}
                    labels={labels}
                    milestones={milestones}
                  />
                </div>
              ) : (
                <div
                  key={entry.path}
                  className={
                    entry.kind === "text" || entry.path === "title"
                      ? "md:col-span-2"
                      : "empty:hidden"
                  }
                >
                  <TermsField
                    field={entry}
                    name={entry.path}
                    value={values[entry.path] ?? ""}
                    error={errorAt(entry.path)}
                    labels={labels}
                    milestones={milestones}
                    {...(choosers[entry.path] ? { onChoose: choosers[entry.path] } : {})}
                  />
                </div>
              ),
            )}
          </div>
          {section.id === "basics" && (
            <CategoryTools
              dealId={dealId}
              answers={category === values.categoryCode ? (values[CATEGORY_ANSWERS] ?? "") : ""}
              category={category}
            />
          )}
          {!live && (section.id === "basics" || section.id === "price") && (
            <div className="mt-4">
              <SubmitButton intent="save" variant="secondary">
                {t("edit.apply")}
              </SubmitButton>
            </div>
          )}
        </Card>
      ))}
      <Card title={t("edit.checkTitle")}>
        <div className="space-y-4">
          <TermsIssues issues={autosave.issues ?? view.issues} labels={labels} isForm />
          {(autosave.issues ?? view.issues).every((issue) => issue.level !== "ERROR") && (
            <p className="text-success-700">{t("edit.checkOk")}</p>
          )}
          <Textarea
            name="note"
            label={t("page.note")}
            hint={t("page.noteHint")}
            rows={2}
            maxLength={1000}
            defaultValue={note}
            error={errorAt("note")}
          />
        </div>
      </Card>
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton intent="offer" icon="arrow-right">
          {t("edit.offer")}
        </SubmitButton>
        <SubmitButton intent="save" variant="secondary">
          {t("edit.save")}
        </SubmitButton>
        <p role="status" className="text-sm text-muted">
          {autosave.state.kind === "saved" ||
          (autosave.state.kind === "idle" && autosave.state.savedAt)
            ? t("edit.savedAt", { time: formatDateTime(autosave.state.savedAt ?? "", "time") })
            : t(`edit.${autosave.state.kind === "idle" ? "idle" : autosave.state.kind}`)}
        </p>
      </div>
    </Form>
  );
}
