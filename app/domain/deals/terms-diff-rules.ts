import type { TermSheetContent } from "./term-sheet-schema";
import {
  isRows,
  TERM_TABLE,
  type TermField,
  type TermRows,
  type TermSectionId,
} from "./terms-fields-rules";
import { rowsAt, valueAt } from "./terms-form-rules";

export type FieldChange = {
  kind: "FIELD";
  section: TermSectionId;
  path: string;
  /** Rows and number of the row for a column; null for a field of its own. */
  row: { path: string; index: number } | null;
  before: unknown;
  after: unknown;
};

/** A row that came or went; its values stand in one piece. */
export type RowChange = {
  kind: "ROW_ADDED" | "ROW_REMOVED";
  section: TermSectionId;
  path: string;
  index: number;
  values: Record<string, unknown>;
};

export type TermChange = FieldChange | RowChange;

const empty = (value: unknown) => (value === undefined || value === "" ? null : value);
const isSame = (a: unknown, b: unknown) => empty(a) === empty(b);

/**
 * What changed from one version to the next, field by field in the order of the form. Rows are the
 * same when their first text (kind or title) is; the rest are taken in pairs, and what is left over
 * came or went.
 */
export function diffTerms(before: TermSheetContent, after: TermSheetContent): TermChange[] {
  return TERM_TABLE.flatMap((section) =>
    section.fields.flatMap((entry): TermChange[] =>
      isRows(entry)
        ? diffRows(section.id, entry, before, after)
        : diffField(section.id, entry, before, after),
    ),
  );
}

function diffField(
  section: TermSectionId,
  field: TermField,
  before: TermSheetContent,
  after: TermSheetContent,
): TermChange[] {
  const [a, b] = [valueAt(before, field.path), valueAt(after, field.path)];
  // A part that is not there at all has no ticks either: "no" beside nothing is no change.
  if (field.kind === "yes" && (a ?? false) === (b ?? false)) return [];
  if (isSame(a, b)) return [];
  return [
    { kind: "FIELD", section, path: field.path, row: null, before: empty(a), after: empty(b) },
  ];
}

function diffRows(
  section: TermSectionId,
  table: TermRows,
  before: TermSheetContent,
  after: TermSheetContent,
): TermChange[] {
  const old = rowsAt(before, table.path);
  const now = rowsAt(after, table.path);
  const key = table.columns.some((column) => column.path === "title") ? "title" : "kind";
  const freeOld = new Set(old.keys());
  const pairs = new Map<number, number>();
  const pair = (accepts: (a: number, b: number) => boolean) => {
    for (const b of now.keys()) {
      if (pairs.has(b)) continue;
      const a = [...freeOld].find((index) => accepts(index, b));
      if (a === undefined) continue;
      pairs.set(b, a);
      freeOld.delete(a);
    }
  };
  pair((a, b) => isSame(old[a]?.[key], now[b]?.[key]) && a === b);
  pair((a, b) => isSame(old[a]?.[key], now[b]?.[key]));
  pair(() => true);

  const changes: TermChange[] = [];
  for (const [b, row] of now.entries()) {
    const a = pairs.get(b);
    const former = a === undefined ? undefined : old[a];
    if (!former) {
      changes.push({ kind: "ROW_ADDED", section, path: table.path, index: b, values: row });
      continue;
    }
    for (const column of table.columns) {
      const [was, is] = [former[column.path], row[column.path]];
      if (isSame(was, is)) continue;
      changes.push({
        kind: "FIELD",
        section,
        path: column.path,
        row: { path: table.path, index: b },
        before: empty(was),
        after: empty(is),
      });
    }
  }
  for (const a of freeOld) {
    const values = old[a] ?? {};
    changes.push({ kind: "ROW_REMOVED", section, path: table.path, index: a, values });
  }
  return changes;
}
