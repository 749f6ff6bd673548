import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { TextInput } from "~/components/ui/text-input";
import { Textarea } from "~/components/ui/textarea";
import { BODY_MAX, HEADING_MAX, NOTE_MAX } from "~/domain/contracts/contract-clause-schema";

type ClauseFormProps = {
  href: string;
  draftNumber: number;
  /** The clause that is changed, or the one that a new clause follows. */
  clauseKey: string;
  intent: "edit" | "add";
  values: { heading: string; body: string; note: string };
  /** What stands against the clause as it is stored. */
  alerts?: ReactNode;
  errors: { heading?: string | undefined; body?: string | undefined; note?: string | undefined };
};

/** One clause as a form; saving makes a version. */
export function ClauseForm(props: ClauseFormProps) {
  const { href, draftNumber, clauseKey, intent, values, errors, alerts } = props;
  const { t } = useTranslation("contracts");
  const rows = Math.min(24, Math.max(6, values.body.split("\n").length + values.body.length / 60));
  return (
    <Form
      method="post"
      action={`${href}?${intent}=${clauseKey}`}
      id={`clause-${clauseKey}`}
      className="grid gap-4 rounded-lg border border-brand-300 bg-surface p-4"
      noValidate
    >
      <h3 className="text-lg">
        {intent === "edit" ? t("editTitle", { heading: values.heading }) : t("addTitle")}
      </h3>
      {alerts}
      <input type="hidden" name="draftNumber" value={draftNumber} />
      <input type="hidden" name={intent === "edit" ? "key" : "after"} value={clauseKey} />
      <TextInput
        name="heading"
        label={t("heading")}
        required
        defaultValue={values.heading}
        maxLength={HEADING_MAX}
        error={errors.heading}
      />
      <Textarea
        name="body"
        label={t("body")}
        hint={t("bodyHint")}
        required
        rows={Math.round(rows)}
        defaultValue={values.body}
        maxLength={BODY_MAX}
        error={errors.body}
      />
      <TextInput
        name="note"
        label={t("note")}
        hint={t("noteHint")}
        defaultValue={values.note}
        maxLength={NOTE_MAX}
        error={errors.note}
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton intent={intent}>{t("save")}</SubmitButton>
        <LinkButton to={`${href}#clause-${clauseKey}`} variant="secondary">
          {t("cancel")}
        </LinkButton>
      </div>
    </Form>
  );
}
