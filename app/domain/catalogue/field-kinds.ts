import { z } from "zod";
import { errorCode } from "~/domain/shared/error-code";
import { parseYuan } from "~/domain/shared/money";

/** Length as a reader counts it: 𬭎 and an emoji are one. */
export function countCodePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

function clean(text: string): string {
  // NUL cannot be stored; forms send CRLF.
  return text.replaceAll("\u0000", "").replace(/\r\n?/g, "\n").trim();
}

/** Free text of at most `max` code points; missing text is empty text. */
export function freeText(max: number) {
  return z
    .string("required")
    .overwrite(clean)
    .refine((text) => countCodePoints(text) <= max, errorCode("too_long", { max }))
    .default("");
}

/** One line of text. */
export function lineText(max: number) {
  return z
    .string("required")
    .overwrite((text) => clean(text).replace(/\s*\n\s*/g, " "))
    .refine((text) => countCodePoints(text) <= max, errorCode("too_long", { max }))
    .default("");
}

/** A code of a code list; whether it exists is looked up when the listing is saved. */
const code = z.string("not_a_choice").regex(/^[A-Za-z0-9._-]{1,40}$/, "not_a_choice");

/** Codes chosen from a list, each once. */
export function codes(max: number) {
  return z
    .array(code, "not_a_choice")
    .transform((list) => [...new Set(list)])
    .refine((list) => list.length <= max, errorCode("too_many", { max }))
    .default([]);
}

/** One code, or null. */
export const optionalCode = code.nullable().default(null);

/** Rows of a table; a row left blank is dropped. */
export function rows<S extends z.ZodType<Record<string, unknown>>>(
  row: S,
  max: number,
  isBlank: (row: z.output<S>) => boolean,
) {
  return z
    .array(row)
    .transform((list) => list.filter((one) => !isBlank(one)))
    .refine((list) => list.length <= max, errorCode("too_many", { max }))
    .default([]);
}

const MAX_FEN = 99_999_999_999_999;

/** Fen as an integer that JSON can carry exactly, or null. */
export const fen = z
  .number("not_an_amount")
  .int("not_an_amount")
  .min(0, "not_an_amount")
  .max(MAX_FEN, "not_an_amount")
  .nullable()
  .default(null);

/** Yuan as a person types it, read as fen. */
export const yuanText = z
  .string("not_an_amount")
  .transform((text, context) => {
    if (text.trim() === "") return null;
    const amount = parseYuan(text);
    if (amount === null || amount > BigInt(MAX_FEN)) {
      context.addIssue({ code: "custom", message: "not_an_amount" });
      return z.NEVER;
    }
    return Number(amount);
  })
  .nullable()
  .default(null);

/** A share in basis points, or null. */
export const basisPoints = z
  .number("not_a_number")
  .int("not_a_number")
  .min(1, errorCode("out_of_range", { min: "0.01", max: 100 }))
  .max(10_000, errorCode("out_of_range", { min: "0.01", max: 100 }))
  .nullable()
  .default(null);

/** A percentage as a person types it ("3.5", "３％"), read as basis points. */
export const percentText = z
  .string("not_a_number")
  .transform((text, context) => {
    const plain = text.normalize("NFKC").replace(/[%\s]/g, "");
    if (plain === "") return null;
    const bp = /^\d{1,3}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : 0;
    if (bp < 1 || bp > 10_000) {
      const message = errorCode("out_of_range", { min: "0.01", max: 100 });
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    }
    return bp;
  })
  .nullable()
  .default(null);

function isRealDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const date = new Date(`${text}T00:00:00Z`);
  const year = Number(match[1]);
  return (
    year >= 1900 &&
    year <= 2200 &&
    !Number.isNaN(date.getTime()) &&
    date.toISOString().startsWith(text)
  );
}

/** A calendar date YYYY-MM-DD, or null. */
export const calendarDay = z
  .string("not_a_date")
  .overwrite((text) => text.normalize("NFKC").trim())
  .refine(isRealDate, "not_a_date")
  .nullable()
  .default(null);

/** A readiness level 1–9, or null. */
export const readinessLevel = z
  .number("not_a_choice")
  .int("not_a_choice")
  .min(1, "not_a_choice")
  .max(9, "not_a_choice")
  .nullable()
  .default(null);

/** Words typed into one field, separated by commas, semicolons, 、 or line breaks. */
export function splitWords(text: string): string[] {
  const words = text.split(/[,,、;;\n\t]+/).map((word) => word.normalize("NFKC").trim());
  return [...new Set(words.filter((word) => word !== ""))];
}

/** Key words as a list. */
export const keywordList = z
  .array(z.string())
  .transform((list) => splitWords(list.join("、")))
  .refine((list) => list.length <= 10, errorCode("too_many", { max: 10 }))
  .refine(
    (list) => list.every((word) => countCodePoints(word) <= 30),
    errorCode("too_long", { max: 30 }),
  )
  .default([]);
