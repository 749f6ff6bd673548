import { z } from "zod";
import { freeText } from "~/domain/catalogue/field-kinds";
import { NOTE_MAX, SIDES } from "./project-schema";

/** Decisions about many at once: the first of a side by rank, or all that are left. */
export const BULK_DECISIONS = ["select", "reserve", "reject"] as const;

export const bulkDecisionSchema = z.object({
  side: z.enum(SIDES, "not_a_choice"),
  decision: z.enum(BULK_DECISIONS, "not_a_choice"),
  count: z.number("not_a_number").int("not_a_number").min(1, "not_a_number").max(500).default(1),
  note: freeText(NOTE_MAX),
});
export type BulkDecision = z.output<typeof bulkDecisionSchema>;
