import { z } from "zod";
import { errorCode } from "~/domain/shared/error-code";

const HOURS_MS = 8 * 3_600_000;

/** An instant as a form shows it: wall-clock time of the market, which has one offset and no summer time. */
export function toWallClock(at: Date | string | null): string {
  if (at === null) return "";
  const instant = new Date(at);
  if (Number.isNaN(instant.getTime())) return "";
  return new Date(instant.getTime() + HOURS_MS).toISOString().slice(0, 16);
}

/** What a form posts ("2026-12-01T09:00", also with a space) as an instant; null where it is no such time. */
export function fromWallClock(text: string): Date | null {
  const plain = text.normalize("NFKC").trim().replace(" ", "T").slice(0, 16);
  if (!/^20\d{2}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/.test(plain)) return null;
  const at = new Date(`${plain}:00+08:00`);
  return Number.isNaN(at.getTime()) || toWallClock(at) !== plain ? null : at;
}

/** A moment, or null where nothing was typed. */
export const momentText = z
  .string("not_a_date")
  .transform((text, context) => {
    if (text.trim() === "") return null;
    const at = fromWallClock(text);
    if (at) return at;
    context.addIssue({ code: "custom", message: "roadshow_not_a_moment" });
    return z.NEVER;
  })
  .nullable()
  .default(null);

/** A whole number as a person types it. */
export const wholeNumber = (min: number, max: number) =>
  z.string("required").transform((text, context) => {
    const plain = text.normalize("NFKC").trim();
    const value = /^\d{1,6}$/.test(plain) ? Number(plain) : Number.NaN;
    if (value >= min && value <= max) return value;
    context.addIssue({ code: "custom", message: errorCode("out_of_range", { min, max }) });
    return z.NEVER;
  });

/** The same, or null where nothing was typed. */
export const optionalNumber = (min: number, max: number) =>
  z
    .string()
    .default("")
    .transform((text, context) => {
      const plain = text.normalize("NFKC").trim();
      if (plain === "") return null;
      const value = /^\d{1,6}$/.test(plain) ? Number(plain) : Number.NaN;
      if (value >= min && value <= max) return value;
      context.addIssue({ code: "custom", message: errorCode("out_of_range", { min, max }) });
      return z.NEVER;
    });
