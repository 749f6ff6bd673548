import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { DescriptionList } from "~/components/ui/description-list";
import { Table } from "~/components/ui/table";
import type { TermSheetContent } from "~/domain/deals/term-sheet-schema";
import { isRows, shapeOf, visibleTable } from "~/domain/deals/terms-fields-rules";
import { rowsAt, valueAt } from "~/domain/deals/terms-form-rules";
import type { TermLabels } from "~/domain/deals/terms-view";
import { useTermText } from "./use-term-text";

/** A whole version to be read, section by section; sections in which nothing is written are left out. */
export function TermsSheet({ content, labels }: { content: TermSheetContent; labels: TermLabels }) {
  const { t } = useTranslation("terms");
  const text = useTermText(labels);
  const table = visibleTable(shapeOf(content.categoryCode, content.price.kind));
  return (
    <div className="grid gap-5">
      {table.map((section) => {
        const items = section.fields.flatMap((entry) => {
          if (isRows(entry)) return [];
          const shown = text.value(entry, valueAt(content, entry.path));
          if (shown === "") return [];
          const isLong = entry.kind === "text";
          return [
            {
              key: entry.path,
              label: text.label(entry.path),
              value: isLong ? (
                <p className="prose-text whitespace-pre-wrap">{shown}</p>
              ) : (
                <span className="break-words">{shown}</span>
              ),
              wide: isLong,
            },
          ];
        });
        const tables = section.fields
          .filter(isRows)
          .map((rows) => ({ rows, lines: rowsAt(content, rows.path) }))
          .filter(({ lines }) => lines.length > 0);
        if (items.length === 0 && tables.length === 0) return null;
        return (
          <Card key={section.id} title={t(`section.${section.id}`)} headingLevel={3}>
            <div className="space-y-4">
              {items.length > 0 && <DescriptionList columns={2} items={items} />}
              {tables.map(({ rows, lines }) => (
                <Table
                  key={rows.path}
                  caption={text.label(rows.path)}
                  captionVisible
                  dense
                  rows={lines.map((row, index) => ({ row, index }))}
                  rowKey={({ index }) => String(index)}
                  columns={rows.columns.map((column, at) => ({
                    key: column.path,
                    header: text.label(rows.path, column.path),
                    rowHeader: at === 0,
                    ...(column.kind === "money" ? { align: "end" as const } : {}),
                    cell: ({ row }: { row: Record<string, unknown>; index: number }) => (
                      <span className="break-words">
                        {text.value(column, row[column.path], rows.path)}
                      </span>
                    ),
                  }))}
                />
              ))}
            </div>
          </Card>
        );
      })}
    </div>
  );
}
