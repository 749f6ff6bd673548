import { useTranslation } from "react-i18next";
import { CascadingSelect } from "~/components/ui/cascading-select";
import { DateInput } from "~/components/ui/date-input";
import { MoneyInput } from "~/components/ui/money-input";
import { RadioGroup } from "~/components/ui/radio-group";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { type FormField, inputName } from "~/domain/registration/registration-form-rules";
import { useFieldLabel } from "./use-field-label";

type Option = { value: string; label: string };
type Node = Option & { children?: Node[] };

export type FormChoices = {
  /** Options of each code list. */
  lists: Record<string, Option[]>;
  regions: Node[];
};

type FormFieldInputProps = {
  field: FormField;
  /** As it stands in the control: money in yuan. */
  value: string;
  hint?: string;
  error: string | undefined;
  required: boolean;
  choices: FormChoices;
};

/** The control that a field's type asks for. */
export function FormFieldInput({
  field,
  value,
  hint,
  error,
  required,
  choices,
}: FormFieldInputProps) {
  const { t } = useTranslation("recognition");
  const label = useFieldLabel();
  const frame = {
    name: inputName(field.id),
    label: label(field.id),
    ...(hint ? { hint } : {}),
    error,
    required,
  };
  switch (field.type) {
    case "DATE":
      return <DateInput {...frame} defaultValue={value} />;
    case "MONEY":
      return <MoneyInput {...frame} defaultValue={value} />;
    case "YES_NO":
      return (
        <RadioGroup
          {...frame}
          look="inline"
          defaultValue={value}
          options={[
            { value: "yes", label: t("answer.yes") },
            { value: "no", label: t("answer.no") },
          ]}
        />
      );
    case "REGION":
      return (
        <CascadingSelect
          {...frame}
          levels={[t("formPage.province"), t("formPage.city"), t("formPage.district")]}
          tree={choices.regions}
          defaultValue={value}
        />
      );
    case "CODE":
      return (
        <Select
          {...frame}
          placeholder={t("formPage.choose")}
          defaultValue={value}
          options={choices.lists[field.list ?? ""] ?? []}
        />
      );
    default:
      return <TextInput {...frame} defaultValue={value} maxLength={field.max} />;
  }
}
