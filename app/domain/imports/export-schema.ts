import { z } from "zod";

/** An export as it stands in the address; what is not understood falls back to the safe choice. */
export const exportSchema = z.object({
  kind: z.enum(["achievement", "need"]).catch("achievement"),
  scope: z.enum(["own", "public"]).catch("public"),
  organisation: z.string().catch(""),
  q: z.string().max(120).catch(""),
  format: z.enum(["csv", "xlsx", "jsonl"]).catch("csv"),
});
