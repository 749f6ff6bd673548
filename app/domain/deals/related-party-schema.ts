import { z } from "zod";
import { errorCode } from "~/domain/shared/error-code";

/** Ties between the two sides that are declared (domain rules on related parties). */
export const RELATED_KINDS = [
  "CONTROL",
  "COMMON_CONTROL",
  "SIGNIFICANT_INFLUENCE",
  "COMPLETER_HOLDS",
  "RELATIVE",
  "OTHER",
] as const;
export type RelatedKind = (typeof RELATED_KINDS)[number];

export const relatedPartySchema = z
  .object({
    isRelated: z.enum(["YES", "NO"], "required"),
    kinds: z.array(z.enum(RELATED_KINDS, "not_a_choice")).default([]),
    note: z
      .string()
      .trim()
      .max(500, errorCode("too_long", { max: 500 }))
      .default(""),
    confirmed: z.literal("on", "confirmation_required"),
  })
  .superRefine((input, context) => {
    if (input.isRelated !== "YES") return;
    if (input.kinds.length === 0) {
      context.addIssue({ code: "custom", path: ["kinds"], message: "required" });
    }
    if (input.note === "") {
      context.addIssue({ code: "custom", path: ["note"], message: "required" });
    }
  });

export type RelatedPartyInput = z.output<typeof relatedPartySchema>;
