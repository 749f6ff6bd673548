import { useTranslation } from "react-i18next";
import { Button } from "~/components/ui/button";
import { FieldSet } from "~/components/ui/field-set";
import type { TermRows } from "~/domain/deals/terms-fields-rules";
import { columnName, SHOWN } from "~/domain/deals/terms-form-rules";
import type { TermLabels } from "~/domain/deals/terms-view";
import { TermsField } from "./terms-field";
import { useTermText } from "./use-term-text";

/**
 * Rows of a table in the form. Both buttons post the form, which is saved and shown again with a row
 * more or less: references between rows are kept right by the server alone.
 */
export function TermsRows({
  table,
  rows,
  errorAt,
  labels,
  milestones,
}: {
  table: TermRows;
  rows: readonly Record<string, string>[];
  errorAt: (name: string) => string | undefined;
  labels: TermLabels;
  milestones: readonly string[];
}) {
  const { t } = useTranslation("terms");
  const text = useTermText(labels);
  return (
    <FieldSet
      name={table.path}
      label={text.label(table.path)}
      hint={text.hint(table.path)}
      error={errorAt(table.path)}
    >
      <input type="hidden" name={SHOWN} value={table.path} />
      <div className="space-y-3">
        {rows.map((row, index) => (
          // biome-ignore lint/a11y/useSemanticElements: the outer fieldset carries the legend
          <div
            // Rows have no identity beside their place; the form is made anew with each of them.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            key={index}
            role="group"
            aria-label={t("value.row", { number: index + 1 })}
            className="rounded-md border border-line bg-canvas p-3"
          >
            <div className="grid gap-3 md:grid-cols-2">
              {table.columns.map((column) => {
                const name = columnName(table.path, index, column.path);
                return (
                  <TermsField
                    key={column.path}
                    field={column}
                    name={name}
                    rows={table.path}
                    value={row[column.path] ?? ""}
                    error={errorAt(name)}
                    labels={labels}
                    milestones={milestones}
                  />
                );
              })}
            </div>
            <div className="mt-2 flex justify-end">
              <Button
                type="submit"
                name="intent"
                value={`remove:${table.path}:${index}`}
                variant="quiet"
                size="sm"
                icon="trash"
              >
                {t("edit.removeRow", { number: index + 1 })}
              </Button>
            </div>
          </div>
        ))}
        {rows.length < table.max && (
          <Button type="submit" name="intent" value={`add:${table.path}`} size="sm" icon="plus">
            {t("edit.addRow")}
          </Button>
        )}
      </div>
    </FieldSet>
  );
}
