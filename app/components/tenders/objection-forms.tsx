import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { RadioGroup } from "~/components/ui/radio-group";
import { Textarea } from "~/components/ui/textarea";
import type { ObjectionView } from "~/domain/tenders/tender-view";

/** Decisions on the objections that wait for one. */
export function ObjectionForms({
  objections,
  refused,
}: {
  objections: readonly ObjectionView[];
  refused: { id: string; result: string; errorAt: (name: string) => string | undefined };
}) {
  const { t } = useTranslation("tenders");
  return objections
    .filter((one) => one.outcome === null)
    .map((one) => {
      const at = (name: string) => (refused.id === one.id ? refused.errorAt(name) : undefined);
      return (
        <Form
          key={one.id}
          method="post"
          className="mt-5 space-y-3 border-t border-line pt-4"
          noValidate
        >
          <p className="font-medium text-ink">{t("objections.item", { number: one.number })}</p>
          <input type="hidden" name="objectionId" value={one.id} />
          <RadioGroup
            id={`field-outcome-${one.id}`}
            name="outcome"
            label={t("objections.outcome")}
            look="inline"
            options={(["UPHELD", "REJECTED"] as const).map((value) => ({
              value,
              label: t(`objections.${value}`),
            }))}
            required
            error={at("outcome")}
          />
          <Textarea
            id={`field-result-${one.id}`}
            name="result"
            label={t("objections.result")}
            rows={3}
            maxLength={2000}
            required
            defaultValue={refused.id === one.id ? refused.result : ""}
            error={at("result")}
          />
          <SubmitButton intent="objection" variant="secondary">
            {t("objections.handle")}
          </SubmitButton>
        </Form>
      );
    });
}
