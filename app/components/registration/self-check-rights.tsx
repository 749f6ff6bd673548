import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { DateInput } from "~/components/ui/date-input";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import type { SelfCheckPart } from "./self-check-amounts";

const LICENCES = ["EXCLUSIVE", "SOLE", "NON_EXCLUSIVE"] as const;

/** Dates, licence and patent. */
export function SelfCheckRights({ errors, text }: SelfCheckPart) {
  const { t } = useTranslation("registration");
  const field = (name: string) => ({ name, error: errors[name], defaultValue: text(name) });
  return (
    <Card title={t("selfCheck.rights")}>
      <div className="grid gap-5 sm:grid-cols-2">
        <DateInput {...field("signedOn")} label={t("selfCheck.signedOn")} />
        <Select
          {...field("licenceKind")}
          label={t("selfCheck.licenceKind")}
          options={LICENCES.map((value) => ({ value, label: t(`licence.${value}`) }))}
          placeholder={t("selfCheck.noneStated")}
        />
        <TextInput {...field("licenceTerritory")} label={t("selfCheck.licenceTerritory")} />
        <DateInput {...field("licenceEndsOn")} label={t("selfCheck.licenceEndsOn")} />
        <TextInput {...field("patentNumber")} label={t("selfCheck.patentNumber")} />
        <DateInput {...field("patentFiledOn")} label={t("selfCheck.patentFiledOn")} />
        <DateInput {...field("patentTermEndsOn")} label={t("selfCheck.patentTermEndsOn")} />
      </div>
    </Card>
  );
}
