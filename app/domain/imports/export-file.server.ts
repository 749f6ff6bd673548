import { PassThrough, Readable } from "node:stream";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import { stringify } from "csv-stringify";
import ExcelJS from "exceljs";
import { defuseCell } from "./cell-rules";
import type { ExportRow } from "./export-listings.server";

export const EXPORT_FORMATS = ["csv", "xlsx", "jsonl"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const EXPORT_TYPES: Record<ExportFormat, string> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  jsonl: "application/x-ndjson; charset=utf-8",
};

/** A column: the row's member and its heading in the reader's language. */
export type ExportColumn = { key: keyof ExportRow; heading: string };

/** Rows as the bytes of a file, made while they are read: memory does not grow with the rows. */
export function exportFile(
  rows: AsyncGenerator<ExportRow>,
  columns: readonly ExportColumn[],
  format: ExportFormat,
): ReadableStream<Uint8Array> {
  const source = { csv: csvOf, xlsx: workbookOf, jsonl: linesOf }[format](rows, columns);
  return Readable.toWeb(source) as NodeReadableStream<Uint8Array> as ReadableStream<Uint8Array>;
}

function csvOf(rows: AsyncGenerator<ExportRow>, columns: readonly ExportColumn[]): Readable {
  const lines = async function* () {
    for await (const row of rows) yield columns.map(({ key }) => defuseCell(row[key] ?? ""));
  };
  // The mark tells spreadsheets that it is UTF-8.
  const writer = stringify({
    bom: true,
    header: true,
    columns: columns.map(({ heading }) => defuseCell(heading)),
    record_delimiter: "windows",
  });
  const source = Readable.from(lines());
  source.on("error", (error) => writer.destroy(error));
  return source.pipe(writer);
}

function linesOf(rows: AsyncGenerator<ExportRow>, columns: readonly ExportColumn[]): Readable {
  const lines = async function* () {
    for await (const row of rows) {
      const members = columns.map(({ key }) => [key, row[key] ?? ""] as const);
      yield Buffer.from(`${JSON.stringify(Object.fromEntries(members))}\n`);
    }
  };
  return Readable.from(lines(), { objectMode: false });
}

function workbookOf(rows: AsyncGenerator<ExportRow>, columns: readonly ExportColumn[]): Readable {
  const out = new PassThrough();
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useSharedStrings: false });
  const sheet = workbook.addWorksheet("listings");
  sheet.addRow(columns.map(({ heading }) => heading)).commit();
  const write = async () => {
    for await (const row of rows) {
      // A cell of type text is never a formula in a workbook; other programs may convert it to CSV.
      sheet.addRow(columns.map(({ key }) => defuseCell(row[key] ?? ""))).commit();
      if (out.writableNeedDrain) await new Promise((resolve) => out.once("drain", resolve));
    }
    sheet.commit();
    await workbook.commit();
  };
  write().catch((error: unknown) =>
    out.destroy(error instanceof Error ? error : new Error("export")),
  );
  return out;
}
