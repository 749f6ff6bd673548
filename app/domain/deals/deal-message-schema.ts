import { z } from "zod";
import { errorCode } from "~/domain/shared/error-code";

export const MESSAGE_MAX = 4000;

/** `clientKey` comes with the form, so that a message sent twice by a shaky line is one message. */
export const dealMessageSchema = z.object({
  clientKey: z.uuid("bad_form"),
  body: z
    .string()
    .trim()
    .max(MESSAGE_MAX, errorCode("too_long", { max: MESSAGE_MAX }))
    .optional()
    .transform((value) => value ?? ""),
});

export type DealMessageInput = z.output<typeof dealMessageSchema>;
