import { z } from "zod";
import { errorCode } from "~/domain/shared/error-code";

/** Files within an envelope, together, before they are encoded. */
export const MOST_ATTACHED_BYTES = 300_000;
/** The form that carries an envelope has this limit in characters. */
export const MOST_ENVELOPE_CHARS = 900_000;
export const MOST_ATTACHMENTS = 8;

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const base64Url = (max: number, min = 1) =>
  z
    .string()
    .min(min)
    .max(max)
    .regex(/^[A-Za-z0-9_-]+$/);

export const HOLDER_ROLES = ["BUYER", "MARKET", "NOTARY"] as const;

export const publicKeySchema = z.strictObject({
  kty: z.literal("EC"),
  crv: z.literal("P-256"),
  x: base64Url(43, 43),
  y: base64Url(43, 43),
});

const sealedShareSchema = z.strictObject({
  role: z.enum(HOLDER_ROLES),
  fingerprint: hash,
  ephemeral: base64Url(87, 87),
  iv: base64Url(16, 16),
  data: base64Url(66, 66),
  digest: hash,
});

/** What the market can see of a bid before it is opened: shape and size, nothing else. */
export const sealedEnvelopeSchema = z.strictObject({
  format: z.literal("gm-sealed-bid/1"),
  tenderId: z.uuid(),
  organisationId: z.uuid(),
  rulesHash: hash,
  commitment: hash,
  iv: base64Url(16, 16),
  cipher: base64Url(MOST_ENVELOPE_CHARS, 100),
  shares: z.tuple([sealedShareSchema, sealedShareSchema, sealedShareSchema]),
});
export type SealedEnvelopeInput = z.output<typeof sealedEnvelopeSchema>;

/** A share as a holder's browser hands it in; empty when it could not be opened. */
export const handedShareSchema = z.strictObject({
  bidId: z.uuid("bad_form"),
  share: z.union([z.literal(""), base64Url(44, 44)]),
});
export const handedSharesSchema = z.array(handedShareSchema).max(5000);
export type HandedShare = z.output<typeof handedShareSchema>;

/** The database keeps no NUL and no half of a surrogate pair: one bid must not stop the opening. */
const keepable = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => !text.includes("\0") && !/\p{Cs}/u.test(text), "bad_form");

/** What is inside an envelope. */
export const tenderBidContentSchema = z.strictObject({
  priceFen: z
    .string()
    .regex(/^[1-9]\d{0,15}$/)
    .describe("price in fen"),
  durationDays: z.int().min(1).max(36_500),
  answers: z.array(z.strictObject({ criterionId: keepable(12), text: keepable(5000) })).max(20),
  statement: keepable(3000),
  attachments: z
    .array(
      z.strictObject({
        name: keepable(200).min(1),
        sha256: hash,
        sizeBytes: z.int().min(0),
        /** base64url; without it the bidder keeps the file and the hash binds its content. */
        data: z
          .string()
          .regex(/^[A-Za-z0-9_-]*$/)
          .optional(),
      }),
    )
    .max(MOST_ATTACHMENTS),
});
export type TenderBidContent = z.output<typeof tenderBidContentSchema>;

/** A content as the database gives it without the bytes of its files. */
export const bidContentViewSchema = tenderBidContentSchema.extend({
  attachments: z.array(
    tenderBidContentSchema.shape.attachments.element
      .omit({ data: true })
      .extend({ isInside: z.boolean() }),
  ),
});

export const submitBidSchema = z.object({
  organisationId: z.uuid("bad_form"),
  envelope: z.string("required").min(1, "required").max(MOST_ENVELOPE_CHARS, "bid_too_large"),
  isRelated: z.enum(["YES", "NO"], "required"),
  relatedNote: z
    .string()
    .trim()
    .max(500, errorCode("too_long", { max: 500 }))
    .default(""),
  confirmed: z.literal("on", "required"),
});
export type SubmitBidInput = z.output<typeof submitBidSchema>;

/** The envelope of a form or of a file, or null when it is none. */
export function parseEnvelope(text: string): SealedEnvelopeInput | null {
  try {
    const parsed = sealedEnvelopeSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
