import ExcelJS from "exceljs";
import type { FilingSummary, LedgerLine } from "./ledger-view";

/** Words of the workbook in the reader's language. */
export type FilingTexts = {
  sheets: { summary: string; turnover: string; income: string; related: string; all: string };
  columns: Record<
    | "sequence"
    | "kind"
    | "countsOn"
    | "broker"
    | "deal"
    | "contract"
    | "supply"
    | "demand"
    | "share"
    | "amount"
    | "reason",
    string
  >;
  total: string;
  kind: (line: LedgerLine) => string;
  reason: (line: LedgerLine) => string;
  /** Lines of the summary sheet: label and value. */
  summary: { label: string; value: string | number; note?: string }[];
};

type Column = { key: keyof FilingTexts["columns"]; width: number };

const COLUMNS: Column[] = [
  { key: "sequence", width: 8 },
  { key: "kind", width: 14 },
  { key: "countsOn", width: 12 },
  { key: "broker", width: 16 },
  { key: "deal", width: 10 },
  { key: "contract", width: 40 },
  { key: "supply", width: 28 },
  { key: "demand", width: 28 },
  { key: "share", width: 10 },
  { key: "amount", width: 18 },
];
const WITH_REASON: Column[] = [...COLUMNS, { key: "reason", width: 36 }];
const AMOUNT = "#,##0.00";

/** Fen as yuan for a cell; a double holds every amount below 90 trillion yuan exactly to the fen. */
export const yuanOf = (fen: string): number => Number(fen) / 100;

/**
 * The yearly filing pack: summary, promoted turnover, intermediary income, what was left out as a deal
 * between related units with the reason, and every entry of the year. Each sheet ends in its sum; the
 * sums are those of the ledger.
 */
export async function writeFilingWorkbook(
  lines: readonly LedgerLine[],
  filing: FilingSummary,
  texts: FilingTexts,
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  writeSummary(book.addWorksheet(texts.sheets.summary), texts);
  const kindOf = (line: LedgerLine) => (line.kind === "REVERSAL" ? line.reversedKind : line.kind);
  const unrelated = lines.filter((line) => !line.isRelated);
  const ofKind = (kind: "TURNOVER" | "FEE_PAID") =>
    unrelated.filter((line) => kindOf(line) === kind);
  const related = lines.filter((line) => line.isRelated && kindOf(line) !== "FEE_DUE");
  const { sheets } = texts;
  const { totals } = filing;
  const relatedTotal = BigInt(totals.relatedTurnoverFen) + BigInt(totals.relatedIncomeFen);
  writeLines(book, sheets.turnover, COLUMNS, ofKind("TURNOVER"), texts, totals.turnoverFen);
  writeLines(book, sheets.income, COLUMNS, ofKind("FEE_PAID"), texts, totals.incomeFen);
  writeLines(book, sheets.related, WITH_REASON, related, texts, relatedTotal.toString());
  writeLines(book, sheets.all, WITH_REASON, lines, texts, null);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function writeSummary(sheet: ExcelJS.Worksheet, texts: FilingTexts): void {
  sheet.columns = [{ width: 36 }, { width: 24 }, { width: 70 }];
  for (const { label, value, note } of texts.summary) {
    const row = sheet.addRow([label, value, note ?? ""]);
    row.getCell(1).font = { bold: true };
    if (typeof value === "number") row.getCell(2).numFmt = AMOUNT;
    row.getCell(3).alignment = { wrapText: true };
  }
}

function writeLines(
  book: ExcelJS.Workbook,
  name: string,
  columns: readonly Column[],
  lines: readonly LedgerLine[],
  texts: FilingTexts,
  totalFen: string | null,
): void {
  const sheet = book.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = columns.map(({ key, width }) => ({ key, width, header: texts.columns[key] }));
  sheet.getRow(1).font = { bold: true };
  for (const line of lines) {
    sheet.addRow({
      sequence: line.sequence,
      kind: texts.kind(line),
      countsOn: line.countsOn,
      broker: line.brokerName,
      deal: line.dealNumber,
      contract: line.contractTitle || line.dealTitle,
      supply: line.supplyName,
      demand: line.demandName,
      share: line.shareBp / 10_000,
      amount: yuanOf(line.amountFen),
      reason: texts.reason(line),
    });
  }
  sheet.getColumn("amount").numFmt = AMOUNT;
  sheet.getColumn("share").numFmt = "0.00%";
  if (totalFen === null) return;
  const letter = sheet.getColumn("amount").letter;
  const last = lines.length + 1;
  const row = sheet.addRow({ sequence: texts.total });
  row.font = { bold: true };
  // An empty sheet has no range to sum.
  row.getCell("amount").value =
    lines.length > 0
      ? { formula: `SUM(${letter}2:${letter}${last})`, result: yuanOf(totalFen) }
      : yuanOf(totalFen);
}
