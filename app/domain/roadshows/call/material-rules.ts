/** Files that a hall's computer shows. */
export const MATERIAL_TYPES = [
  "application/pdf",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation",
] as const;

/** A confirmed project whose slides are not in, or were asked for again. */
export const missingMaterial = {
  state: "CONFIRMED",
  OR: [{ materialFileId: null }, { materialNote: { not: "" } }],
};
