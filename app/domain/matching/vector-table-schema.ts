import { z } from "zod";

const figures = z.object({ version: z.string(), catalogue: z.number(), general: z.number() });

/** The column `checks`: the same questions to the table at work then and to the new one. */
export const vectorChecksSchema = z.object({
  atWork: figures,
  candidate: figures,
  tolerance: z.number(),
  /** Listings that were asked for. */
  asked: z.number().int(),
});

/** The column `recipe`, as far as it is read again. */
export const vectorRecipeSchema = z.object({
  /** Shipped table that was continued. */
  base: z.string(),
  /** Public listings when it was made. */
  listings: z.number().int(),
  /** Different texts among them that it was trained on. */
  texts: z.number().int(),
});

export type VectorChecks = z.infer<typeof vectorChecksSchema>;
