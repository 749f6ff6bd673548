import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "./class-names";
import { Icon } from "./icon";
import { VisuallyHidden } from "./visually-hidden";

export interface FieldFrame {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Already translated; one string or several. */
  error?: string | ReadonlyArray<string> | null;
  required?: boolean;
  /** Only when two forms on one page share a name. */
  id?: string;
  /** Keeps the label for screen readers only, e.g. inside a table. */
  labelHidden?: boolean;
  className?: string;
}

export interface ControlProps {
  id: string;
  name: string;
  "aria-required": true | undefined;
  "aria-invalid": true | undefined;
  "aria-describedby": string | undefined;
}

/** The element id every field derives from its name; the error summary links to it. */
export function fieldId(name: string): string {
  return `field-${name.replace(/[^\w-]+/g, "-")}`;
}

export function errorList(error: FieldFrame["error"]): ReadonlyArray<string> {
  if (!error) return [];
  return typeof error === "string" ? [error] : error;
}

/**
 * Attributes a control needs to belong to its label, hint and error.
 * No native `required`/`maxlength`: a browser would block saving a draft, or cut a paste silently.
 */
export function controlProps(frame: FieldFrame, hasFooter = false): ControlProps {
  const id = frame.id ?? fieldId(frame.name);
  const hasError = errorList(frame.error).length > 0;
  return {
    id,
    name: frame.name,
    "aria-required": frame.required ? true : undefined,
    "aria-invalid": hasError ? true : undefined,
    "aria-describedby":
      cx(
        hasError && `${id}-error`,
        Boolean(frame.hint) && `${id}-hint`,
        hasFooter && `${id}-count`,
      ) || undefined,
  };
}

export function RequiredMark() {
  const { t } = useTranslation("ui");
  return (
    <>
      <span aria-hidden="true" className="ml-1 text-danger-600">
        *
      </span>
      <VisuallyHidden>{t("field.required")}</VisuallyHidden>
    </>
  );
}

export function FieldError({ id, error }: { id: string; error: FieldFrame["error"] }) {
  const errors = errorList(error);
  if (errors.length === 0) return null;
  return (
    <div id={`${id}-error`} className="space-y-0.5 text-sm text-danger-600">
      {errors.map((message) => (
        <p key={message} className="flex items-start gap-1.5">
          <Icon name="error" size={16} className="mt-[0.2em]" />
          <span>{message}</span>
        </p>
      ))}
    </div>
  );
}

export function FieldHint({ id, hint }: { id: string; hint: ReactNode }) {
  if (!hint) return null;
  return (
    <div id={`${id}-hint`} className="text-sm text-muted">
      {hint}
    </div>
  );
}

interface FieldProps extends FieldFrame {
  /** A control, or a function that receives the attributes for a control of your own. */
  children: ReactNode | ((control: ControlProps) => ReactNode);
  /** Under the control, right: a character counter for instance. */
  footer?: ReactNode;
}

/** Label, hint, control, error and footer in the order a screen reader should meet them. */
export function Field({ children, footer, ...frame }: FieldProps) {
  const id = frame.id ?? fieldId(frame.name);
  return (
    <div className={cx("space-y-1.5", frame.className)} data-field={frame.name}>
      <label
        htmlFor={id}
        className={cx("block font-medium text-ink", frame.labelHidden && "sr-only")}
      >
        {frame.label}
        {frame.required && <RequiredMark />}
      </label>
      <FieldHint id={id} hint={frame.hint} />
      {typeof children === "function"
        ? children(controlProps(frame, footer !== undefined && footer !== null))
        : children}
      {(frame.error || footer) && (
        <div className="flex items-start justify-between gap-4">
          <div className="min-w-0">
            <FieldError id={id} error={frame.error} />
          </div>
          {footer}
        </div>
      )}
    </div>
  );
}
