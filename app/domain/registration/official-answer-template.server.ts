import ExcelJS from "exceljs";
import { ANSWER_COLUMNS, type AnswerColumn, MAX_ANSWERS } from "./official-answer-schema";

/** An empty workbook for answers: headings, and the decisions as a list to choose from. */
export async function makeAnswerTemplate(words: {
  sheet: string;
  headings: Record<AnswerColumn, string>;
  decisions: readonly string[];
}): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(words.sheet, { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = ANSWER_COLUMNS.map((key) => ({ key, header: words.headings[key], width: 22 }));
  sheet.getRow(1).font = { bold: true };
  for (let row = 2; row <= MAX_ANSWERS + 1; row += 1) {
    sheet.getCell(row, ANSWER_COLUMNS.indexOf("decision") + 1).dataValidation = {
      type: "list",
      allowBlank: true,
      formulae: [`"${words.decisions.join(",")}"`],
    };
    // As text, so that a long number keeps all its digits.
    for (const key of ["reference", "officialNo", "onDate"] as const) {
      sheet.getCell(row, ANSWER_COLUMNS.indexOf(key) + 1).numFmt = "@";
    }
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
