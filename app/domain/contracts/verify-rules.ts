/** Largest document that /verify reads, in bytes. */
export const VERIFY_MAX_BYTES = 25 * 1024 * 1024;

/**
 * A name that tells the parties that it is theirs and a stranger hardly anything: the first and last
 * two characters of a long one, the first of a short one.
 */
export function maskName(name: string): string {
  const signs = Array.from(name);
  if (signs.length <= 4) return `${signs[0] ?? ""}***`;
  return `${signs.slice(0, 2).join("")}***${signs.slice(-2).join("")}`;
}

export type VerifyOutcome =
  /** The file is a document of this market, byte for byte. */
  | "ISSUED"
  /** It is the document before it was sealed: the bytes that people signed. */
  | "UNSEALED"
  /** A document of this market with something added behind it. */
  | "EXTENDED"
  /** It bears our seal, and was changed after. */
  | "CHANGED"
  /** It bears our valid seal, but no such document is known here. */
  | "SEALED_UNKNOWN"
  | "UNKNOWN"
  | "NOT_PDF";

type SealFacts = { isOurs: boolean; isValid: boolean };
type Match = { isWholeFile: boolean; isOriginal: boolean };

/**
 * What a file is, from the documents whose hash it or its beginning has and from the seals in it.
 * @param isPdf whether it begins as a PDF does
 */
export function verifyOutcomeOf(
  isPdf: boolean,
  match: Match | null,
  seals: readonly SealFacts[],
): VerifyOutcome {
  if (match?.isWholeFile) return match.isOriginal ? "UNSEALED" : "ISSUED";
  if (!isPdf) return "NOT_PDF";
  const ours = seals.filter((seal) => seal.isOurs);
  if (ours.some((seal) => !seal.isValid)) return "CHANGED";
  if (match) return "EXTENDED";
  return ours.length > 0 ? "SEALED_UNKNOWN" : "UNKNOWN";
}
