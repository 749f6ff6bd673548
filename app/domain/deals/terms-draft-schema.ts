import { z } from "zod";

/** A stored draft: texts of the fields, right or wrong (TermsForm). */
export const termsDraftSchema = z.object({
  values: z.record(z.string(), z.string()).default({}),
  rows: z.record(z.string(), z.array(z.record(z.string(), z.string()))).default({}),
});
