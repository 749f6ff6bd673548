import { z } from "zod";
import { errorCode } from "~/domain/shared/error-code";

const NOTE_MAX = 500;
const stars = z.coerce.number("required").int("required").min(1, "required").max(5, "required");

export const ratingSchema = z.object({
  organisation: stars,
  content: stars,
  /** Left empty by who met nobody. */
  meetings: z
    .union([z.literal("").transform(() => null), stars])
    .nullish()
    .transform((value) => value ?? null),
  note: z
    .string()
    .trim()
    .max(NOTE_MAX, errorCode("too_long", { max: NOTE_MAX }))
    .default(""),
});

export type RatingInput = z.output<typeof ratingSchema>;

/** Events that can be rated: their stage is over. */
export const RATED_EVENT_STATES = ["MATCHING", "REPORTED", "FOLLOW_UP", "CLOSED"] as const;
