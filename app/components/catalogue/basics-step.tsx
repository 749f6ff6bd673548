import { useTranslation } from "react-i18next";
import { CascadingSelect } from "~/components/ui/cascading-select";
import { Checkbox } from "~/components/ui/checkbox";
import { CheckboxGroup } from "~/components/ui/checkbox-group";
import { TagInput } from "~/components/ui/tag-input";
import { TextInput } from "~/components/ui/text-input";
import type { WizardView } from "~/domain/catalogue/wizard-view";
import { useStepForm } from "./step-form";

/** Leaves of a two-level list, each with the name of its group before it; what is chosen stands first. */
function leaves(options: WizardView["options"]["fields"], chosen: readonly string[]) {
  const names = new Map(options.map((option) => [option.value, option.label]));
  const all = options.flatMap(({ value, label, parent }) =>
    parent ? [{ value, label: `${names.get(parent) ?? parent} · ${label}` }] : [],
  );
  const isChosen = (option: { value: string }) => chosen.includes(option.value);
  return [...all.filter(isChosen), ...all.filter((option) => !isChosen(option))];
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
        hint={form.hint("title", t("hint.title"))}
        defaultValue={form.text("title")}
        error={form.error("title")}
        maxLength={60}
        required
      />
      <TextInput
        name="summary"
        label={t("field.summary")}
        hint={form.hint(
          "summary",
          t(isAchievement ? "hint.summaryAchievement" : "hint.summaryNeed"),
        )}
        defaultValue={form.text("summary")}
        error={form.error("summary")}
        maxLength={80}
        required
      />
      <TextInput
        name="titleEn"
        label={t("field.titleEn")}
        hint={form.hint("titleEn")}
        defaultValue={form.text("titleEn")}
        error={form.error("titleEn")}
        maxLength={200}
        lang="en"
      />
      <TagInput
        name="keywords"
        label={t("field.keywords")}
        hint={form.hint("keywords", t("hint.keywords"))}
        defaultValue={form.list("keywords")}
        error={form.error("keywords")}
        maxTags={10}
      />
      <CheckboxGroup
        name="fieldCodes"
        label={t("field.fieldCodes")}
        hint={form.hint("fieldCodes", t("hint.fieldCodes"))}
        options={leaves(view.options.fields, form.list("fieldCodes"))}
        defaultValue={form.list("fieldCodes")}
        error={form.error("fieldCodes")}
        required
      />
      <CheckboxGroup
        name="industryCodes"
        label={t("field.industryCodes")}
        hint={form.hint(
          "industryCodes",
          t(isAchievement ? "hint.industryCodes" : "hint.industryCodesNeed"),
        )}
        options={leaves(view.options.industries, form.list("industryCodes"))}
        defaultValue={form.list("industryCodes")}
        error={form.error("industryCodes")}
      />
      <CascadingSelect
        name="regionCode"
        label={t("field.regionCode")}
        hint={form.hint("regionCode", t("hint.regionCode"))}
        levels={[t("edit.province"), t("edit.city"), t("edit.district")]}
        tree={view.options.regions}
        defaultValue={form.text("regionCode")}
        error={form.error("regionCode")}
      />
      {isAchievement ? (
        <Checkbox
          name="isServiceOutcome"
          label={t("field.isServiceOutcome")}
          hint={form.hint("isServiceOutcome", t("hint.isServiceOutcome"))}
          defaultChecked={form.isTicked("isServiceOutcome")}
        />
      ) : (
        <Checkbox
          name="isOpenChallenge"
          label={t("field.isOpenChallenge")}
          hint={form.hint("isOpenChallenge", t("hint.isOpenChallenge"))}
          defaultChecked={form.isTicked("isOpenChallenge")}
        />
      )}
    </>
  );
}
