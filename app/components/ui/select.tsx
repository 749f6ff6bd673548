import type { SelectHTMLAttributes } from "react";
import { cx } from "./class-names";
import { Field, type FieldFrame } from "./field";
import { isGroup, type Option, type OptionGroup } from "./options";

type NativeSelect = Omit<
  SelectHTMLAttributes<HTMLSelectElement>,
  "name" | "id" | "required" | "className" | "size"
>;

export interface SelectProps extends FieldFrame, NativeSelect {
  options: ReadonlyArray<Option | OptionGroup>;
  /** Text of the empty choice; without it the first option is preselected. */
  placeholder?: string;
  width?: "full" | "medium";
}

/** The browser's own select in our frame. */
export function Select({
  name,
  label,
  hint,
  error,
  required,
  id,
  labelHidden,
  className,
  options,
  placeholder,
  width = "full",
  ...select
}: SelectProps) {
  const frame = { name, label, hint, error, required, id, labelHidden, className };
  return (
    <Field {...frame}>
      {(control) => (
        <select
          {...select}
          {...control}
          className={cx("control", width === "medium" && "sm:max-w-xs")}
        >
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          {options.map((entry) =>
            isGroup(entry) ? (
              <optgroup key={entry.label} label={entry.label}>
                {entry.options.map((option) => (
                  <SelectOption key={option.value} option={option} />
                ))}
              </optgroup>
            ) : (
              <SelectOption key={entry.value} option={entry} />
            ),
          )}
        </select>
      )}
    </Field>
  );
}

function SelectOption({ option }: { option: Option }) {
  return (
    <option value={option.value} disabled={option.disabled}>
      {option.label}
    </option>
  );
}
