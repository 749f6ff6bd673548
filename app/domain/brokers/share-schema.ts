import { z } from "zod";
import { parseRateBp } from "./fee-rules";

/** A correction of one's share in a deal; percent with at most two decimals. */
export const shareChangeSchema = z.object({
  entryId: z.uuid("not_found"),
  share: z.string("required").transform((text, context) => {
    const bp = parseRateBp(text);
    if (bp === null) {
      context.addIssue({ code: "custom", message: "not_a_rate" });
      return z.NEVER;
    }
    return bp;
  }),
  note: z.string("required").trim().min(1, "required").max(300, "too_long"),
});

export type ShareChange = { entryId: string; shareBp: number; note: string };
