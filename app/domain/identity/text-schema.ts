import { z } from "zod";
import { errorCode } from "~/domain/shared/error-code";

// biome-ignore lint/suspicious/noControlCharactersInRegex: they have no place in a line of text
const CONTROLS = /[\u0000-\u001f\u007f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Length in characters as people count them: 𬭎 and 👩 are one. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** One line of text; control and direction characters are dropped. */
export function lineSchema(max: number, min = 1) {
  return z
    .string({ error: "required" })
    .transform((text) => text.replace(CONTROLS, "").trim())
    .refine((text) => lengthOf(text) >= Math.min(min, 1), { error: "required", abort: true })
    .refine((text) => lengthOf(text) >= min, { error: errorCode("too_short", { min }) })
    .refine((text) => lengthOf(text) <= max, { error: errorCode("too_long", { max }) });
}

/** One line that may be left empty; empty becomes null. */
export function optionalLineSchema(max: number) {
  return z
    .string()
    .optional()
    .transform((text) => text?.replace(CONTROLS, "").trim() || null)
    .refine((text) => lengthOf(text ?? "") <= max, { error: errorCode("too_long", { max }) });
}

/** Several lines; line ends become \n. */
export function paragraphSchema(max: number, isRequired = false) {
  return z
    .string()
    .optional()
    .transform((text) => (text ?? "").replace(/\r\n?/g, "\n").trim())
    .refine((text) => !isRequired || text !== "", { error: "required", abort: true })
    .refine((text) => lengthOf(text) <= max, { error: errorCode("too_long", { max }) });
}
