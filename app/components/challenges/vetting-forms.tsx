import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Checkbox } from "~/components/ui/checkbox";
import { Disclosure } from "~/components/ui/disclosure";
import { TextInput } from "~/components/ui/text-input";
import { Textarea } from "~/components/ui/textarea";
import { CHALLENGE_FIELDS } from "~/domain/challenges/challenge-schema";

/** What the office answers: published with the experts' note, or sent back with remarks at fields. */
export function VettingForms({ view }: { view: FormAnswer }) {
  const { t } = useTranslation("challenges");
  const isReturn = view.text("intent") === "return";
  return (
    <Card title={t("work.office.vetTitle")}>
      <Form method="post" className="grid grid-cols-[minmax(0,1fr)] gap-3" noValidate>
        <p className="text-muted">{t("work.office.vetLead")}</p>
        {(["isReal", "isMeasurable", "isFunded"] as const).map((name) => (
          <Checkbox
            key={name}
            name={name}
            label={t(`work.office.${name}`)}
            defaultChecked={view.text(name) === "on"}
            error={view.error(name)}
          />
        ))}
        <Textarea
          id="publish-note"
          name="note"
          label={t("work.office.experts")}
          hint={t("work.office.expertsHint")}
          rows={4}
          maxLength={2000}
          required
          defaultValue={isReturn ? "" : view.text("note")}
          error={isReturn ? undefined : view.error("note")}
        />
        <div>
          <SubmitButton intent="publish">{t("work.office.publish")}</SubmitButton>
        </div>
      </Form>
      <div className="mt-5 border-t border-line pt-4">
        <Disclosure summary={t("work.office.returnTitle")} open={isReturn}>
          <Form method="post" className="grid grid-cols-[minmax(0,1fr)] gap-3" noValidate>
            <Textarea
              id="return-note"
              name="note"
              label={t("work.office.returnNote")}
              rows={3}
              maxLength={1000}
              required
              defaultValue={isReturn ? view.text("note") : ""}
              error={isReturn ? view.error("note") : undefined}
            />
            <Disclosure summary={t("work.office.comments")}>
              <div className="grid gap-3">
                {CHALLENGE_FIELDS.map((field) => (
                  <TextInput
                    key={field}
                    name={`comments.${field}`}
                    label={t(`work.fieldNames.${field}`)}
                    defaultValue={view.text(`comments.${field}`)}
                    error={view.error(`comments.${field}`)}
                  />
                ))}
              </div>
            </Disclosure>
            <div>
              <SubmitButton intent="return" variant="secondary">
                {t("work.office.return")}
              </SubmitButton>
            </div>
          </Form>
        </Disclosure>
      </div>
    </Card>
  );
}
