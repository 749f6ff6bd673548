import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { CascadingSelect } from "~/components/ui/cascading-select";
import { Checkbox } from "~/components/ui/checkbox";
import { DateInput } from "~/components/ui/date-input";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { OFFICE_KINDS, OFFICE_LEVELS } from "~/domain/registration/office-schema";
import type { OfficeFields } from "~/domain/registration/office-view";
import type { FormViewPart } from "./form-editor";

type Node = { value: string; label: string; children?: Node[] };

type OfficeFormProps = {
  office: OfficeFields | null;
  choices: { regions: Node[]; offices: { value: string; label: string }[] };
  view: FormViewPart;
};

const TEXTS = [
  ...(["nameZh", "nameEn", "issuingAuthority", "address", "phone", "source"] as const),
] as const;

/** The record of an office or service point, as the operator keeps it. */
export function OfficeForm({ office, choices, view }: OfficeFormProps) {
  const { t } = useTranslation("recognition");
  const labels = {
    code: t("offices.code"),
    kind: t("offices.kind"),
    level: t("offices.level"),
    regionCode: t("offices.region"),
    nameZh: t("offices.nameZh"),
    nameEn: t("offices.nameEn"),
    issuingAuthority: t("offices.authority"),
    forwardsToId: t("offices.forwardsTo"),
    address: t("offices.address"),
    phone: t("offices.phone"),
    source: t("offices.source"),
    validFrom: t("offices.validFrom"),
    validTo: t("offices.validTo"),
  };
  const frame = (name: keyof typeof labels) => ({
    name,
    label: labels[name],
    error: view.error(name),
    defaultValue: view.value(name, office?.[name] ?? ""),
    id: `office-${name}`,
  });
  return (
    <Card>
      <Form method="post" className="grid gap-5" noValidate>
        <FormErrorSummary {...view.summary(labels)} />
        <div className="grid gap-5 sm:grid-cols-2">
          <TextInput {...frame("code")} required />
          <Select
            {...frame("kind")}
            options={OFFICE_KINDS.map((one) => ({ value: one, label: t(`offices.${one}`) }))}
            required
          />
          <Select
            {...frame("level")}
            options={OFFICE_LEVELS.map((one) => ({ value: one, label: t(`offices.${one}`) }))}
            required
          />
          <Select
            {...frame("forwardsToId")}
            placeholder={t("offices.none")}
            options={choices.offices}
          />
          {TEXTS.map((name) => (
            <TextInput
              key={name}
              {...frame(name)}
              required={name !== "address" && name !== "phone"}
            />
          ))}
          <DateInput {...frame("validFrom")} required />
          <DateInput {...frame("validTo")} />
        </div>
        <CascadingSelect
          {...frame("regionCode")}
          levels={[t("formPage.province"), t("formPage.city"), t("formPage.district")]}
          tree={choices.regions}
          required
        />
        <Checkbox
          name="mayCertify"
          value="on"
          label={t("offices.mayCertify")}
          defaultChecked={office?.mayCertify ?? false}
        />
        <div>
          <SubmitButton intent="office">{t("offices.save")}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
