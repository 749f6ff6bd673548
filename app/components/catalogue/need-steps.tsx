import { useTranslation } from "react-i18next";
import { CheckboxGroup } from "~/components/ui/checkbox-group";
import { DateInput } from "~/components/ui/date-input";
import { MoneyInput } from "~/components/ui/money-input";
import { RadioGroup } from "~/components/ui/radio-group";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { Textarea } from "~/components/ui/textarea";
import { BUDGET_KINDS, COMPARATORS, IP_TERMS } from "~/domain/catalogue/need-schema";
import type { WizardView } from "~/domain/catalogue/wizard-view";
import { RowEditor } from "./row-editor";
import { useStepForm } from "./step-form";

type StepProps = { view: WizardView };

export function BackgroundStep() {
  const { t } = useTranslation("catalogue");
  const form = useStepForm();
  return (
    <>
      <Textarea
        name="background"
        label={t("field.background")}
        hint={form.hint("background", t("hint.background"))}
        defaultValue={form.text("background")}
        error={form.error("background")}
        rows={10}
        maxLength={4000}
        required
      />
      <Textarea
        name="constraints"
        label={t("field.constraints")}
        hint={form.hint("constraints", t("hint.constraints"))}
        defaultValue={form.text("constraints")}
        error={form.error("constraints")}
        rows={6}
        maxLength={2000}
      />
    </>
  );
}

export function TargetsStep({ view }: StepProps) {
  const { t } = useTranslation("catalogue");
  const form = useStepForm();
  return (
    <>
      <RowEditor
        name="targets"
        label={t("field.targets")}
        hint={form.hint("targets", t("hint.targets"))}
        max={15}
      >
        {(prefix, row) => (
          <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_1fr]">
            <TextInput
              name={`${prefix}.name`}
              label={t("row.targetName")}
              defaultValue={row.name}
              error={form.error(`${prefix}.name`)}
            />
            <Select
              name={`${prefix}.comparator`}
              label={t("row.comparator")}
              options={COMPARATORS.map((value) => ({ value, label: t(`comparator.${value}`) }))}
              defaultValue={row.comparator || "GTE"}
              error={form.error(`${prefix}.comparator`)}
            />
            <TextInput
              name={`${prefix}.value`}
              label={t("row.value")}
              defaultValue={row.value}
              error={form.error(`${prefix}.value`)}
            />
            <TextInput
              name={`${prefix}.unit`}
              label={t("row.unit")}
              defaultValue={row.unit}
              error={form.error(`${prefix}.unit`)}
            />
            <TextInput
              name={`${prefix}.testMethod`}
              label={t("row.testMethod")}
              defaultValue={row.testMethod}
              error={form.error(`${prefix}.testMethod`)}
              className="sm:col-span-2 lg:col-span-4"
            />
          </div>
        )}
      </RowEditor>
      <Select
        name="trlWanted"
        label={t("field.trlWanted")}
        hint={form.hint("trlWanted")}
        options={view.options.trlLevels.map(({ value, label, meaning }) => ({
          value,
          label: `${value} · ${label}：${meaning}`,
        }))}
        placeholder={t("edit.choose")}
        defaultValue={form.text("trlWanted")}
        error={form.error("trlWanted")}
      />
    </>
  );
}

export function TermsStep({ view }: StepProps) {
  const { t } = useTranslation("catalogue");
  const form = useStepForm();
  return (
    <>
      <CheckboxGroup
        name="modes"
        label={t("field.modes")}
        hint={form.hint("modes")}
        options={view.options.modes}
        defaultValue={form.list("modes")}
        error={form.error("modes")}
        columns={2}
        required
      />
      <RadioGroup
        name="budgetKind"
        label={t("field.budgetKind")}
        hint={form.hint("budgetKind")}
        options={BUDGET_KINDS.map((value) => ({ value, label: t(`budgetKind.${value}`) }))}
        defaultValue={form.text("budgetKind") || "NEGOTIABLE"}
        error={form.error("budgetKind")}
        look="inline"
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <MoneyInput
          name="budgetMinFen"
          label={t("field.budgetMinFen")}
          hint={form.hint("budgetMinFen")}
          defaultValue={form.text("budgetMinFen")}
          error={form.error("budgetMinFen")}
        />
        <MoneyInput
          name="budgetMaxFen"
          label={t("field.budgetMaxFen")}
          hint={form.hint("budgetMaxFen")}
          defaultValue={form.text("budgetMaxFen")}
          error={form.error("budgetMaxFen")}
        />
        <DateInput
          name="deadlineOn"
          label={t("field.deadlineOn")}
          hint={form.hint("deadlineOn", t("edit.dateNeed"))}
          defaultValue={form.text("deadlineOn")}
          error={form.error("deadlineOn")}
        />
        <DateInput
          name="replyOn"
          label={t("field.replyOn")}
          hint={form.hint("replyOn", t("hint.replyOn"))}
          defaultValue={form.text("replyOn")}
          error={form.error("replyOn")}
        />
      </div>
      <RadioGroup
        name="ipTerms"
        label={t("field.ipTerms")}
        hint={form.hint("ipTerms")}
        options={IP_TERMS.map((value) => ({ value, label: t(`ipTerms.${value}`) }))}
        defaultValue={form.text("ipTerms") || "NEGOTIABLE"}
        error={form.error("ipTerms")}
        look="inline"
      />
      <Textarea
        name="ipTermsNote"
        label={t("field.ipTermsNote")}
        hint={form.hint("ipTermsNote", t("hint.ipTermsNote"))}
        defaultValue={form.text("ipTermsNote")}
        error={form.error("ipTermsNote")}
        rows={3}
        maxLength={500}
      />
    </>
  );
}
