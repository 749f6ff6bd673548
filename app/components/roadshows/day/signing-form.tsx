import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { NumberInput } from "~/components/ui/number-input";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { SIGNING_KINDS } from "~/domain/roadshows/day/signing-schema";

/** A new row of the signing list. */
export function SigningForm({ view }: { view: FormAnswer }) {
  const { t } = useTranslation("stage");
  return (
    <Card title={t("signing.add")} headingLevel={3} className="no-print">
      <Form
        method="post"
        className="grid grid-cols-[minmax(0,1fr)] gap-4 sm:grid-cols-2"
        noValidate
      >
        <TextInput
          name="title"
          label={t("signing.name")}
          maxLength={100}
          required
          defaultValue={view.text("title")}
          error={view.error("title")}
        />
        <Select
          name="kind"
          label={t("signing.kind")}
          options={SIGNING_KINDS.map((value) => ({ value, label: t(`signing.kinds.${value}`) }))}
          defaultValue={view.text("kind", "INTENTION")}
          error={view.error("kind")}
        />
        {(["supply", "demand"] as const).map((side) => (
          <TextInput
            key={side}
            name={side}
            label={t(`signing.${side}`)}
            hint={t("signing.organisationHint")}
            maxLength={100}
            required
            defaultValue={view.text(side)}
            error={view.error(side)}
          />
        ))}
        <NumberInput
          name="projectNumber"
          label={t("signing.projectNumber")}
          integer
          defaultValue={view.text("projectNumber")}
          error={view.error("projectNumber")}
        />
        <NumberInput
          name="amountFen"
          label={t("signing.amount")}
          defaultValue={view.text("amountFen")}
          error={view.error("amountFen")}
        />
        <div className="sm:col-span-2">
          <SubmitButton intent="add">{t("signing.addDo")}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
