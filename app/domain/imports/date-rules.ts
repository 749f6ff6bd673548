/**
 * The last calendar date (YYYY-MM-DD) in a text: "2027-03-31", "2027/3/31", "2027年3月31日",
 * "2026-01-13 10:49:39至2027-01-13 10:49:41", a spreadsheet's ISO instant.
 * @returns null if there is none, or the date does not exist
 */
export function readLastDate(text: string): string | null {
  const clean = text.normalize("NFKC");
  let last: string | null = null;
  for (const [, y, m, d] of clean.matchAll(
    /(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?=$|\D|\d\d?:)/g,
  )) {
    // Some exports glue the time to the day ("2020-01-1310:49:39"): the day then has two digits.
    const date = toDate(Number(y), Number(m), Number(d));
    if (date) last = date;
  }
  return last;
}

function toDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal && year >= 1990 && year <= 2100 ? date.toISOString().slice(0, 10) : null;
}
