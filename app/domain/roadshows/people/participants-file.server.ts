import { stringify } from "csv-stringify/sync";
import ExcelJS from "exceljs";
import { defuseCell } from "~/domain/imports/cell-rules";
import type { ListedParticipant } from "./participant-list-view";

export const FILE_TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;
export type FileFormat = keyof typeof FILE_TYPES;

/** Words of the columns in the reader's language. */
export type FileTexts = {
  sheet: string;
  headings: readonly string[];
  role: (role: string) => string;
  state: (state: ListedParticipant["state"]) => string;
  presence: (row: ListedParticipant) => string;
  at: (iso: string) => string;
};

/**
 * Participants as a file, with what a list for the event needs and no more: no phone, no mail, no codes, no
 * interests.
 */
export async function participantsFile(
  rows: readonly ListedParticipant[],
  format: FileFormat,
  texts: FileTexts,
): Promise<Uint8Array> {
  const cells = rows.map((row): (string | number)[] => [
    row.number,
    row.name,
    row.organisationName,
    row.title,
    row.roles.map(texts.role).join("、"),
    texts.state(row.state),
    row.meetings,
    texts.presence(row),
    row.checkedInAt ? texts.at(row.checkedInAt) : "",
  ]);
  const safe = cells.map((row) =>
    row.map((value) => (typeof value === "string" ? defuseCell(value) : value)),
  );
  if (format === "csv") {
    // The mark tells spreadsheets that it is UTF-8.
    const text = stringify([[...texts.headings], ...safe], {
      bom: true,
      record_delimiter: "windows",
    });
    return new TextEncoder().encode(text);
  }
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(texts.sheet);
  sheet.columns = [8, 16, 30, 18, 20, 12, 10, 16, 18].map((width) => ({ width }));
  sheet.addRow([...texts.headings]).font = { bold: true };
  for (const row of safe) sheet.addRow(row);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
