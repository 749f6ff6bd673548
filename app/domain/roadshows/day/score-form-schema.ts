import { z } from "zod";
import { freeText } from "~/domain/catalogue/field-kinds";

const id = z.uuid("not_an_id");

export const scoreFormSchema = z.object({
  projectId: id,
  points: z.record(z.string().max(40), z.string().max(10)).default({}),
  total: z.string().max(10).default(""),
  note: freeText(500),
});

export const closeScoresSchema = z.object({
  projectId: id,
  isWithout: z
    .literal("on")
    .optional()
    .transform((value) => value === "on"),
});
