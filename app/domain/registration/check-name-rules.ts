import {
  CHECK_IDS,
  type CheckId,
  REFUSAL_CODES,
  type RefusalCode,
} from "./recognition-checks/check-ids-rules";

/** The check that a text names, or null. */
export function findCheckId(text: string): CheckId | null {
  return CHECK_IDS.find((id) => id === text) ?? null;
}

/** The check of a part of the dossier that is one. @throws RangeError for any other text */
export function checkIdOf(text: string): CheckId {
  const id = findCheckId(text);
  if (!id) throw new RangeError(`${text} is no check`);
  return id;
}

/** Grounds that a refusal may name. */
export const REFUSAL_GROUNDS: readonly RefusalCode[] = REFUSAL_CODES;
