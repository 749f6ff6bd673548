import { type FormEvent, type InputHTMLAttributes, type ReactNode, useState } from "react";
import { countCodePoints } from "./character-count";
import { CharacterCounter } from "./character-counter";
import { cx } from "./class-names";
import { Field, type FieldFrame, fieldId } from "./field";

type NativeInput = Omit<
  InputHTMLAttributes<HTMLInputElement>,
  "name" | "id" | "required" | "maxLength" | "className" | "prefix" | "size"
>;

export interface TextInputProps extends FieldFrame, NativeInput {
  /** Hard limit in code points: counted beside the field, never cut. */
  maxLength?: number;
  prefix?: ReactNode;
  suffix?: ReactNode;
  width?: "full" | "short" | "medium";
}

const widths = { full: "", short: "sm:max-w-40", medium: "sm:max-w-xs" };

/** One line of text with everything a field needs. */
export function TextInput({
  name,
  label,
  hint,
  error,
  required,
  id,
  labelHidden,
  className,
  maxLength,
  prefix,
  suffix,
  width = "full",
  onInput,
  ...input
}: TextInputProps) {
  const [count, setCount] = useState(() =>
    countCodePoints(String(input.value ?? input.defaultValue ?? "")),
  );
  const controlId = id ?? fieldId(name);
  const handleInput = (event: FormEvent<HTMLInputElement>) => {
    if (maxLength !== undefined) setCount(countCodePoints(event.currentTarget.value));
    onInput?.(event);
  };
  return (
    <Field
      name={name}
      label={label}
      hint={hint}
      error={error}
      required={required}
      id={id}
      labelHidden={labelHidden}
      className={className}
      footer={
        maxLength === undefined ? undefined : (
          <CharacterCounter id={controlId} count={count} max={maxLength} />
        )
      }
    >
      {(control) => (
        <div
          className={cx(
            "flex items-stretch has-aria-invalid:[&>span]:border-danger-600",
            widths[width],
          )}
        >
          {prefix && <Affix side="left">{prefix}</Affix>}
          <input
            type="text"
            {...input}
            {...control}
            onInput={handleInput}
            className={cx(
              "control",
              Boolean(prefix) && "!rounded-l-none",
              Boolean(suffix) && "!rounded-r-none",
            )}
          />
          {suffix && <Affix side="right">{suffix}</Affix>}
        </div>
      )}
    </Field>
  );
}

function Affix({ side, children }: { side: "left" | "right"; children: ReactNode }) {
  return (
    <span
      className={cx(
        "flex shrink-0 items-center border border-line-strong bg-sunken px-3 text-sm text-muted",
        side === "left" ? "rounded-l-md border-r-0" : "rounded-r-md border-l-0",
      )}
    >
      {children}
    </span>
  );
}
