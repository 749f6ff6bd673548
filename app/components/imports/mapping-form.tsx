import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Select } from "~/components/ui/select";
import { Table } from "~/components/ui/table";
import {
  type ColumnMapping,
  fieldsOf,
  type ImportKind,
  requiredFieldsOf,
} from "~/domain/imports/import-field-rules";

interface MappingFormProps {
  kind: ImportKind;
  mapping: ColumnMapping;
  headings: readonly string[];
  rows: readonly { number: number; cells: Record<string, string> }[];
}

/** How much of a cell a sample shows. */
const SAMPLE = 60;

/** Second step of an import: which column fills which field. */
export function MappingForm({ kind, mapping, headings, rows }: MappingFormProps) {
  const { t } = useTranslation("imports");
  const required = new Set(requiredFieldsOf(kind));
  const options = headings.map((heading) => ({ value: heading, label: heading }));
  const shown = headings.slice(0, 12);
  return (
    <div className="space-y-6">
      <Card title={t("mapping.title")}>
        <Form method="post" className="space-y-4">
          <p className="text-muted">{t("mapping.lead")}</p>
          <div className="grid gap-4 sm:grid-cols-2">
            {fieldsOf(kind).map((field) => (
              <Select
                key={field}
                name={`map.${field}`}
                label={t(`field.${field}`)}
                required={required.has(field)}
                hint={required.has(field) ? t("mapping.required") : undefined}
                options={options}
                placeholder={t("mapping.none")}
                defaultValue={mapping[field] ?? ""}
              />
            ))}
          </div>
          <SubmitButton intent="dry-run">{t("mapping.submit")}</SubmitButton>
        </Form>
      </Card>
      <Card title={t("mapping.sample")} padding="flush">
        <Table
          caption={t("mapping.sampleCaption", { count: rows.length })}
          narrow="scroll"
          dense
          rows={rows}
          rowKey={(row) => String(row.number)}
          columns={[
            { key: "#", header: t("issue.row"), rowHeader: true, cell: (row) => row.number },
            ...shown.map((heading) => ({
              key: heading,
              header: heading,
              cell: (row: MappingFormProps["rows"][number]) => {
                const text = [...(row.cells[heading] ?? "")];
                return text.length > SAMPLE ? `${text.slice(0, SAMPLE).join("")}…` : text.join("");
              },
            })),
          ]}
        />
      </Card>
    </div>
  );
}
