import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { Checkbox } from "~/components/ui/checkbox";
import { DateInput } from "~/components/ui/date-input";
import { MoneyInput } from "~/components/ui/money-input";
import { RadioGroup } from "~/components/ui/radio-group";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { Textarea } from "~/components/ui/textarea";
import {
  MOST_CRITERIA,
  PRICE_FORMULAS,
  QUALITY_BASES,
  TIE_RULES,
} from "~/domain/tenders/tender-schema";
import { percentText } from "./criteria-card";
import { CriteriaFields } from "./criteria-fields";

interface TenderFormProps {
  criteriaCount: number;
  categories: readonly { value: string; label: string }[];
  limits: { bondMaxBp: number; biddingDays: number };
  valueAt: (name: string) => string;
  errorAt: (name: string) => string | undefined;
}

/** All that a buyer announces. Saved incomplete; checked when it is handed to the market. */
export function TenderForm({
  criteriaCount,
  categories,
  limits,
  valueAt,
  errorAt,
}: TenderFormProps) {
  const { t } = useTranslation("tenders");
  const common = (name: string) => ({
    name,
    defaultValue: valueAt(name),
    error: errorAt(name),
  });
  return (
    <Form method="post" className="space-y-6" noValidate>
      <TextInput {...common("title")} label={t("edit.name")} maxLength={120} required />
      <Select
        {...common("categoryCode")}
        label={t("edit.category")}
        options={[...categories]}
        placeholder={t("edit.choose")}
        width="medium"
        required
      />
      <Textarea
        {...common("description")}
        label={t("facts.description")}
        rows={8}
        maxLength={10_000}
        required
      />
      <Textarea
        {...common("qualification")}
        label={t("facts.qualification")}
        rows={4}
        maxLength={4000}
        required
      />
      <Textarea
        {...common("contractTerms")}
        label={t("facts.contractTerms")}
        rows={5}
        maxLength={8000}
        required
      />
      <MoneyInput {...common("budget")} label={t("edit.budget")} required />
      <Checkbox
        name="budgetIsCeiling"
        label={t("edit.budgetIsCeiling")}
        defaultChecked={valueAt("budgetIsCeiling") === "on"}
      />
      <MoneyInput
        {...common("bond")}
        label={t("edit.bond")}
        hint={t("edit.bondHint", { percent: percentText(limits.bondMaxBp) })}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <DateInput
          {...common("dueDate")}
          label={t("edit.dueDate")}
          hint={t("edit.dueHint", { days: limits.biddingDays })}
          required
        />
        <TextInput {...common("dueTime")} type="time" label={t("edit.dueTime")} width="short" />
      </div>
      <CriteriaFields
        rows={Math.min(criteriaCount + 2, MOST_CRITERIA)}
        valueAt={valueAt}
        errorAt={errorAt}
      />
      <RadioGroup
        {...common("priceFormula")}
        label={t("edit.priceFormula")}
        look="inline"
        options={PRICE_FORMULAS.map((value) => ({ value, label: t(`edit.${value}`) }))}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextInput {...common("aboveBp")} label={t("edit.aboveBp")} width="short" />
        <TextInput {...common("belowBp")} label={t("edit.belowBp")} width="short" />
      </div>
      <RadioGroup
        {...common("qualityBasis")}
        label={t("edit.qualityBasis")}
        look="inline"
        options={QUALITY_BASES.map((value) => ({ value, label: t(`edit.${value}`) }))}
      />
      <Checkbox
        name="dropsExtremes"
        label={t("edit.dropsExtremes")}
        defaultChecked={valueAt("dropsExtremes") === "on"}
      />
      <RadioGroup
        {...common("tieRule")}
        label={t("edit.tieRule")}
        look="inline"
        options={TIE_RULES.map((value) => ({ value, label: t(`edit.${value}`) }))}
      />
      <SubmitButton intent="save">{t("edit.save")}</SubmitButton>
    </Form>
  );
}
