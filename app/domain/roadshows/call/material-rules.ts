/** Files that a hall's computer shows. */
export const MATERIAL_TYPES = [
  "application/pdf",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation",
] as const;
