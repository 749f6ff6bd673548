/** What a profile needs before an office looks at it, as names of the form's fields. */
export type ProfileFacts = {
  displayName: string;
  regionCode: string | null;
  level: string | null;
  certificateNumber: string | null;
  certificateIssuedOn: Date | null;
  certificateBase: string;
  certificateFileId: string | null;
  intro: string;
  fieldCodes: readonly string[];
  serviceCodes: readonly string[];
  languageCodes: readonly string[];
  conflictStatement: string;
};

export const REQUIRED_FIELDS = [
  "displayName",
  "regionCode",
  "level",
  "certificateNumber",
  "certificateIssuedOn",
  "certificateBase",
  "certificateFileId",
  "intro",
  "fieldCodes",
  "serviceCodes",
  "languageCodes",
  "conflictStatement",
] as const satisfies readonly (keyof ProfileFacts)[];
export type RequiredField = (typeof REQUIRED_FIELDS)[number];

/** Fields that are still missing. */
export function missingFields(profile: ProfileFacts): RequiredField[] {
  return REQUIRED_FIELDS.filter((field) => {
    const value = profile[field];
    return value === null || (typeof value !== "object" && value === "") || isEmptyList(value);
  });
}

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0;

/** A certificate's number with its middle hidden; the ends let a holder of the paper compare. */
export function maskNumber(number: string): string {
  const characters = [...number.trim()];
  const shown = characters.length >= 8 ? 2 : characters.length > 4 ? 1 : 0;
  if (shown === 0) return "*".repeat(characters.length);
  const hidden = "*".repeat(characters.length - 2 * shown);
  return `${characters.slice(0, shown).join("")}${hidden}${characters.slice(-shown).join("")}`;
}

/** When a public profile is looked at again: the yearly recheck or the certificate's end before it. */
export function recheckAt(yearly: Date, certificateEnd: Date | null): Date {
  return certificateEnd && certificateEnd < yearly ? certificateEnd : yearly;
}

export const AVAILABILITIES = ["OPEN", "LIMITED", "CLOSED"] as const;
export type Availability = (typeof AVAILABILITIES)[number];
