import type { Completeness } from "./completeness-rules";
import type { CheckId } from "./recognition-checks/check-ids-rules";
import type { MissingPlace } from "./registration-view";

/** Checks whose fact is supplied with a paper, a declaration, or only by changing what was agreed. */
const PLACES: Partial<Record<CheckId, MissingPlace>> = {
  C01: "CONTRACT",
  C02: "FORM",
  C03: "DOCUMENTS",
  C04: "CONTRACT",
  C05: "DOCUMENTS",
  C17: "DOCUMENTS",
  C18: "DECLARATION",
  C21: "DOCUMENTS",
  C22: "DOCUMENTS",
  C30: "DECLARATION",
  C31: "DECLARATION",
  C32: "DOCUMENTS",
  C33: "OFFICE",
  C34: "OFFICE",
  C35: "ROOM",
  C36: "DECLARATION",
  C37: "DECLARATION",
  C38: "DOCUMENTS",
};

/** Where the missing part can be supplied: clauses of a signed contract need a supplement. */
export function placeOf(part: Completeness["missing"][number]): MissingPlace {
  if (part.kind === "FIELD") return part.id === "is_related" ? "ROOM" : "FORM";
  return PLACES[part.id] ?? "CONTRACT";
}
