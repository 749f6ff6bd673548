import { z } from "zod";
import { errorCode } from "~/domain/shared/error-code";

export const QUESTION_MIN = 10;
export const QUESTION_MAX = 800;
export const MESSAGE_MAX = 4000;

const required = z
  .string("required")
  .trim()
  .min(1, "required")
  .min(QUESTION_MIN, errorCode("too_short", { min: QUESTION_MIN }))
  .max(QUESTION_MAX, errorCode("too_long", { max: QUESTION_MAX }));

/**
 * A request for an introduction: which listing, for which of our own listings if any, and the three
 * questions that the Enterprise Europe Network puts to whoever wants to know more.
 */
export const introductionSchema = z.object({
  targetKind: z.enum(["achievement", "need"], "not_found"),
  targetId: z.uuid("not_found"),
  ownListingId: z
    .union([z.uuid("not_a_choice"), z.literal("")])
    .optional()
    .transform((value) => (value ? value : null)),
  /** What cooperation do you want? */
  cooperation: required,
  /** What is still unclear to you? */
  unclear: z
    .string()
    .trim()
    .max(QUESTION_MAX, errorCode("too_long", { max: QUESTION_MAX }))
    .optional()
    .transform((value) => value ?? ""),
  /** Who are you? */
  about: required,
});

export type IntroductionInput = z.output<typeof introductionSchema>;

/** One message of a conversation. `messageId` comes with the form, so that a repeated post is one message. */
export const messageSchema = z.object({
  messageId: z.uuid("bad_form"),
  body: z
    .string("required")
    .trim()
    .min(1, "required")
    .max(MESSAGE_MAX, errorCode("too_long", { max: MESSAGE_MAX })),
});

export type MessageInput = z.output<typeof messageSchema>;
