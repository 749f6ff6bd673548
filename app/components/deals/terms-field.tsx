import { useTranslation } from "react-i18next";
import { Checkbox } from "~/components/ui/checkbox";
import { DateInput } from "~/components/ui/date-input";
import { MoneyInput } from "~/components/ui/money-input";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { Textarea } from "~/components/ui/textarea";
import type { TermField } from "~/domain/deals/terms-fields-rules";
import { SHOWN } from "~/domain/deals/terms-form-rules";
import type { TermLabels } from "~/domain/deals/terms-view";
import { useTermText } from "./use-term-text";

/** The control of one field of a term sheet, by its kind. */
export function TermsField({
  field,
  name,
  rows,
  value,
  error,
  labels,
  milestones,
  onChoose,
}: {
  field: TermField;
  name: string;
  /** Path of the rows that the field is a column of. */
  rows?: string;
  value: string;
  error: string | undefined;
  labels: TermLabels;
  /** Names of the milestones, to be chosen from. */
  milestones: readonly string[];
  /** Called when a choice decides which fields are shown. */
  onChoose?: (value: string) => void;
}) {
  const { t } = useTranslation("terms");
  const text = useTermText(labels);
  const label = rows ? text.label(rows, field.path) : text.label(field.path);
  const hint = rows ? text.hint(rows, field.path) : text.hint(field.path);
  const frame = {
    name,
    label,
    hint,
    error,
    ...(field.isRequired ? { required: true } : {}),
  };
  const max = field.max ? { maxLength: field.max } : {};
  const pick = (options: { value: string; label: string }[]) => (
    <Select
      {...frame}
      defaultValue={value}
      width="medium"
      placeholder={t("value.choose")}
      options={options}
      {...(onChoose ? { onChange: (event) => onChoose(event.currentTarget.value) } : {})}
    />
  );
  const fromList = (list: Record<string, string>, codes: readonly string[]) =>
    pick(codes.map((code) => ({ value: code, label: list[code] ?? code })));
  switch (field.kind) {
    case "text":
      return <Textarea {...frame} {...max} rows={3} defaultValue={value} />;
    case "money":
      return <MoneyInput {...frame} defaultValue={value} />;
    case "date":
      return <DateInput {...frame} defaultValue={value} />;
    case "percent":
      return (
        <TextInput {...frame} width="short" inputMode="decimal" suffix="%" defaultValue={value} />
      );
    case "count":
      return <TextInput {...frame} width="short" inputMode="numeric" defaultValue={value} />;
    case "yes":
      return (
        <>
          <input type="hidden" name={SHOWN} value={name} />
          <Checkbox
            name={name}
            label={label}
            hint={hint}
            error={error}
            defaultChecked={value === "on"}
          />
        </>
      );
    case "category":
      return fromList(labels.categories, field.options ?? []);
    case "ipKind":
      return fromList(labels.ipKinds, Object.keys(labels.ipKinds));
    case "broker":
      if (Object.keys(labels.brokers).length === 0) return null;
      return fromList(labels.brokers, Object.keys(labels.brokers));
    case "milestone":
      return (
        <Select
          {...frame}
          defaultValue={value}
          width="medium"
          placeholder={t("value.byDate")}
          options={milestones.map((title, index) => ({
            value: String(index),
            label: t("value.milestoneNamed", { number: index + 1, title }),
          }))}
        />
      );
    case "choice":
      return pick(
        (field.options ?? []).map((option) => ({
          value: option,
          label: rows ? text.choice(rows, option, field.path) : text.choice(field.path, option),
        })),
      );
    default:
      return <TextInput {...frame} {...max} defaultValue={value} />;
  }
}
