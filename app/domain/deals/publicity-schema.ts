import { z } from "zod";
import { errorCode } from "~/domain/shared/error-code";

const written = (min: number, max: number) =>
  z
    .string("required")
    .trim()
    .min(min, min > 1 ? errorCode("too_short", { min }) : "required")
    .max(max, errorCode("too_long", { max }));

export const proposePublicitySchema = z.object({
  /** Department with telephone or mail where the public may ask. */
  contact: written(4, 200),
  /** Added to the generated statement on related parties. */
  relatedNote: z
    .string()
    .trim()
    .max(500, errorCode("too_long", { max: 500 }))
    .default(""),
});
export type ProposePublicityInput = z.output<typeof proposePublicitySchema>;

export const objectionSchema = z.object({
  name: written(2, 60),
  contact: written(5, 120),
  text: written(10, 2000),
  /** Filled in by machines only: the field is hidden from people. */
  website: z.string().max(200).default(""),
});
export type ObjectionInput = z.output<typeof objectionSchema>;

export const OBJECTION_OUTCOMES = ["UPHELD", "REJECTED"] as const;
export const handleObjectionSchema = z.object({
  objectionId: z.uuid("bad_form"),
  outcome: z.enum(OBJECTION_OUTCOMES, "required"),
  result: written(5, 2000),
});
export type HandleObjectionInput = z.output<typeof handleObjectionSchema>;

export const publicityNoteSchema = z.object({ note: written(2, 500) });
