import { errorCode } from "~/domain/shared/error-code";
import { parseYuan, toYuanText } from "~/domain/shared/money";
import { type TermSheetContent, termSheetSchema } from "./term-sheet-schema";
import {
  isRows,
  shapeOf,
  TERM_TABLE,
  type TermField,
  type TermRows,
  visibleTable,
} from "./terms-fields-rules";

/**
 * A term sheet as it is being written: what stands in the fields, right or wrong. Paths as in
 * TermSheetContent; money in yuan, shares in percent.
 */
export type TermsForm = {
  values: Record<string, string>;
  rows: Record<string, Record<string, string>[]>;
};

/** Error codes by name of the field, such as "price.instalments[0].amountFen". */
export type TermErrors = Record<string, string[]>;

const ALL = TERM_TABLE.flatMap((section) => section.fields);
const FIELDS = ALL.filter((entry): entry is TermField => !isRows(entry));
const ROWS = ALL.filter(isRows);
/** Kept beside the fields: how the category was found. */
export const CATEGORY_ANSWERS = "categoryAnswers";
/** Name of the hidden inputs that say which ticks and tables a page has shown. */
export const SHOWN = "shown";

export function emptyForm(): TermsForm {
  return {
    values: { "price.includesTax": "on", "price.royalty.everyMonths": "12" },
    rows: {},
  };
}

export function columnName(rows: string, index: number, column: string): string {
  return `${rows}[${index}].${column}`;
}

const isBlank = (row: Record<string, string>) => Object.values(row).every((cell) => cell === "");

/**
 * What a posted page holds, over what was there before: fields that the page did not show keep their
 * text. Rows left blank are dropped.
 */
export function readTermsForm(posted: FormData, before: TermsForm): TermsForm {
  const typed = (name: string) => {
    const value = posted.get(name);
    return typeof value === "string" ? value.replace(/\r\n?/g, "\n").trim() : undefined;
  };
  const shown = new Set(posted.getAll(SHOWN));
  const values: Record<string, string> = { ...before.values };
  for (const path of [...FIELDS.map((field) => field.path), CATEGORY_ANSWERS]) {
    const value = typed(path);
    if (value !== undefined) values[path] = value;
    else if (shown.has(path)) values[path] = "";
  }
  const rows: TermsForm["rows"] = { ...before.rows };
  for (const table of ROWS) {
    if (!shown.has(table.path)) continue;
    const read = Array.from({ length: table.max }, (_, index) =>
      Object.fromEntries(
        table.columns.map((column) => [
          column.path,
          typed(columnName(table.path, index, column.path)) ?? "",
        ]),
      ),
    );
    rows[table.path] = read.filter((row) => !isBlank(row));
  }
  return { values, rows };
}

/** One more blank row of a table; the form is unchanged when the table is full or unknown. */
export function addRow(form: TermsForm, path: string): TermsForm {
  const table = ROWS.find((one) => one.path === path);
  const rows = form.rows[path] ?? [];
  if (!table || rows.length >= table.max) return form;
  const blank = Object.fromEntries(table.columns.map((column) => [column.path, ""]));
  return { ...form, rows: { ...form.rows, [path]: [...rows, blank] } };
}

/** The form without one row; instalments that followed a removed milestone follow none. */
export function removeRow(form: TermsForm, path: string, index: number): TermsForm {
  const rows = { ...form.rows, [path]: (form.rows[path] ?? []).filter((_, at) => at !== index) };
  if (path === "milestones") {
    rows["price.instalments"] = (rows["price.instalments"] ?? []).map((row) => {
      const follows = row.milestone ?? "";
      if (follows === "" || Number(follows) < index) return row;
      return {
        ...row,
        milestone: Number(follows) === index ? "" : String(Number(follows) - 1),
      };
    });
  }
  return { ...form, rows };
}

function textOf(field: TermField, value: unknown): string {
  if (value === null || value === undefined) return "";
  if (field.kind === "money") return toYuanText(BigInt(String(value)));
  if (field.kind === "percent") return String(Number(value) / 100);
  if (field.kind === "yes") return value === true ? "on" : "";
  return String(value);
}

/** The value at a path of a content; undefined where a part such as the licence is missing. */
export function valueAt(content: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((value, key) => {
    if (typeof value !== "object" || value === null) return undefined;
    return Object.entries(value).find(([name]) => name === key)?.[1];
  }, content);
}

/** The rows at a path of a content. */
export function rowsAt(content: unknown, path: string): Record<string, unknown>[] {
  const value = valueAt(content, path);
  return Array.isArray(value) ? (value as Record<string, unknown>[]) : [];
}

