const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = "10X98765432";

export const DOCUMENT_KINDS = [
  "RESIDENT_ID",
  "RESIDENCE_PERMIT",
  "PASSPORT",
  "FOREIGN_ID",
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Why a document number cannot be right, as an error code; null when nothing speaks against it. */
export type DocumentFault = "id_form_wrong" | "id_check_digit" | "id_birth_date";

/** A document number as typed in its stored form. */
export function normaliseDocumentNumber(text: string): string {
  return text.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase();
}

/**
 * GB 11643-1999: 17 digits and a check symbol (Σ digit·weight mod 11 → `10X98765432`), a real birth
 * date that is not after `today` (YYYY-MM-DD). The region prefix may be historical and is not looked
 * up. Residence permits of Hong Kong, Macao and Taiwan residents follow the same rule with the
 * prefixes 81, 82 and 83.
 */
export function findResidentIdFault(number: string, today: string): DocumentFault | null {
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) return "id_form_wrong";
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  if (CHECKS[sum % 11] !== number[17]) return "id_check_digit";
  const birth = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  const parsed = new Date(`${birth}T00:00:00Z`);
  const isReal = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(birth);
  return isReal && birth >= "1850-01-01" && birth <= today ? null : "id_birth_date";
}

/** The fault of a number of one of the documents that the market accepts. */
export function findDocumentFault(
  kind: DocumentKind,
  number: string,
  today: string,
): DocumentFault | null {
  switch (kind) {
    case "RESIDENT_ID":
      return findResidentIdFault(number, today);
    case "RESIDENCE_PERMIT":
      return /^8[123]/.test(number) ? findResidentIdFault(number, today) : "id_form_wrong";
    case "PASSPORT":
      return /^[A-Z0-9]{6,12}$/.test(number) ? null : "id_form_wrong";
    case "FOREIGN_ID":
      // 15 symbols until 2023, 18 digits beginning with 9 since; only the newer form has our check.
      if (/^[A-Z]{3}\d{12}$/.test(number)) return null;
      return number.startsWith("9") ? findResidentIdFault(number, today) : "id_form_wrong";
  }
}
