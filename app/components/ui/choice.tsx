import type { ReactNode } from "react";
import { cx } from "./class-names";

export interface ChoiceProps {
  kind: "checkbox" | "radio";
  id: string;
  name: string;
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  defaultChecked?: boolean;
  disabled?: boolean;
  invalid?: boolean;
  look: "plain" | "cards";
}

/** One box or dot; the whole label is the target (at least 24 px, 44 px on touch). */
export function Choice({
  kind,
  id,
  name,
  value,
  label,
  hint,
  defaultChecked,
  disabled,
  invalid,
  look,
}: ChoiceProps) {
  return (
    <label
      htmlFor={id}
      className={cx(
        "flex items-start gap-2.5 pointer-coarse:min-h-11 pointer-coarse:items-center",
        look === "plain" && "py-1",
        look === "cards" &&
          "rounded-md border border-line bg-surface px-3.5 py-2.5 hover:border-brand-400 has-checked:border-brand-600 has-checked:bg-brand-50",
        disabled && "text-faint",
      )}
    >
      <input
        type={kind}
        id={id}
        name={name}
        value={value}
        defaultChecked={defaultChecked}
        disabled={disabled}
        aria-invalid={invalid || undefined}
        aria-describedby={hint ? `${id}-about` : undefined}
        className="mt-[0.32em] size-4 shrink-0"
      />
      <span className="min-w-0">
        <span className={cx("block", look === "cards" && "font-medium text-ink")}>{label}</span>
        {hint && (
          <span id={`${id}-about`} className="block text-sm text-muted">
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}
