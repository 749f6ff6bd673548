import { z } from "zod";
import { lineText } from "~/domain/catalogue/field-kinds";

/** Whom the desk writes down at the door: a name is enough. */
export const walkInSchema = z.object({
  name: lineText(40).refine((text) => text !== "", "required"),
  organisationName: lineText(80),
  phone: lineText(30),
});

export type WalkInInput = z.output<typeof walkInSchema>;
