import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { RowFields } from "~/components/ui/row-fields";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import {
  type ChallengeTarget,
  MAX_TARGETS,
  TARGET_COMPARATORS,
} from "~/domain/challenges/challenge-schema";

const SPARE_ROWS = 2;

/** The measurable targets as rows of fields. */
export function TargetFields({
  targets,
  view,
}: {
  targets: readonly ChallengeTarget[];
  view: FormAnswer;
}) {
  const { t } = useTranslation("challenges");
  const count = view.count("targets", targets.length);
  return (
    <RowFields
      name="targets"
      label={t("work.edit.targets")}
      hint={t("work.edit.targetsHint")}
      error={view.error("targets")}
      count={count}
      spare={SPARE_ROWS}
      max={MAX_TARGETS}
      rowLabel={(number) => t("work.edit.targetRow", { number })}
    >
      {(prefix, index) => {
        const stored = targets[index];
        const field = (name: keyof ChallengeTarget) => ({
          name: `${prefix}.${name}`,
          defaultValue: view.text(`${prefix}.${name}`, stored?.[name]),
          error: view.error(`${prefix}.${name}`),
        });
        return (
          <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_1fr]">
            <TextInput label={t("work.edit.name_")} {...field("name")} />
            <Select
              label={t("work.edit.comparator")}
              {...field("comparator")}
              defaultValue={view.text(`${prefix}.comparator`, stored?.comparator) || "GTE"}
              options={TARGET_COMPARATORS.map((value) => ({
                value,
                label: t(`comparators.${value}`),
              }))}
            />
            <TextInput label={t("work.edit.value")} {...field("value")} />
            <TextInput label={t("work.edit.unit")} {...field("unit")} />
            <TextInput
              label={t("work.edit.testMethod")}
              className="sm:col-span-2 lg:col-span-4"
              {...field("testMethod")}
            />
          </div>
        );
      }}
    </RowFields>
  );
}
