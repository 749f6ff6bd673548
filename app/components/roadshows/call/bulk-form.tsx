import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { NumberInput } from "~/components/ui/number-input";
import { Select } from "~/components/ui/select";
import { Textarea } from "~/components/ui/textarea";
import { BULK_DECISIONS } from "~/domain/roadshows/call/decision-schema";
import { NOTE_MAX, SIDES } from "~/domain/roadshows/call/project-schema";

/** One decision about the first of a side by rank, or about all that are left. */
export function BulkForm({ view }: { view: FormAnswer }) {
  const { t } = useTranslation("pitches");
  return (
    <Card title={t("call.bulk.title")} id="bulk">
      <p className="mb-4 text-muted">{t("call.bulk.lead")}</p>
      <Form method="post" className="grid grid-cols-[minmax(0,1fr)] gap-4" noValidate>
        <div className="grid gap-4 sm:grid-cols-3">
          <Select
            id="bulk-side"
            name="side"
            label={t("call.bulk.side")}
            options={SIDES.map((value) => ({ value, label: t(`sides.${value}`) }))}
            defaultValue={view.text("side", "SUPPLY")}
            error={view.error("side")}
          />
          <Select
            name="decision"
            label={t("call.bulk.decision")}
            options={BULK_DECISIONS.map((value) => ({
              value,
              label: t(`call.bulk.decisions.${value}`),
            }))}
            defaultValue={view.text("decision", "select")}
            error={view.error("decision")}
          />
          <NumberInput
            name="count"
            label={t("call.bulk.count")}
            hint={t("call.bulk.countHint")}
            integer
            defaultValue={view.text("count")}
            error={view.error("count")}
          />
        </div>
        <Textarea
          name="note"
          label={t("call.bulk.note")}
          rows={2}
          maxLength={NOTE_MAX}
          defaultValue={view.text("note")}
          error={view.error("note")}
        />
        <div>
          <SubmitButton>{t("call.bulk.do")}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
