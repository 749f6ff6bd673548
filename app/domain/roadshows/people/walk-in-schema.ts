import { z } from "zod";
import { lineText } from "~/domain/catalogue/field-kinds";

export const WALK_IN_MAX = { name: 40, organisationName: 80, phone: 30 };

/** Whom the desk writes down at the door: a name is enough. */
export const walkInSchema = z.object({
  name: lineText(WALK_IN_MAX.name).refine((text) => text !== "", "required"),
  organisationName: lineText(WALK_IN_MAX.organisationName),
  phone: lineText(WALK_IN_MAX.phone),
});

export type WalkInInput = z.output<typeof walkInSchema>;
