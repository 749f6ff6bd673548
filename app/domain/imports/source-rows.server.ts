import { Readable } from "node:stream";
import { CsvError, parse as csvParser } from "csv-parse";
import { DomainError } from "~/domain/shared/domain-error";
import { encodingProbe, type TextEncoding } from "./detect-encoding";
import { IMPORT_LIMITS } from "./import-limits";
import type { SourceFormat } from "./source-format";
import { readWorkbookRows } from "./workbook-rows.server";
import { BadArchiveError } from "./zip-entries.server";

/** One row of a file. `number` counts data rows from 1. `fault` says why a row has no cells. */
export type SourceRow = {
  number: number;
  cells: Record<string, string>;
  fault: string | null;
};

/** A file that can be read more than once. */
export type Source = { format: SourceFormat; open(): Promise<Readable> };

/**
 * The rows of a catalogue file, as a stream: the file is never held in memory as a whole.
 * @throws DomainError "import_file_unreadable", "import_no_header", "import_too_many_columns"
 */
export async function* readSourceRows(source: Source): AsyncGenerator<SourceRow> {
  switch (source.format) {
    case "CSV":
      yield* readCsv(source);
      return;
    case "JSONL":
      yield* readJsonLines(source);
      return;
    case "XLSX":
      yield* readWorkbook(source);
  }
}

/** The headings of a file and its first rows, for the mapping page. */
export async function previewSource(
  source: Source,
  size: number,
): Promise<{ headings: string[]; rows: SourceRow[] }> {
  const rows: SourceRow[] = [];
  const headings = new Set<string>();
  for await (const row of readSourceRows(source)) {
    rows.push(row);
    for (const heading of Object.keys(row.cells)) headings.add(heading);
    // JSON Lines have no header: later objects may carry more keys.
    if (rows.length >= (source.format === "JSONL" ? Math.max(size, 50) : size)) break;
  }
  if (headings.size === 0) throw new DomainError("import_no_header", { field: "file" });
  return { headings: [...headings], rows: rows.slice(0, size) };
}

async function findEncoding(source: Source): Promise<TextEncoding> {
  const probe = encodingProbe();
  const stream = await source.open();
  for await (const chunk of stream) {
    if (!probe.feed(chunk as Uint8Array)) break;
  }
  stream.destroy();
  return probe.end();
}

/** The file as text. Bytes that the encoding does not know become U+FFFD. */
async function* decoded(source: Source): AsyncGenerator<string> {
  const decoder = new TextDecoder(await findEncoding(source));
  for await (const chunk of await source.open()) {
    yield decoder.decode(chunk as Uint8Array, { stream: true });
  }
  yield decoder.decode();
}

/** Headings made usable: none empty, each once. */
function namedHeadings(raw: readonly string[]): string[] {
  if (raw.length > IMPORT_LIMITS.columns) {
    throw new DomainError("import_too_many_columns", { params: { max: IMPORT_LIMITS.columns } });
  }
  const seen = new Map<string, number>();
  return raw.map((heading, index) => {
    const name = heading.replace(/\s+/g, " ").trim() || `#${index + 1}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

function toRow(number: number, headings: readonly string[], values: readonly string[]): SourceRow {
  const cells: Record<string, string> = {};
  headings.forEach((heading, index) => {
    cells[heading] = values[index] ?? "";
  });
  const isTooLong = values.some((value) => value.length > IMPORT_LIMITS.cell);
  return { number, cells, fault: isTooLong ? "import_cell_too_long" : null };
}

/** The separator that occurs most often in the first line. */
async function findDelimiter(source: Source): Promise<string> {
  let head = "";
  for await (const chunk of decoded(source)) {
    head += chunk;
    if (head.includes("\n") || head.length > IMPORT_LIMITS.cell) break;
  }
  const line = head.split("\n", 1)[0]?.replace(/"[^"]*"/g, "") ?? "";
  const counts = [",", "\t", ";"].map((mark) => ({ mark, count: line.split(mark).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).mark;
}

async function* readCsv(source: Source): AsyncGenerator<SourceRow> {
  const delimiter = await findDelimiter(source);
  const parser = Readable.from(decoded(source)).pipe(
    csvParser({
      bom: true,
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: IMPORT_LIMITS.cell * 20,
    }),
  );
  let headings: string[] | null = null;
  let number = 0;
  try {
    for await (const record of parser) {
      const values = record as string[];
      if (!headings) {
        headings = namedHeadings(values);
        continue;
      }
      if (values.every((value) => value.trim() === "")) continue;
      number += 1;
      yield toRow(number, headings, values);
    }
  } catch (error) {
    if (error instanceof CsvError) {
      throw new DomainError("import_file_unreadable", { params: { row: number + 1 } });
    }
    throw error;
  } finally {
    parser.destroy();
  }
}

async function* readJsonLines(source: Source): AsyncGenerator<SourceRow> {
  let number = 0;
  let rest = "";
  for await (const chunk of decoded(source)) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    if (rest.length > IMPORT_LIMITS.cell * 20) {
      throw new DomainError("import_file_unreadable", { params: { row: number + 1 } });
    }
    for (const line of lines) {
      if (line.trim() === "") continue;
      number += 1;
      yield parseLine(number, line);
    }
  }
  if (rest.trim() !== "") yield parseLine(number + 1, rest);
}

function parseLine(number: number, line: string): SourceRow {
  let value: unknown;
  try {
    value = JSON.parse(line.replace(/^\uFEFF/, ""));
  } catch {
    return { number, cells: {}, fault: "import_row_not_json" };
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { number, cells: {}, fault: "import_row_not_object" };
  }
  const entries = Object.entries(value).slice(0, IMPORT_LIMITS.columns);
  return toRow(
    number,
    entries.map(([key]) => key),
    entries.map(([, member]) => cellText(member)),
  );
}

async function* readWorkbook(source: Source): AsyncGenerator<SourceRow> {
  const stream = await source.open();
  let headings: string[] | null = null;
  let number = 0;
  try {
    for await (const values of readWorkbookRows(stream)) {
      if (values.every((value) => value.trim() === "")) continue;
      if (!headings) {
        headings = namedHeadings(values);
        continue;
      }
      number += 1;
      yield toRow(number, headings, values);
    }
  } catch (error) {
    if (!(error instanceof BadArchiveError || error instanceof RangeError)) throw error;
    throw new DomainError("import_file_unreadable", { params: { row: number + 1 } });
  } finally {
    stream.destroy();
  }
}

/** A value of a JSON object as text: lists joined, objects as they stand. */
/** Lists in lists beyond this are nothing that a catalogue holds, and would exhaust the stack. */
const MAX_DEPTH = 8;

function isTooDeep(value: unknown, depth = 0): boolean {
  if (typeof value !== "object" || value === null) return false;
  return depth === MAX_DEPTH || Object.values(value).some((one) => isTooDeep(one, depth + 1));
}

function cellText(value: unknown): string {
  if (value === null || value === undefined || isTooDeep(value)) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return value.map(cellText).filter(Boolean).join("; ");
  return JSON.stringify(value);
}
