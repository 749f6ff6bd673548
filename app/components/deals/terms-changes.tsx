import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { DiffText } from "~/components/ui/diff-text";
import { Table } from "~/components/ui/table";
import type { TermChange } from "~/domain/deals/terms-diff-rules";
import {
  isRows,
  TERM_TABLE,
  type TermField,
  type TermRows,
} from "~/domain/deals/terms-fields-rules";
import type { TermLabels } from "~/domain/deals/terms-view";
import { useTermText } from "./use-term-text";

const ALL = TERM_TABLE.flatMap((section) => section.fields);

function fieldOf(change: TermChange): { field: TermField | null; rows: TermRows | null } {
  const path = change.kind === "FIELD" ? (change.row?.path ?? change.path) : change.path;
  const entry = ALL.find((one) => one.path === path);
  if (!entry) return { field: null, rows: null };
  if (!isRows(entry)) return { field: entry, rows: null };
  const column = entry.columns.find((one) => one.path === change.path);
  return { field: column ?? null, rows: entry };
}

/** What changed, field by field, with labels and values as people write them. */
export function TermsChanges({
  changes,
  labels,
}: {
  changes: readonly TermChange[];
  labels: TermLabels;
}) {
  const { t } = useTranslation("terms");
  const text = useTermText(labels);
  if (changes.length === 0) return <p className="text-muted">{t("page.noChanges")}</p>;
  const lines = changes.map((change, index) => {
    const { field, rows } = fieldOf(change);
    if (change.kind === "FIELD") {
      const row = change.row ? ` ${t("value.row", { number: change.row.index + 1 })} · ` : "";
      const label =
        change.row && rows
          ? `${text.label(rows.path)}${row}${text.label(rows.path, change.path)}`
          : text.label(change.path);
      const show = (value: unknown) => (field ? text.value(field, value, rows?.path) : "");
      const isText = field?.kind === "text" || field?.kind === "line";
      return {
        key: String(index),
        label,
        isText,
        before: show(change.before),
        after: show(change.after),
      };
    }
    const values = (rows?.columns ?? [])
      .map((column) => text.value(column, change.values[column.path], rows?.path))
      .filter((value) => value !== "")
      .join(" · ");
    const isNew = change.kind === "ROW_ADDED";
    return {
      key: String(index),
      label: `${text.label(change.path)} ${t("value.row", { number: change.index + 1 })}`,
      isText: false,
      before: isNew ? "" : values,
      after: isNew ? values : "",
    };
  });
  return (
    <Table
      caption={t("page.compareLead")}
      dense
      rows={lines}
      rowKey={(line) => line.key}
      columns={[
        { key: "what", header: t("page.what"), rowHeader: true, cell: (line) => line.label },
        {
          key: "before",
          header: t("page.before"),
          cell: (line) =>
            line.before === "" ? (
              <Badge tone="success">{t("page.added")}</Badge>
            ) : (
              <span className="break-words whitespace-pre-wrap text-muted line-through decoration-1">
                {line.before}
              </span>
            ),
        },
        {
          key: "after",
          header: t("page.after"),
          cell: (line) => {
            if (line.after === "") return <Badge tone="danger">{t("page.removed")}</Badge>;
            if (line.isText && line.before !== "") {
              return <DiffText before={line.before} after={line.after} />;
            }
            return (
              <span className="font-medium break-words whitespace-pre-wrap text-ink">
                {line.after}
              </span>
            );
          },
        },
      ]}
    />
  );
}
