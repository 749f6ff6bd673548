/** C01–C40 as reviewers check them; C41 is the name against the content, which R5 rests on. */
export const CHECK_IDS = [
  ...(["C01", "C02", "C03", "C04", "C05", "C06", "C07", "C08", "C09", "C10"] as const),
  ...(["C11", "C12", "C13", "C14", "C15", "C16", "C17", "C18", "C19", "C20"] as const),
  ...(["C21", "C22", "C23", "C24", "C25", "C26", "C27", "C28", "C29", "C30"] as const),
  ...(["C31", "C32", "C33", "C34", "C35", "C36", "C37", "C38", "C39", "C40"] as const),
  "C41",
] as const;

export type CheckId = (typeof CHECK_IDS)[number];

/** Nine grounds of refusal (Torch Centre, 2021-01-13). */
export const REFUSAL_CODES = ["R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9"] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];
