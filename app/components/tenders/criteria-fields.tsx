import { useTranslation } from "react-i18next";
import { FieldSet } from "~/components/ui/field-set";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { CRITERION_KINDS } from "~/domain/tenders/tender-schema";

/** Rows of criteria; two stand empty for more, and an emptied row goes. */
export function CriteriaFields({
  rows,
  valueAt,
  errorAt,
}: {
  rows: number;
  valueAt: (name: string) => string;
  errorAt: (name: string) => string | undefined;
}) {
  const { t } = useTranslation("tenders");
  return (
    <FieldSet
      name="criteria"
      label={t("edit.criteria")}
      hint={t("edit.criteriaHint")}
      error={errorAt("criteria")}
    >
      <ol className="space-y-5">
        {Array.from({ length: rows }, (_, at) => {
          const name = (field: string) => `criteria[${at}].${field}`;
          const row = t("edit.row", { number: at + 1 });
          return (
            <li key={name("title")} className="rounded-md border border-line p-4">
              <p className="mb-2 font-medium text-ink">{row}</p>
              <input type="hidden" name={name("id")} value={valueAt(name("id"))} />
              <div className="grid gap-3 sm:grid-cols-2">
                <TextInput
                  name={name("title")}
                  label={t("criteria.criterion")}
                  maxLength={80}
                  defaultValue={valueAt(name("title"))}
                  error={errorAt(name("title"))}
                />
                <Select
                  name={name("kind")}
                  label={t("criteria.kind")}
                  options={CRITERION_KINDS.map((value) => ({
                    value,
                    label: t(`criteria.kinds.${value}`),
                  }))}
                  defaultValue={valueAt(name("kind")) || "SCORE"}
                  error={errorAt(name("kind"))}
                />
                <TextInput
                  name={name("weight")}
                  label={t("edit.weightUnit")}
                  inputMode="decimal"
                  width="short"
                  defaultValue={valueAt(name("weight"))}
                  error={errorAt(name("weight"))}
                />
                <TextInput
                  name={name("maximum")}
                  label={t("criteria.maximum")}
                  inputMode="numeric"
                  width="short"
                  defaultValue={valueAt(name("maximum"))}
                  error={errorAt(name("maximum"))}
                />
                <TextInput
                  className="sm:col-span-2"
                  name={name("guidance")}
                  label={t("criteria.guidance")}
                  maxLength={500}
                  defaultValue={valueAt(name("guidance"))}
                  error={errorAt(name("guidance"))}
                />
              </div>
            </li>
          );
        })}
      </ol>
    </FieldSet>
  );
}
