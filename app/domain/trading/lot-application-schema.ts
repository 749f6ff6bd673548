import { z } from "zod";
import { errorCode } from "~/domain/shared/error-code";

const text = (max: number) =>
  z.string().trim().max(max, errorCode("too_long", { max })).default("");

/** What an applicant fills in; a proof comes as a file beside it. */
export const lotApplicationSchema = z
  .object({
    organisationId: z.uuid("required"),
    contactName: z
      .string("required")
      .trim()
      .min(1, "required")
      .max(60, errorCode("too_long", { max: 60 })),
    contactPhone: z
      .string("required")
      .trim()
      .min(5, errorCode("too_short", { min: 5 }))
      .max(40, errorCode("too_long", { max: 40 })),
    isRelated: z.enum(["YES", "NO"], "required"),
    relatedNote: text(500),
    preemptiveClaim: text(500),
    /** Hash of the rules that the page has shown. */
    rulesHash: z.string("required").regex(/^[0-9a-f]{64}$/, "required"),
    accept: z.literal("on", "required"),
  })
  .superRefine((form, context) => {
    if (form.isRelated === "YES" && form.relatedNote === "") {
      context.addIssue({ code: "custom", message: "required", path: ["relatedNote"] });
    }
  });

export type LotApplicationForm = z.output<typeof lotApplicationSchema>;
