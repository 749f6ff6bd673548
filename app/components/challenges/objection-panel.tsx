import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { Badge } from "~/components/ui/badge";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { formatDateTime } from "~/components/ui/date-time";
import { RadioGroup } from "~/components/ui/radio-group";
import { Textarea } from "~/components/ui/textarea";
import type { ObjectionView } from "~/domain/challenges/challenge-view";

type Props = {
  objections: readonly ObjectionView[];
  view: FormAnswer;
  may: "object" | "answer" | "read";
  note?: string;
};

/** Objections against the proposed takers, with their results. */
export function ObjectionPanel({ objections, view, may, note }: Props) {
  const { t } = useTranslation("challenges");
  const isObjecting = view.text("intent") === "object";
  return (
    <Card title={t("objections.title")} id="objections">
      {objections.length === 0 && <p className="text-muted">{t("objections.none")}</p>}
      <ul className="divide-y divide-line">
        {objections.map((one) => (
          <li key={one.id} className="space-y-2 py-3 first:pt-0">
            <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
              <span className="font-medium text-ink">
                {t("objections.number", { number: one.number })}
              </span>
              {formatDateTime(one.at, "datetime")}
              {one.outcome && (
                <Badge tone={one.outcome === "UPHELD" ? "danger" : "neutral"}>
                  {t(`outcomes.${one.outcome}`)}
                </Badge>
              )}
            </p>
            <p className="prose-text whitespace-pre-wrap">{one.text ?? t("objections.waiting")}</p>
            {one.result && (
              <p className="rounded-md bg-sunken px-4 py-3 whitespace-pre-wrap">
                <span className="text-sm text-muted">{t("objections.result")}</span> {one.result}
              </p>
            )}
            {one.outcome === null && may === "answer" && <AnswerForm objection={one} view={view} />}
          </li>
        ))}
      </ul>
      {may === "object" && (
        <Form method="post" className="mt-4 grid gap-3" noValidate>
          <Textarea
            id="objection-text"
            name="text"
            label={t("objections.text")}
            hint={t("objections.hint")}
            rows={4}
            maxLength={2000}
            required
            defaultValue={isObjecting ? view.text("text") : ""}
            error={isObjecting ? view.error("text") : undefined}
          />
          <div>
            <SubmitButton intent="object" variant="secondary">
              {t("objections.send")}
            </SubmitButton>
          </div>
        </Form>
      )}
      {note && <p className="mt-3 text-sm text-muted">{note}</p>}
    </Card>
  );
}

function AnswerForm({ objection, view }: { objection: ObjectionView; view: FormAnswer }) {
  const { t } = useTranslation("challenges");
  const isOwn = view.text("objectionId") === objection.id;
  const error = (name: string) => (isOwn ? view.error(name) : undefined);
  return (
    <Form method="post" className="grid gap-3 rounded-md border border-line p-4" noValidate>
      <input type="hidden" name="objectionId" value={objection.id} />
      <RadioGroup
        id={`outcome-${objection.number}`}
        name="outcome"
        label={t("work.office.outcome")}
        look="inline"
        required
        error={error("outcome")}
        defaultValue={isOwn ? view.text("outcome") : ""}
        options={(["UPHELD", "REJECTED"] as const).map((value) => ({
          value,
          label: t(`outcomes.${value}`),
        }))}
      />
      <Textarea
        id={`result-${objection.number}`}
        name="result"
        label={t("work.office.result")}
        rows={3}
        maxLength={2000}
        required
        defaultValue={isOwn ? view.text("result") : ""}
        error={error("result")}
      />
      <div>
        <SubmitButton intent="objection" size="sm">
          {t("work.office.answer")}
        </SubmitButton>
      </div>
    </Form>
  );
}
