import { PAGE_TYPES, WORK_TYPES } from "~/domain/shared/file-type-rules";

export const LOT_FILE_PURPOSES = [
  "ANNOUNCEMENT",
  "CONTRACT_DRAFT",
  "EVALUATION",
  "CONSENT",
  "DECISION",
  "AUCTION_LICENCE",
  "OTHER",
] as const;
export type LotFilePurpose = (typeof LOT_FILE_PURPOSES)[number];

export const LOT_FILE_VISIBILITIES = ["PUBLIC", "APPLICANTS", "OFFICE"] as const;
export type LotFileVisibility = (typeof LOT_FILE_VISIBILITIES)[number];

export const MAX_LOT_FILES = 30;

/** Consents and decisions of a unit are for the market's eyes, whatever a form says. */
const OFFICE_ONLY: readonly LotFilePurpose[] = ["CONSENT", "DECISION"];

export function visibilityFor(
  purpose: LotFilePurpose,
  wanted: LotFileVisibility,
): LotFileVisibility {
  return OFFICE_ONLY.includes(purpose) ? "OFFICE" : wanted;
}

export function typesFor(purpose: LotFilePurpose): readonly string[] {
  return purpose === "AUCTION_LICENCE" || OFFICE_ONLY.includes(purpose) ? PAGE_TYPES : WORK_TYPES;
}
