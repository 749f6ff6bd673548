import type { ReactNode } from "react";
import { FieldSet } from "./field-set";

type Props = {
  name: string;
  label: string;
  hint?: ReactNode;
  error?: string;
  /** Rows that stand there now. */
  count: number;
  /** Empty rows to write into; a row left blank is not saved. */
  spare: number;
  max: number;
  rowLabel: (number: number) => string;
  children: (prefix: string, index: number) => ReactNode;
};

/** Rows of a table as plain fields, with some empty ones at the end: works without scripts. */
export function RowFields({
  name,
  label,
  hint,
  error,
  count,
  spare,
  max,
  rowLabel,
  children,
}: Props) {
  const shown = Math.min(max, count + spare);
  return (
    <FieldSet name={name} label={label} hint={hint} error={error}>
      <div className="space-y-3">
        {Array.from({ length: shown }, (_, index) => `${name}[${index}]`).map((prefix, index) => (
          // biome-ignore lint/a11y/useSemanticElements: the outer fieldset carries the legend
          <div
            key={prefix}
            role="group"
            aria-label={rowLabel(index + 1)}
            className="rounded-md border border-line bg-canvas p-3"
          >
            {children(prefix, index)}
          </div>
        ))}
      </div>
    </FieldSet>
  );
}
