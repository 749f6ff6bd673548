import { z } from "zod";
import { freeText } from "~/domain/catalogue/field-kinds";

const number = z.coerce.number("not_a_number").int("not_a_number").min(1, "not_a_number");
/** Longest minutes of a meeting. */
export const MINUTES_MAX = 1000;

export const dayMeetingSchema = z.object({
  meetingId: z.uuid("not_an_id"),
  minutes: freeText(MINUTES_MAX),
});

export const onSiteMeetingSchema = z.object({
  fromNumber: number,
  toNumber: number,
  projectNumber: number.optional(),
  minutes: freeText(MINUTES_MAX),
});
