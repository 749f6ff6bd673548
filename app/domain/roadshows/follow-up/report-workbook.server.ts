import ExcelJS from "exceljs";
import { defuseCell } from "~/domain/imports/cell-rules";
import { basisLine, type ReportEvent, type ReportWords, scopeLine } from "./report-paper-rules";
import {
  type FigureRow,
  type FigureUnit,
  FOLLOW_UP_COLUMNS,
  reportSections,
} from "./report-table-rules";
import type { KeptFigures } from "./report-view";

const FORMATS: Record<FigureUnit, string> = {
  COUNT: "#,##0",
  SHARE: "0.0%",
  // Exact to the fen: sums of money here stay far below 2^53 fen.
  MONEY: "#,##0.00",
  STARS: "0.00",
};

function cellValue({ unit, value }: FigureRow): number | null {
  if (value === null || value === undefined) return null;
  if (unit === "SHARE") return Number(value) / 10_000;
  return unit === "COUNT" ? Number(value) : Number(value) / 100;
}

/** A report as a workbook: figures, fields and rounds of follow-up, numbers as numbers. */
export async function makeReportWorkbook(
  figures: KeptFigures,
  words: ReportWords,
  events: readonly ReportEvent[] = [],
): Promise<Uint8Array> {
  const { t } = words;
  const workbook = new ExcelJS.Workbook();
  workbook.created = new Date(figures.asOf);
  workbook.modified = workbook.created;
  const sheet = workbook.addWorksheet(t("report.sheets.figures"), {
    views: [{ state: "frozen", ySplit: 4 }],
  });
  sheet.columns = [{ width: 24 }, { width: 34 }, { width: 20 }];
  sheet.addRow([defuseCell(figures.scope.title)]).font = { bold: true, size: 14 };
  sheet.addRow([defuseCell(scopeLine(figures, words))]);
  sheet.addRow([basisLine(figures, words)]);
  sheet.addRow([t("report.section"), t("report.figure"), t("report.valueYuan")]).font = {
    bold: true,
  };
  for (const { key, rows } of reportSections(figures)) {
    for (const row of rows) {
      const added = sheet.addRow([
        t(`report.sections.${key as "people"}`),
        t(`report.rows.${row.key}` as "report.rows.people.firms"),
        cellValue(row) ?? t(row.value === null ? "report.nothing" : "report.notCounted"),
      ]);
      added.getCell(3).numFmt = FORMATS[row.unit];
    }
  }
  const fields = workbook.addWorksheet(t("report.sheets.fields"));
  fields.columns = [{ width: 30 }, { width: 14 }, { width: 14 }];
  fields.addRow([
    t("report.field"),
    t("report.rows.pitches.supply"),
    t("report.rows.pitches.demand"),
  ]).font = { bold: true };
  for (const { code, supply, demand } of figures.pitches?.fields ?? []) {
    const name = code === "" ? t("report.noField") : words.fieldName(code);
    fields.addRow([defuseCell(name), supply, demand]);
  }
  const rounds = workbook.addWorksheet(t("report.sheets.followUps"));
  const columns = [...FOLLOW_UP_COLUMNS, "statedFen" as const];
  rounds.columns = columns.map(() => ({ width: 14 }));
  rounds.addRow(columns.map((name) => t(`report.rows.followUps.${name}`))).font = { bold: true };
  for (const one of figures.followUps ?? []) {
    const added = rounds.addRow([
      ...FOLLOW_UP_COLUMNS.map((name) => one[name]),
      Number(one.statedFen) / 100,
    ]);
    added.getCell(columns.length).numFmt = FORMATS.MONEY;
  }
  if (events.length > 0) {
    const held = workbook.addWorksheet(t("report.sheets.events"));
    held.columns = [{ width: 50 }, { width: 14 }];
    held.addRow([t("report.event"), t("report.day")]).font = { bold: true };
    for (const { title, startsOn } of events) held.addRow([defuseCell(title), startsOn]);
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
