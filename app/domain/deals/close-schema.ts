import { z } from "zod";
import { errorCode } from "~/domain/shared/error-code";

/** Why a deal ends without result; the market counts them, the room reads the note. */
export const CLOSE_CODES = [
  "PRICE",
  "IP",
  "TECHNICAL",
  "FUNDS",
  "TIMING",
  "PARTNER",
  "NOT_ALLOWED",
  "OTHER_SOLUTION",
  "NO_ANSWER",
  "OTHER",
] as const;
export type CloseCode = (typeof CLOSE_CODES)[number];

/** Stored when a signed contract was terminated; nobody chooses it. */
export const TERMINATED_CODE = "TERMINATED";

/** Stored when the lot or tender that opened the room has ended or found others. */
export const TRADE_ENDED_CODE = "TRADE_ENDED";

export function isCloseCode(value: unknown): value is CloseCode {
  return CLOSE_CODES.some((one) => one === value);
}

const NOTE_MAX = 500;
const note = z
  .string()
  .trim()
  .max(NOTE_MAX, errorCode("too_long", { max: NOTE_MAX }))
  .optional()
  .transform((value) => value ?? "");

export const closeSchema = z.object({
  closeCode: z.enum(CLOSE_CODES, "close_reason_required"),
  note,
});

/** A move that the other side is given a reason for. */
export const reasonSchema = z.object({
  note: z
    .string("note_required")
    .trim()
    .min(1, "note_required")
    .max(NOTE_MAX, errorCode("too_long", { max: NOTE_MAX })),
});
