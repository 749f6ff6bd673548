import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { CheckboxGroup } from "~/components/ui/checkbox-group";
import { NumberInput } from "~/components/ui/number-input";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { Textarea } from "~/components/ui/textarea";
import { LICENCE_KINDS } from "~/domain/shared/tech-contract";
import type { LotFormView } from "./lot-form-view";

const LONG = [
  ["training", 500],
  ["delivery", 500],
  ["payment", 500],
  ["other", 1000],
] as const;

/** What is sold and on which conditions. */
export function SaleStep({ form }: { form: LotFormView }) {
  const { t } = useTranslation("trading");
  const { achievements, categories } = form.wizard;
  return (
    <>
      {achievements.length === 0 ? (
        <Alert tone="warning">{t("wizard.achievementsNone")}</Alert>
      ) : (
        <CheckboxGroup
          name="achievementIds"
          label={t("wizard.achievements")}
          hint={t("wizard.achievementsHint")}
          options={achievements.map(({ value, label, isTaken }) => ({
            value,
            label,
            disabled: isTaken,
            hint: isTaken ? t("wizard.taken") : undefined,
          }))}
          defaultValue={form.texts("achievementIds")}
          error={form.error("achievementIds")}
          required
        />
      )}
      <TextInput
        name="title"
        label={t("wizard.lotTitle")}
        maxLength={120}
        required
        defaultValue={form.text("title")}
        error={form.error("title")}
      />
      <Textarea
        name="description"
        label={t("wizard.description")}
        hint={t("wizard.descriptionHint")}
        rows={6}
        maxLength={4000}
        required
        defaultValue={form.text("description")}
        error={form.error("description")}
      />
      <Textarea
        name="defects"
        label={t("wizard.defects")}
        hint={t("wizard.defectsHint")}
        rows={3}
        maxLength={2000}
        defaultValue={form.text("defects")}
        error={form.error("defects")}
      />
      <Select
        name="categoryCode"
        label={t("wizard.category")}
        hint={t("wizard.categoryHint")}
        placeholder={t("wizard.choose")}
        options={categories}
        required
        defaultValue={form.text("categoryCode")}
        error={form.error("categoryCode")}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <Select
          name="licenceKind"
          label={t("wizard.licenceKind")}
          placeholder={t("wizard.choose")}
          options={LICENCE_KINDS.map((value) => ({ value, label: t(`licenceKind.${value}`) }))}
          defaultValue={form.text("licenceKind")}
          error={form.error("licenceKind")}
        />
        <NumberInput
          name="licenceYears"
          label={t("wizard.licenceYears")}
          hint={t("wizard.licenceYearsHint")}
          unit={t("wizard.yearsUnit")}
          integer
          defaultValue={form.text("licenceYears")}
          error={form.error("licenceYears")}
        />
        <TextInput
          name="territory"
          label={t("wizard.territory")}
          maxLength={200}
          defaultValue={form.text("territory")}
          error={form.error("territory")}
        />
        <TextInput
          name="fieldOfUse"
          label={t("wizard.fieldOfUse")}
          maxLength={200}
          defaultValue={form.text("fieldOfUse")}
          error={form.error("fieldOfUse")}
        />
      </div>
      {LONG.map(([name, maxLength]) => (
        <Textarea
          key={name}
          name={name}
          label={t(`wizard.${name}`)}
          rows={2}
          maxLength={maxLength}
          defaultValue={form.text(name)}
          error={form.error(name)}
        />
      ))}
    </>
  );
}
