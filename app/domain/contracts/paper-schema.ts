import { z } from "zod";
import { errorCode } from "~/domain/shared/error-code";

/** Scans of long contracts in colour. */
export const PAPER_MAX_BYTES = 25 * 1024 * 1024;
const NOTE_MAX = 300;

export const paperUploadSchema = z.object({
  signedOn: z.iso.date("bad_date"),
  isComplete: z.literal("on", "paper_not_compared"),
});

/** What the second person has compared with their own eyes. */
export const paperConfirmSchema = z.object({
  scanSha256: z.string("bad_form").regex(/^[0-9a-f]{64}$/, "bad_form"),
  sameText: z.literal("on", "paper_not_compared"),
  allSeals: z.literal("on", "paper_not_compared"),
});

export const paperRejectSchema = z.object({
  note: z
    .string("required")
    .trim()
    .min(1, "required")
    .max(NOTE_MAX, errorCode("too_long", { max: NOTE_MAX })),
});
