import { z } from "zod";
import { lineText } from "~/domain/catalogue/field-kinds";
import { errorCode } from "~/domain/shared/error-code";

/** Most minutes that a hall is announced late at once; more is another plan. */
const DELAY_MAX = 240;

const id = z.uuid("not_an_id");
const note = lineText(200).refine((text) => text !== "", "required");

export const delaySchema = z.object({
  /** Made with the form, so that sending it twice announces once. */
  delayId: id,
  placeId: id,
  minutes: z.coerce
    .number("not_a_number")
    .int("not_a_number")
    .min(1, errorCode("out_of_range", { min: 1, max: DELAY_MAX }))
    .max(DELAY_MAX, errorCode("out_of_range", { min: 1, max: DELAY_MAX })),
  reason: lineText(200),
});
export const closePlaceSchema = z.object({ placeId: id, note });
export const illnessSchema = z.object({ projectId: id, note });
export const personOutSchema = z.object({
  participantNumber: z.coerce.number("not_a_number").int("not_a_number").min(1, "not_a_number"),
});
