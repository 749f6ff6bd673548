import { z } from "zod";
import { freeText } from "~/domain/catalogue/field-kinds";

export const COMMENT_MAX = 500;

const points = z
  .number("pitch_points")
  .int("pitch_points")
  .min(0, "pitch_points")
  .max(100, "pitch_points");

/** A reviewer's sheet; which criteria there are the event says. */
export const reviewSchema = z.object({
  points: z.record(z.string().max(40), z.coerce.number("pitch_points").pipe(points)).default({}),
  comment: freeText(COMMENT_MAX),
});
export type ReviewForm = z.output<typeof reviewSchema>;

/** Points of a stored sheet. */
export function readPoints(stored: unknown): Record<string, number> {
  const read = z.record(z.string(), z.number()).safeParse(stored);
  return read.success ? read.data : {};
}

const REASON_MAX = 300;
export const recusalSchema = z.object({ reason: freeText(REASON_MAX) });
export const orderRecusalSchema = recusalSchema.extend({ memberId: z.uuid("required") });
