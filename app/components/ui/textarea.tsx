import { type FormEvent, type TextareaHTMLAttributes, useEffect, useRef, useState } from "react";
import { countCodePoints } from "./character-count";
import { CharacterCounter } from "./character-counter";
import { Field, type FieldFrame, fieldId } from "./field";

type NativeTextarea = Omit<
  TextareaHTMLAttributes<HTMLTextAreaElement>,
  "name" | "id" | "required" | "maxLength" | "className"
>;

export interface TextareaProps extends FieldFrame, NativeTextarea {
  /** Hard limit in code points: counted beside the field, never cut. */
  maxLength?: number;
}

/** Grows with its text: by CSS where `field-sizing` exists, by script elsewhere. */
function fitHeight(element: HTMLTextAreaElement | null) {
  if (!element || CSS.supports("field-sizing", "content")) return;
  element.style.height = "auto";
  element.style.height = `${element.scrollHeight + 2}px`;
}

/** Several lines of text with counter and growth. */
export function Textarea({
  name,
  label,
  hint,
  error,
  required,
  id,
  labelHidden,
  className,
  maxLength,
  rows = 4,
  onInput,
  ...input
}: TextareaProps) {
  const ref = useRef<HTMLTextAreaElement>(null);
  const [count, setCount] = useState(() =>
    countCodePoints(String(input.value ?? input.defaultValue ?? "")),
  );
  useEffect(() => fitHeight(ref.current), []);
  const controlId = id ?? fieldId(name);
  const handleInput = (event: FormEvent<HTMLTextAreaElement>) => {
    if (maxLength !== undefined) setCount(countCodePoints(event.currentTarget.value));
    fitHeight(event.currentTarget);
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
        <textarea
          {...input}
          {...control}
          ref={ref}
          rows={rows}
          onInput={handleInput}
          className="control"
        />
      )}
    </Field>
  );
}
