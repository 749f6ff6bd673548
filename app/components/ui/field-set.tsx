import type { ReactNode } from "react";
import { cx } from "./class-names";
import {
  controlProps,
  FieldError,
  type FieldFrame,
  FieldHint,
  fieldId,
  RequiredMark,
} from "./field";

interface FieldSetProps extends FieldFrame {
  children: ReactNode;
}

/** Frame of a question that is answered with several controls; error and hint belong to the legend. */
export function FieldSet({ children, ...frame }: FieldSetProps) {
  const id = frame.id ?? fieldId(frame.name);
  const control = controlProps(frame);
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className={cx("min-w-0 space-y-1.5", frame.className)}
      aria-describedby={control["aria-describedby"]}
      data-field={frame.name}
    >
      <legend
        id={`${id}-legend`}
        className={cx("mb-1.5 font-medium text-ink", frame.labelHidden && "sr-only")}
      >
        {frame.label}
        {frame.required && <RequiredMark />}
      </legend>
      <FieldHint id={id} hint={frame.hint} />
      {children}
      <FieldError id={id} error={frame.error} />
    </fieldset>
  );
}
