import type { ReactNode } from "react";
import { Choice } from "./choice";
import { errorList, FieldError, type FieldFrame, FieldHint, fieldId } from "./field";

interface CheckboxProps extends Omit<FieldFrame, "label" | "labelHidden"> {
  label: ReactNode;
  value?: string;
  defaultChecked?: boolean;
  disabled?: boolean;
}

/** One yes/no question; posts `name=on` (or `value`) when ticked, nothing otherwise. */
export function Checkbox({
  name,
  label,
  hint,
  error,
  id,
  className,
  value = "on",
  defaultChecked,
  disabled,
}: CheckboxProps) {
  const controlId = id ?? fieldId(name);
  return (
    <div className={className} data-field={name}>
      <Choice
        kind="checkbox"
        id={controlId}
        name={name}
        value={value}
        label={label}
        defaultChecked={defaultChecked}
        disabled={disabled}
        invalid={errorList(error).length > 0}
        look="plain"
      />
      <div className="pl-6.5">
        <FieldHint id={controlId} hint={hint} />
        <FieldError id={controlId} error={error} />
      </div>
    </div>
  );
}
