import { z } from "zod";
import { errorCode } from "~/domain/shared/error-code";
import { parseYuan } from "~/domain/shared/money";

/** What a presenter says came of a project. */
export const FOLLOW_UP_STATUSES = ["TALKING", "INTENTION", "CONTRACT", "NOTHING"] as const;
export type FollowUpStatus = (typeof FOLLOW_UP_STATUSES)[number];

/** Projects that were on stage, wherever they have come since. */
export const PRESENTED_STATES = [
  "PRESENTED",
  "MEETINGS",
  "INTENTION",
  "CONTRACT",
  "REGISTERED",
] as const;

/** Events whose projects are followed up. */
export const FOLLOWED_EVENT_STATES = ["REPORTED", "FOLLOW_UP"] as const;
/** Events whose report stands. */
export const REPORTED_EVENT_STATES = ["REPORTED", "FOLLOW_UP", "CLOSED"] as const;

const NOTE_MAX = 1000;

export const followUpSchema = z.object({
  days: z.coerce.number("required").int("required").positive("required"),
  status: z.enum(FOLLOW_UP_STATUSES, "required"),
  note: z
    .string()
    .trim()
    .max(NOTE_MAX, errorCode("too_long", { max: NOTE_MAX }))
    .default(""),
  stated: z
    .string()
    .trim()
    .default("")
    .transform((text, context) => {
      if (text === "") return null;
      const fen = parseYuan(text);
      if (fen === null) context.addIssue({ code: "custom", message: "not_an_amount" });
      return fen;
    }),
});
