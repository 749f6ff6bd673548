const SYMBOLS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** ISO 7064 hybrid system MOD 37,36 over the letters and digits of a text; other marks are skipped. */
function checkSymbol(text: string): string {
  let sum = 36;
  for (const symbol of text) {
    const value = SYMBOLS.indexOf(symbol);
    if (value < 0) continue;
    sum = (sum + value) % 36 || 36;
    sum = (sum * 2) % 37;
  }
  return SYMBOLS[(37 - sum) % 36] ?? "0";
}

/**
 * The market's own number of a registration: office, year, serial of the office in the year and a
 * check symbol, such as 370100-01-2026-000001-K. It stands beside the office's official number.
 */
export function formatRegistrationNo(parts: {
  officeCode: string;
  year: number;
  serial: number;
}): string {
  const serial = String(parts.serial).padStart(6, "0");
  const text = `${parts.officeCode.toUpperCase()}-${parts.year}-${serial}`;
  return `${text}-${checkSymbol(text)}`;
}

/** Whether a typed number has the form and the check symbol of one of ours. */
export function isRegistrationNo(text: string): boolean {
  const match = /^([0-9A-Z-]+-\d{4}-\d{6,})-([0-9A-Z])$/.exec(text);
  return match !== null && checkSymbol(match[1] ?? "") === match[2];
}

/** Official numbers are opaque: their schemes differ by place and time (domain 1.6). */
export const OFFICIAL_NUMBER = /^[0-9A-Z]{12,24}$/;
