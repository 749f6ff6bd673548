import ExcelJS from "exceljs";
import { unzipSync, zipSync } from "fflate";
import { defuseCell } from "~/domain/imports/cell-rules";
import type { FormSection } from "./export-form-rules";
import type { PaperTexts } from "./paper-texts";

/** Earliest date that a ZIP entry can carry; the same in every time zone. */
export const ZIP_EPOCH = new Date(1980, 0, 1);

/** The same content gives the same bytes: the library writes the present time into its archive. */
function withoutTimes(workbook: Uint8Array): Uint8Array {
  return zipSync(unzipSync(workbook), { mtime: ZIP_EPOCH, level: 6 });
}

/**
 * The registration form as a workbook: our field, the national one, label, value, code and source.
 * @param asOf date of the content, in the file's properties
 */
export async function makeFormWorkbook(
  sections: readonly FormSection[],
  asOf: Date,
  { t }: PaperTexts,
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.created = asOf;
  workbook.modified = asOf;
  const sheet = workbook.addWorksheet(t("exports.formSheet"), {
    views: [{ state: "frozen", ySplit: 1 }],
    pageSetup: { orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.columns = [
    { header: t("exports.section"), key: "section", width: 14 },
    { header: t("exports.fieldId"), key: "id", width: 26 },
    { header: t("exports.national"), key: "national", width: 22 },
    { header: t("exports.label"), key: "label", width: 30 },
    { header: t("exports.value"), key: "value", width: 46 },
    { header: t("exports.code"), key: "code", width: 22 },
    { header: t("exports.source"), key: "source", width: 26 },
  ];
  sheet.getRow(1).font = { bold: true };
  for (const { title, rows } of sections) {
    for (const { isEdited, ...row } of rows) {
      const source = isEdited ? t("exports.edited") : row.source;
      const cells = { ...row, source, section: title };
      const safe = Object.entries(cells).map(([key, text]) => [key, defuseCell(text)]);
      sheet.addRow(Object.fromEntries(safe)).alignment = { wrapText: true, vertical: "top" };
    }
  }
  return withoutTimes(new Uint8Array(await workbook.xlsx.writeBuffer()));
}
