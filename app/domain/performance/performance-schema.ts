import { z } from "zod";
import { errorCode } from "~/domain/shared/error-code";
import { parseYuan } from "~/domain/shared/money";

const note = (max: number) =>
  z.string("required").trim().min(1, "required").max(max, errorCode("too_long", { max }));
const id = z.uuid("not_an_id");

/** Yuan as typed, fen as read. `atLeast` in fen. */
export const yuan = (atLeast: bigint) =>
  z.string("required").transform((text, context) => {
    if (text.trim() === "") {
      context.addIssue({ code: "custom", message: "required" });
      return z.NEVER;
    }
    const fen = parseYuan(text);
    if (fen !== null && fen >= atLeast) return fen;
    context.addIssue({ code: "custom", message: "not_an_amount" });
    return z.NEVER;
  });

export const milestoneReportSchema = z.object({ milestoneId: id, report: note(4000) });
export const milestoneAcceptSchema = z.object({
  milestoneId: id,
  /** Instant of the report that was shown. */
  submittedAt: z.iso.datetime("changed_meanwhile"),
});
export const milestoneRejectSchema = z.object({ milestoneId: id, note: note(1000) });
export const milestoneTakeBackSchema = z.object({ milestoneId: id });

/** Base figures of a royalty period, in yuan; 0 when nothing was sold. */
export const royaltySchema = z.object({ base: yuan(0n) });

export const proofSchema = z.object({
  amount: yuan(1n),
  paidOn: z.iso.date("not_a_date"),
  bankReference: note(60).transform((text) =>
    text.normalize("NFKC").replace(/\s+/g, "").toUpperCase(),
  ),
});

export const proofAnswerSchema = z.object({ proofId: id });
export const proofRejectSchema = z.object({ proofId: id, note: note(1000) });

export const TERMINATION_REASONS = ["AGREEMENT", "IMPOSSIBLE", "BREACH", "OTHER"] as const;
export type TerminationReason = (typeof TERMINATION_REASONS)[number];

export const terminationSchema = z.object({
  reason: z.enum(TERMINATION_REASONS, "required"),
  note: note(2000),
});
export const terminationAnswerSchema = z.object({
  terminationId: id,
  note: z
    .string()
    .trim()
    .max(1000, errorCode("too_long", { max: 1000 }))
    .default(""),
});

export const RATING_SCALES = ["reliability", "communication", "quality"] as const;
export type RatingScale = (typeof RATING_SCALES)[number];
export const RATEE_KINDS = ["ORGANISATION", "BROKER"] as const;
export type RateeKind = (typeof RATEE_KINDS)[number];

const stars = z.coerce.number("required").int("required").min(1, "required").max(5, "required");

export const ratingSchema = z.object({
  rateeKind: z.enum(RATEE_KINDS, "not_a_choice"),
  rateeId: id,
  reliability: stars,
  communication: stars,
  quality: stars,
  comment: z
    .string()
    .trim()
    .max(1000, errorCode("too_long", { max: 1000 }))
    .default(""),
});

export const ratingReplySchema = z.object({ ratingId: id, reply: note(1000) });
