import { parse } from "csv-parse/sync";
import { parseYuan } from "~/domain/shared/money";

export type BankListLine = {
  bankReference: string;
  bookedOn: string;
  amountFen: bigint;
  counterparty: string;
  text: string;
};

/** The first row that cannot be read, counted as a person counts, and its column. */
export type BankListFault = { row: number; column: string };

const COLUMNS: Record<string, string> = {
  bank_reference: "bankReference",
  流水号: "bankReference",
  date: "bookedOn",
  日期: "bookedOn",
  amount: "amount",
  金额: "amount",
  text: "text",
  摘要: "text",
  counterparty: "counterparty",
  对方户名: "counterparty",
};
const NEEDED = ["bankReference", "bookedOn", "amount", "text"] as const;
const DATE = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})$/;
export const MAX_BANK_LINES = 5000;

/**
 * The bank's list as a CSV, with Chinese or English headings.
 * @returns null when it is no such list at all
 */
export function readBankList(
  csv: string,
): { lines: BankListLine[] } | { fault: BankListFault } | null {
  let rows: Record<string, string>[];
  try {
    rows = parse(csv, {
      bom: true,
      columns: (names: string[]) => names.map((name) => COLUMNS[name.trim().toLowerCase()] ?? name),
      skip_empty_lines: true,
      trim: true,
      relax_column_count: true,
    });
  } catch {
    return null;
  }
  const [first] = rows;
  if (!first || rows.length > MAX_BANK_LINES || NEEDED.some((name) => !(name in first)))
    return null;
  const lines: BankListLine[] = [];
  const seen = new Set<string>();
  for (const [index, row] of rows.entries()) {
    const fault = (column: string) => ({ fault: { row: index + 2, column } });
    const bankReference = (row.bankReference ?? "")
      .normalize("NFKC")
      .replace(/\s+/g, "")
      .toUpperCase();
    if (bankReference === "" || bankReference.length > 60 || seen.has(bankReference)) {
      return fault("bank_reference");
    }
    seen.add(bankReference);
    const bookedOn = readDate(row.bookedOn ?? "");
    if (!bookedOn) return fault("date");
    const amountFen = readAmount(row.amount ?? "");
    if (amountFen === null) return fault("amount");
    const counterparty = (row.counterparty ?? "").slice(0, 200);
    lines.push({
      bankReference,
      bookedOn,
      amountFen,
      counterparty,
      text: (row.text ?? "").slice(0, 500),
    });
  }
  return { lines };
}

function readDate(text: string): string | null {
  const match = DATE.exec(text.trim());
  if (!match) return null;
  const date = `${match[1]}-${match[2]}-${match[3]}`;
  const instant = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date) ? date : null;
}

/** Signed yuan; zero is no line. */
function readAmount(text: string): bigint | null {
  const clean = text.normalize("NFKC").trim();
  const isOut = /^[-−]/.test(clean);
  const fen = parseYuan(clean.replace(/^[-−+]/, ""));
  if (fen === null || fen === 0n) return null;
  return isOut ? -fen : fen;
}
