/** Who may read a section: everybody, signed-in people, parties to an NDA, people named by the owner. */
export const VISIBILITIES = ["PUBLIC", "SIGNED_IN", "NDA", "NAMED"] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** How far a reader's right goes; FULL is the owner's side, the reviewer and the market itself. */
export type Grant = "PUBLIC" | "SIGNED_IN" | "FULL";

/** An unknown value hides: confidentiality fails closed. */
export function asVisibility(value: unknown): Visibility {
  if (value === undefined || value === null) return "PUBLIC";
  return VISIBILITIES.find((one) => one === value) ?? "NAMED";
}

/** The stricter of two levels. */
export function stricter(a: Visibility, b: Visibility): Visibility {
  return VISIBILITIES.indexOf(a) >= VISIBILITIES.indexOf(b) ? a : b;
}

/** Whether a reader with this grant may read a section of this level. */
export function mayRead(level: Visibility, grant: Grant): boolean {
  if (grant === "FULL" || level === "PUBLIC") return true;
  return level === "SIGNED_IN" && grant === "SIGNED_IN";
}
