const CASE = /^A-(\d{6,10})$/;

/** Number of a case before it is registered, as papers and pages show it: A-000012. */
export function caseNumber(number: number): string {
  return `A-${String(number).padStart(6, "0")}`;
}

/** The case that a text names; null when it names none. */
export function readCaseNumber(text: string): number | null {
  const digits = CASE.exec(text.trim().toUpperCase())?.[1];
  const number = digits ? Number(digits) : 0;
  return number > 0 && number <= 2_147_483_647 ? number : null;
}
