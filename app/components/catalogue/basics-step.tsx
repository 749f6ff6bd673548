import { useTranslation } from "react-i18next";
import { CascadingSelect } from "~/components/ui/cascading-select";
import { Checkbox } from "~/components/ui/checkbox";
import { CheckboxGroup } from "~/components/ui/checkbox-group";
import { TagInput } from "~/components/ui/tag-input";
import { TextInput } from "~/components/ui/text-input";
import { useStepForm } from "./step-form";
import type { WizardView } from "./wizard-types";

/** Leaves of a two-level list, each with the name of its group before it. */
function leaves(options: WizardView["options"]["fields"]) {
  const names = new Map(options.map((option) => [option.value, option.label]));
  return options.flatMap(({ value, label, parent }) =>
    parent ? [{ value, label: `${names.get(parent) ?? parent} · ${label}` }] : [],
  );
}

/** What a list and a search show of a listing. */
export function BasicsStep({ view }: { view: WizardView }) {
  const { t } = useTranslation("catalogue");
  const form = useStepForm();
  const isAchievement = view.kind === "achievement";
  return (
    <>
      <TextInput
        name="title"
        label={t("field.title")}
        hint={t("hint.title")}
        defaultValue={form.text("title")}
        error={form.error("title")}
        maxLength={60}
        required
      />
      <TextInput
        name="summary"
        label={t("field.summary")}
        hint={t(isAchievement ? "hint.summaryAchievement" : "hint.summaryNeed")}
        defaultValue={form.text("summary")}
        error={form.error("summary")}
        maxLength={80}
        required
      />
      <TextInput
        name="titleEn"
        label={t("field.titleEn")}
        defaultValue={form.text("titleEn")}
        error={form.error("titleEn")}
        maxLength={200}
        lang="en"
      />
      <TagInput
        name="keywords"
        label={t("field.keywords")}
        hint={t("hint.keywords")}
        defaultValue={form.list("keywords")}
        error={form.error("keywords")}
        maxTags={10}
      />
      <CheckboxGroup
        name="fieldCodes"
        label={t("field.fieldCodes")}
        hint={t("hint.fieldCodes")}
        options={leaves(view.options.fields)}
        defaultValue={form.list("fieldCodes")}
        error={form.error("fieldCodes")}
        required
      />
      <CheckboxGroup
        name="industryCodes"
        label={t("field.industryCodes")}
        hint={t(isAchievement ? "hint.industryCodes" : "hint.industryCodesNeed")}
        options={leaves(view.options.industries)}
        defaultValue={form.list("industryCodes")}
        error={form.error("industryCodes")}
      />
      <CascadingSelect
        name="regionCode"
        label={t("field.regionCode")}
        hint={t("hint.regionCode")}
        levels={[t("edit.province"), t("edit.city"), t("edit.district")]}
        tree={view.options.regions}
        defaultValue={form.text("regionCode")}
        error={form.error("regionCode")}
      />
      {isAchievement ? (
        <Checkbox
          name="isServiceOutcome"
          label={t("field.isServiceOutcome")}
          hint={t("hint.isServiceOutcome")}
          defaultChecked={form.isTicked("isServiceOutcome")}
        />
      ) : (
        <Checkbox
          name="isOpenChallenge"
          label={t("field.isOpenChallenge")}
          hint={t("hint.isOpenChallenge")}
          defaultChecked={form.isTicked("isOpenChallenge")}
        />
      )}
    </>
  );
}
