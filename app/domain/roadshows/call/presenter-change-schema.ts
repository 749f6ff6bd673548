import { z } from "zod";
import { lineText } from "~/domain/catalogue/field-kinds";
import { absenceRows } from "./absence-schema";
import { PROJECT_LIMITS } from "./project-schema";

export const presenterChangeSchema = z.object({
  presenterUserId: z.uuid("required"),
  presenterTitle: lineText(PROJECT_LIMITS.presenterTitle),
  unavailable: absenceRows,
  revision: z.number("bad_form").int("bad_form"),
});
export type PresenterChange = z.output<typeof presenterChangeSchema>;
