import { z } from "zod";
import { freeText } from "~/domain/catalogue/field-kinds";

export const WISH_LEVELS = ["MUST", "MEET", "NO"] as const;
export type WishLevel = (typeof WISH_LEVELS)[number];

export const MESSAGE_MAX = 200;
export const MINUTES_MAX = 2000;

/** One tap: a level, or NONE to take the mark off. */
export const wishFormSchema = z.object({
  toId: z.uuid("not_an_id"),
  level: z.enum([...WISH_LEVELS, "NONE"], "not_a_choice"),
});

export const requestFormSchema = z.object({
  toId: z.uuid("not_an_id"),
  projectId: z.union([z.literal(""), z.uuid()], "not_an_id").default(""),
  message: freeText(MESSAGE_MAX),
});

export const meetingFormSchema = z.object({
  meetingId: z.uuid("not_an_id"),
  note: freeText(MESSAGE_MAX),
});

export const minutesFormSchema = z.object({
  meetingId: z.uuid("not_an_id"),
  minutes: freeText(MINUTES_MAX),
});