/** A content as its form shows it. */
export function formOf(content: TermSheetContent): TermsForm {
  const form = emptyForm();
  for (const field of FIELDS) {
    const value = valueAt(content, field.path);
    if (value !== undefined) form.values[field.path] = textOf(field, value);
  }
  form.values[CATEGORY_ANSWERS] = content.categoryAnswers;
  for (const table of ROWS) {
    form.rows[table.path] = rowsAt(content, table.path).map((row) =>
      Object.fromEntries(
        table.columns.map((column) => [column.path, textOf(column, row[column.path])]),
      ),
    );
  }
  return form;
}

type Parsed = { value: unknown } | { code: string };

/** Reads one field; an empty one is left to its default. */
function parseField(field: TermField, typed: string): Parsed | null {
  if (field.kind === "yes") return { value: typed === "on" };
  if (typed === "") return null;
  const plain = typed.normalize("NFKC").replace(/\s/g, "");
  switch (field.kind) {
    case "money": {
      const fen = parseYuan(typed);
      return fen === null ? { code: "not_an_amount" } : { value: fen.toString() };
    }
    case "percent": {
      const percent = plain.replace(/%$/, "");
      const bp = /^\d{1,3}(\.\d{1,2})?$/.test(percent) ? Math.round(Number(percent) * 100) : 0;
      if (bp >= 1 && bp <= 10_000) return { value: bp };
      return { code: errorCode("out_of_range", { min: "0.01", max: 100 }) };
    }
    case "count":
    case "milestone":
      return /^\d{1,4}$/.test(plain) ? { value: Number(plain) } : { code: "not_a_number" };
    case "date":
      return { value: plain };
    default:
      return { value: typed };
  }
}

function put(target: Record<string, unknown>, path: string, value: unknown): void {
  const keys = path.split(".");
  const last = keys.pop() ?? path;
  let at = target;
  for (const key of keys) {
    const next = (at[key] ?? {}) as Record<string, unknown>;
    at[key] = next;
    at = next;
  }
  at[last] = value;
}

/** Parts that the schema wants as objects even when nothing is written in them. */
const GROUPS = [
  ...(["object", "price", "term", "acceptance", "results"] as const),
  ...(["improvements", "confidentiality", "dispute"] as const),
];

/**
 * The form as a content, or what is wrong with it field by field. What the category and the kind of
 * price do not have is left out, whatever was typed there.
 */
export function contentOf(
  form: TermsForm,
): { content: TermSheetContent; errors: null } | { content: null; errors: TermErrors } {
  const shape = shapeOf(form.values.categoryCode ?? null, form.values["price.kind"] ?? null);
  const raw: Record<string, unknown> = {};
  for (const group of GROUPS) raw[group] = {};
  raw.categoryAnswers = form.values[CATEGORY_ANSWERS] ?? "";
  if (shape.family === "LICENCE") raw.licence = {};
  const errors: TermErrors = {};
  const take = (field: TermField, name: string, typed: string, keep: (value: unknown) => void) => {
    const parsed = parseField(field, typed);
    if (parsed && "code" in parsed) errors[name] = [parsed.code];
    else if (parsed) keep(parsed.value);
  };
  const hasBroker = Object.entries(form.values).some(
    ([path, value]) => path.startsWith("broker.") && value !== "",
  );
  for (const section of visibleTable(shape)) {
    if (section.id === "broker" && !hasBroker) continue;
    for (const entry of section.fields) {
      if (!isRows(entry)) {
        const typed = form.values[entry.path] ?? "";
        take(entry, entry.path, typed, (value) => put(raw, entry.path, value));
        continue;
      }
      const rows = (form.rows[entry.path] ?? []).map((row, index) =>
        readRow(entry, row, index, take),
      );
      put(raw, entry.path, rows);
    }
  }
  const parsed = termSheetSchema.safeParse(raw);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const name = issue.path.reduce<string>(
        (path, key) =>
          typeof key === "number"
            ? `${path}[${key}]`
            : path
              ? `${path}.${String(key)}`
              : String(key),
        "",
      );
      errors[name] ??= [issue.message];
    }
  }
  if (parsed.success && Object.keys(errors).length === 0) {
    return { content: parsed.data, errors: null };
  }
  return { content: null, errors };
}

function readRow(
  table: TermRows,
  row: Record<string, string>,
  index: number,
  take: (field: TermField, name: string, typed: string, keep: (value: unknown) => void) => void,
): Record<string, unknown> {
  const read: Record<string, unknown> = {};
  for (const column of table.columns) {
    take(column, columnName(table.path, index, column.path), row[column.path] ?? "", (value) => {
      read[column.path] = value;
    });
  }
  return read;
}
