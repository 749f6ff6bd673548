import { z } from "zod";
import { errorCode } from "~/domain/shared/error-code";
import { CAPACITIES } from "./signer-rules";

const REASON_MAX = 300;

export const nameSignerSchema = z.object({
  userId: z.uuid("required"),
  capacity: z.enum(CAPACITIES, "not_a_choice"),
});

export const startSigningSchema = z.object({
  first: z.enum(["SUPPLY", "DEMAND"], "not_a_choice"),
});

const sha256 = z.string("bad_form").regex(/^[0-9a-f]{64}$/, "bad_form");

/** What the page showed comes back with the signature: the document's hash and the agreement's. */
export const signSchema = z.object({
  documentSha256: sha256,
  agreementHash: sha256,
  agreed: z.literal("on", "sign_not_agreed"),
  hasRead: z.literal("on", "sign_not_read"),
  code: z
    .string("required")
    .trim()
    .min(1, "required")
    .regex(/^\d{6}$/, "code_format"),
});

export const sendCodeSchema = z.object({
  by: z.enum(["MAIL_CODE", "SMS_CODE"], "not_a_choice"),
});

export const refusalSchema = z.object({
  note: z
    .string("required")
    .trim()
    .min(1, "required")
    .max(REASON_MAX, errorCode("too_long", { max: REASON_MAX })),
});
