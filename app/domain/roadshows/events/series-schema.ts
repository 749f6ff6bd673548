import { z } from "zod";
import { freeText, lineText } from "~/domain/catalogue/field-kinds";

export const seriesSchema = z.object({
  organisationId: z.uuid("required"),
  title: lineText(60).refine((text) => text !== "", "required"),
  intro: freeText(2000),
});
export type SeriesInput = z.output<typeof seriesSchema>;
